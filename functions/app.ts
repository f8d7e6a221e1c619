import { OpenAPIHono } from "@hono/zod-openapi";
import { accounts } from "./accounts/routes.ts";
import { archives } from "./archives/read-routes.ts";
import { archiveUploads } from "./archives/upload-routes.ts";
import { asks } from "./asks/routes.ts";
import { assignments } from "./assignments/routes.ts";
import { assignmentSteps } from "./assignments/step-routes.ts";
import { attachments } from "./attachments/routes.ts";
import { audit } from "./audit/routes.ts";
import { calendar } from "./calendar/routes.ts";
import { campaignChoices } from "./campaigns/choice-routes.ts";
import { presets } from "./campaigns/presets.ts";
import { campaigns } from "./campaigns/routes.ts";
import { campaignStages } from "./campaigns/stage-routes.ts";
import { contacts } from "./contacts/routes.ts";
import { commitments } from "./commitments/routes.ts";
import { getPath } from "hono/utils/url";
import type { ApiDeps, ApiEnv, ApiPerRequest } from "./deps.ts";
import { documents } from "./documents/routes.ts";
import { paperExports } from "./exports/paper-routes.ts";
import { tableExports } from "./exports/table-routes.ts";
import { extensions } from "./extensions/routes.ts";
import { feedbackForms } from "./feedback/form-routes.ts";
import { feedback } from "./feedback/routes.ts";
import { votes } from "./feedback/vote-routes.ts";
import { followUps } from "./follow-ups/routes.ts";
import { health } from "./health/routes.ts";
import { answerProblem } from "./http/answer-problem.ts";
import { authenticateRequest } from "./http/authentication.ts";
import { frameRequests } from "./http/headers.ts";
import { HttpProblem } from "./http/http-problem.ts";
import { startStrangerLimit } from "./http/note-refusal.ts";
import { refuseOtherMethods } from "./http/other-methods.ts";
import { checkRequestBody } from "./http/request-body.ts";
import { startRequestCounter } from "./http/request-counter.ts";
import { refuseCrossSite } from "./http/same-origin.ts";
import { refuseInvalid } from "./http/validation.ts";
import { wakeReleases } from "./http/wake-releases.ts";
import { allocationImport } from "./imports/allocation.ts";
import { allocationInspection } from "./imports/inspection.ts";
import { letterImport } from "./imports/letter.ts";
import { privateContacts } from "./imports/private-contacts.ts";
import { repliesImport } from "./imports/replies.ts";
import { keys } from "./keys/routes.ts";
import { me } from "./me/routes.ts";
import { metrics } from "./metrics/routes.ts";
import { motions } from "./motions/routes.ts";
import { motionHistory } from "./motions/history-routes.ts";
import { motionSteps } from "./motions/step-routes.ts";
import type { OpenApiDocument } from "./openapi/document.ts";
import { makeDocument } from "./openapi/document.ts";
import { openapi } from "./openapi/routes.ts";
import { opinions } from "./opinions/routes.ts";
import { originals } from "./originals/routes.ts";
import { overrides } from "./overrides/routes.ts";
import { people } from "./people/routes.ts";
import { previews } from "./previews/routes.ts";
import { releases } from "./releases/routes.ts";
import { reminders } from "./reminders/routes.ts";
import { replyReads } from "./replies/read-routes.ts";
import { replies } from "./replies/routes.ts";
import { returnReasons } from "./return-reasons/routes.ts";
import { schemes } from "./schemes/routes.ts";
import { securityEvents } from "./security-events/routes.ts";
import { ownSessions } from "./session/own-routes.ts";
import { passkeys } from "./session/passkey-routes.ts";
import { passkeySignIn } from "./session/passkey-sign-in-routes.ts";
import { session } from "./session/routes.ts";
import { figureChecks } from "./statistics/figure-check-routes.ts";
import { indicators } from "./statistics/indicator-routes.ts";
import { settings } from "./settings/routes.ts";
import { statistics } from "./statistics/routes.ts";
import { summaries } from "./summaries/routes.ts";
import { supervision } from "./supervision/routes.ts";
import { units } from "./units/routes.ts";

/**
 * The HTTP door: every address under /api. Routes parse, ask one service and answer; what is allowed stands in the services.
 * Order matters: whoever has no key learns nothing, and nobody's body is read before its size and kind are known.
 * The return type is what the console's client is typed by.
 */
export function createApi(deps: ApiDeps | ApiPerRequest) {
  const depsOf = "depsOf" in deps ? deps.depsOf : () => deps;
  const { base = "" } = deps;
  const api = new OpenAPIHono<ApiEnv>({
    defaultHook: refuseInvalid,
    // Routes are written without the base. To take it off the address would make every request anew.
    getPath: (request) => getPath(request).slice(base.length),
  });
  api.onError(answerProblem);
  api.notFound((c) => answerProblem(new HttpProblem("no_such_address"), c));
  api.use("*", frameRequests(depsOf, startRequestCounter(), startStrangerLimit()));
  let document: OpenApiDocument | undefined;
  const getDocument = () => (document ??= makeDocument(api, deps));
  // What asks for nobody and takes nothing comes before those who look at both.
  const open = api.route("/", health).route("/", openapi(getDocument));
  open.use("*", refuseCrossSite, authenticateRequest, checkRequestBody, wakeReleases);
  const routes = open
    .route("/", session)
    .route("/", ownSessions)
    .route("/", passkeySignIn)
    .route("/", passkeys)
    .route("/", accounts)
    .route("/", keys)
    .route("/", me)
    .route("/", metrics)
    .route("/", units)
    .route("/", schemes)
    .route("/", campaigns)
    .route("/", campaignStages)
    .route("/", campaignChoices)
    .route("/", presets)
    .route("/", calendar)
    .route("/", settings)
    .route("/", motions)
    .route("/", motionSteps)
    .route("/", motionHistory)
    .route("/", asks)
    .route("/", assignments)
    .route("/", assignmentSteps)
    .route("/", contacts)
    .route("/", extensions)
    .route("/", opinions)
    .route("/", people)
    .route("/", replies)
    .route("/", overrides)
    .route("/", attachments)
    .route("/", replyReads)
    .route("/", previews)
    .route("/", returnReasons)
    .route("/", feedback)
    .route("/", feedbackForms)
    .route("/", votes)
    .route("/", followUps)
    .route("/", commitments)
    .route("/", reminders)
    .route("/", supervision)
    .route("/", documents)
    .route("/", releases)
    .route("/", statistics)
    .route("/", indicators)
    .route("/", figureChecks)
    .route("/", paperExports)
    .route("/", tableExports)
    .route("/", summaries)
    .route("/", allocationImport)
    .route("/", allocationInspection)
    .route("/", repliesImport)
    .route("/", letterImport)
    .route("/", archiveUploads)
    .route("/", archives)
    .route("/", privateContacts)
    .route("/", originals)
    .route("/", audit)
    .route("/", securityEvents);
  refuseOtherMethods(api);
  return routes;
}
