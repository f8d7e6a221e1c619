import { OpenAPIHono, createRoute, z } from "@hono/zod-openapi";
import { CAMPAIGN_EVENT_KINDS, CAMPAIGN_EVENT_LABELS } from "#domain/campaign/campaign-stage.ts";
import { MOTION_KINDS } from "#domain/motion/kind.ts";
import { archiveCampaign } from "#services/campaigns/archive.ts";
import { CloseCampaignInput, closeCampaign } from "#services/campaigns/close.ts";
import type { CampaignHistory } from "#services/campaigns/list-events.ts";
import { listEvents } from "#services/campaigns/list-events.ts";
import { RecountInput, recountCampaign } from "#services/campaigns/recount.ts";
import { ReopenInput, reopenCampaign } from "#services/campaigns/reopen.ts";
import { StepInput, startCampaign } from "#services/campaigns/start.ts";
import type { ApiEnv } from "../deps.ts";
import { Act, toAct } from "../http/act.ts";
import { contextOf } from "../http/authentication.ts";
import { getIfMatch } from "../http/etag.ts";
import { NoQuery, OVERSEERS, READ_PROBLEMS, access, idParam, json } from "../http/route-parts.ts";
import { answer, at, step } from "./year-act.ts";

const params = idParam("年度编号");
const tags = ["基础资料"];
const startRoute = step(at("start"), "startCampaign", "开始本年度办理工作", StepInput);
const closeRoute = step(
  at("close"),
  "closeCampaign",
  "收官：不再登记、交办；还有未答复件次的，写明件次和理由",
  CloseCampaignInput,
);
const reopenRoute = step(at("reopen"), "reopenCampaign", "收官后重新启动，写明理由", ReopenInput);
const archiveRoute = step(at("archive"), "archiveCampaign", "归档：答复、反馈均已办结", StepInput);
const recountRoute = step(at("counts"), "recountCampaign", "调整应办件数，写明理由", RecountInput, "put");

const Counts = z.strictObject({ expectedCount: z.int().nullable(), filedCount: z.int().nullable() });
const History = z
  .strictObject({
    items: z.array(
      z.strictObject({
        seq: z.int(),
        kind: z.enum(CAMPAIGN_EVENT_KINDS),
        kindLabel: z.string(),
        reason: z.string(),
        counts: z.array(z.strictObject({ kind: z.enum(MOTION_KINDS), before: Counts, after: Counts })),
        acted: Act,
      }),
    ),
  })
  .openapi("CampaignHistory");

const historyRoute = createRoute({
  ...access(OVERSEERS),
  method: "get",
  path: at("history"),
  operationId: "getCampaignHistory",
  summary: "本年度工作的经过：开始、收官、归档、应办件数的调整，及其理由",
  tags,
  request: { params, query: NoQuery },
  responses: { 200: json(History, "经过"), ...READ_PROBLEMS },
});

function toHistory({ events, names }: CampaignHistory): z.infer<typeof History> {
  return {
    items: events.map(({ seq, kind, reason, counts, actedBy, actedAt }) => ({
      seq,
      kind,
      kindLabel: CAMPAIGN_EVENT_LABELS[kind],
      reason,
      counts: (counts ?? []).map((item) => ({ kind: item.kind, before: { ...item.before }, after: { ...item.after } })),
      acted: toAct(names, actedBy, actedAt),
    })),
  };
}

export const campaignStages = new OpenAPIHono<ApiEnv>()
  .openapi(startRoute, async (c) => {
    const { id } = c.req.valid("param");
    await startCampaign(contextOf(c), { id, version: getIfMatch(c) }, c.req.valid("json"));
    return await answer(c, id);
  })
  .openapi(closeRoute, async (c) => {
    const { id } = c.req.valid("param");
    await closeCampaign(contextOf(c), { id, version: getIfMatch(c) }, c.req.valid("json"));
    return await answer(c, id);
  })
  .openapi(reopenRoute, async (c) => {
    const { id } = c.req.valid("param");
    await reopenCampaign(contextOf(c), { id, version: getIfMatch(c) }, c.req.valid("json"));
    return await answer(c, id);
  })
  .openapi(archiveRoute, async (c) => {
    const { id } = c.req.valid("param");
    await archiveCampaign(contextOf(c), { id, version: getIfMatch(c) }, c.req.valid("json"));
    return await answer(c, id);
  })
  .openapi(recountRoute, async (c) => {
    const { id } = c.req.valid("param");
    await recountCampaign(contextOf(c), { id, version: getIfMatch(c) }, c.req.valid("json"));
    return await answer(c, id);
  })
  .openapi(historyRoute, async (c) => c.json(toHistory(await listEvents(contextOf(c), c.req.valid("param").id)), 200));
