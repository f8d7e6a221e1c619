import { OpenAPIHono } from "@hono/zod-openapi";
import { assignments } from "./assignments/routes.ts";
import { audit } from "./audit/routes.ts";
import { campaigns } from "./campaigns/routes.ts";
import type { ApiDeps, ApiEnv } from "./deps.ts";
import { documents } from "./documents/routes.ts";
import { health } from "./health/routes.ts";
import { answerProblem } from "./http/answer-problem.ts";
import { authenticateKey } from "./http/authentication.ts";
import { frameRequests } from "./http/headers.ts";
import { HttpProblem } from "./http/http-problem.ts";
import { refuseOtherMethods } from "./http/other-methods.ts";
import { checkRequestBody } from "./http/request-body.ts";
import { startRequestCounter } from "./http/request-counter.ts";
import { refuseCrossSite } from "./http/same-origin.ts";
import { refuseInvalid } from "./http/validation.ts";
import { wakeReleases } from "./http/wake-releases.ts";
import { allocationImport } from "./imports/allocation.ts";
import { repliesImport } from "./imports/replies.ts";
import { me } from "./me/routes.ts";
import { metrics } from "./metrics/routes.ts";
import { motions } from "./motions/routes.ts";
import type { OpenApiDocument } from "./openapi/document.ts";
import { makeDocument } from "./openapi/document.ts";
import { openapi } from "./openapi/routes.ts";
import { releases } from "./releases/routes.ts";
import { replies } from "./replies/routes.ts";
import { schemes } from "./schemes/routes.ts";
import { statistics } from "./statistics/routes.ts";
import { units } from "./units/routes.ts";

/**
 * The HTTP door: every address under /api. Routes parse, ask one service and answer; what is allowed stands in the services.
 * Order matters: whoever has no key learns nothing, and nobody's body is read before its size and kind are known.
 * The return type is what the console's client is typed by.
 */
export function createApi(deps: ApiDeps) {
  const api = new OpenAPIHono<ApiEnv>({ defaultHook: refuseInvalid });
  api.onError(answerProblem);
  api.notFound((c) => answerProblem(new HttpProblem("no_such_address"), c));
  api.use(
    "*",
    frameRequests(deps, startRequestCounter()),
    refuseCrossSite,
    authenticateKey,
    checkRequestBody,
    wakeReleases,
  );
  let document: OpenApiDocument | undefined;
  const getDocument = () => (document ??= makeDocument(api, deps));
  const routes = api
    .route("/", health)
    .route("/", openapi(getDocument))
    .route("/", me)
    .route("/", metrics)
    .route("/", units)
    .route("/", schemes)
    .route("/", campaigns)
    .route("/", motions)
    .route("/", assignments)
    .route("/", replies)
    .route("/", documents)
    .route("/", releases)
    .route("/", statistics)
    .route("/", allocationImport)
    .route("/", repliesImport)
    .route("/", audit);
  refuseOtherMethods(api);
  return routes;
}
