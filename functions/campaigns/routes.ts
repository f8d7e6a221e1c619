import { OpenAPIHono, createRoute, z } from "@hono/zod-openapi";
import type { CampaignView } from "#db/reads/campaign-list.ts";
import { CAMPAIGN_STATES } from "#domain/motion/campaign.ts";
import { MOTION_KINDS } from "#domain/motion/kind.ts";
import { getCampaign, listCampaigns } from "#services/campaigns/list-campaigns.ts";
import type { ApiEnv } from "../deps.ts";
import { contextOf } from "../http/authentication.ts";
import { etagOf } from "../http/etag.ts";
import {
  LIST_PROBLEMS,
  NoQuery,
  PEOPLE,
  READ_PROBLEMS,
  access,
  idParam,
  json,
  jsonWithEtag,
  pageOf,
} from "../http/route-parts.ts";

const CampaignKind = z.strictObject({
  kind: z.enum(MOTION_KINDS),
  sittingName: z.string(),
  schemeId: z.string(),
  assignedOn: z.string(),
  followUpDueOn: z.string().nullable(),
  expectedCount: z.int().nullable(),
  filedCount: z.int().nullable(),
});
const Campaign = z
  .strictObject({
    id: z.string(),
    version: z.int(),
    year: z.int(),
    name: z.string(),
    state: z.enum(CAMPAIGN_STATES),
    namesPublic: z.boolean(),
    kinds: z.array(CampaignKind),
  })
  .openapi("Campaign");

const listRoute = createRoute({
  ...access(PEOPLE),
  method: "get",
  path: "/api/campaigns",
  operationId: "listCampaigns",
  summary: "各年度办理工作",
  tags: ["基础资料"],
  request: { query: NoQuery },
  responses: { 200: json(pageOf(Campaign), "全部年度，新的在前"), ...LIST_PROBLEMS },
});

const getRoute = createRoute({
  ...access(PEOPLE),
  method: "get",
  path: "/api/campaigns/{id}",
  operationId: "getCampaign",
  summary: "一个年度的办理工作",
  tags: ["基础资料"],
  request: { params: idParam("年度编号"), query: NoQuery },
  responses: { 200: jsonWithEtag(Campaign, "年度"), ...READ_PROBLEMS },
});

function toKind(row: CampaignView["kinds"][number]): z.infer<typeof CampaignKind> {
  const { kind, sittingName, schemeId, assignedOn, followUpDueOn, expectedCount, filedCount } = row;
  return { kind, sittingName, schemeId, assignedOn, followUpDueOn, expectedCount, filedCount };
}

function toCampaign(view: CampaignView): z.infer<typeof Campaign> {
  const { id, version, year, name, state, namesPublic, kinds } = view;
  return { id, version, year, name, state, namesPublic, kinds: kinds.map(toKind) };
}

export const campaigns = new OpenAPIHono<ApiEnv>()
  .openapi(listRoute, async (c) => {
    const page = await listCampaigns(contextOf(c));
    return c.json({ ...page, items: page.items.map(toCampaign) }, 200);
  })
  .openapi(getRoute, async (c) => {
    const campaign = await getCampaign(contextOf(c), c.req.valid("param").id);
    c.header("ETag", etagOf(campaign.version));
    return c.json(toCampaign(campaign), 200);
  });
