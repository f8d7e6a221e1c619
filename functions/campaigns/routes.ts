import { OpenAPIHono, createRoute } from "@hono/zod-openapi";
import { CampaignRules } from "#domain/campaign/campaign-rules.ts";
import { CampaignInput, createCampaign } from "#services/campaigns/create-campaign.ts";
import { listCampaigns } from "#services/campaigns/list-campaigns.ts";
import { readCampaign } from "#services/campaigns/read-campaign.ts";
import { updateRules } from "#services/campaigns/update-rules.ts";
import type { ApiEnv } from "../deps.ts";
import { contextOf } from "../http/authentication.ts";
import { IF_MATCH, etagOf, getIfMatch } from "../http/etag.ts";
import { IDEMPOTENCY_KEY, idempotent } from "../http/idempotency.ts";
import {
  CHANGE_PROBLEMS,
  CREATE_PROBLEMS,
  LEADERS,
  LIST_PROBLEMS,
  NoQuery,
  PEOPLE,
  READ_PROBLEMS,
  access,
  idParam,
  input,
  json,
  jsonWithEtag,
  pageOf,
} from "../http/route-parts.ts";
import { Campaign, CampaignFile, Rules, toCampaign, toCampaignFile, toRulesAnswer } from "./schema.ts";

const tags = ["基础资料"];
const params = idParam("年度编号");

const listRoute = createRoute({
  ...access(PEOPLE),
  method: "get",
  path: "/api/campaigns",
  operationId: "listCampaigns",
  summary: "各年度办理工作",
  tags,
  request: { query: NoQuery },
  responses: { 200: json(pageOf(Campaign), "全部年度，新的在前"), ...LIST_PROBLEMS },
});

const getRoute = createRoute({
  ...access(PEOPLE),
  method: "get",
  path: "/api/campaigns/{id}",
  operationId: "getCampaign",
  summary: "一个年度的办理工作：口径、规则、法定期限与年度期限对照、应当核对的事项",
  tags,
  request: { params, query: NoQuery },
  responses: { 200: jsonWithEtag(CampaignFile, "年度"), ...READ_PROBLEMS },
});

const createCampaignRoute = createRoute({
  ...access(LEADERS, idempotent),
  method: "post",
  path: "/api/campaigns",
  operationId: "createCampaign",
  summary: "建立一个年度的办理工作",
  tags,
  parameters: [IDEMPOTENCY_KEY],
  request: { query: NoQuery, body: input(CampaignInput) },
  responses: {
    201: {
      ...json(CampaignFile, "已建立；warnings 列出应当核对的事项"),
      headers: { Location: { schema: { type: "string" as const } } },
    },
    ...CREATE_PROBLEMS,
  },
});

const getRulesRoute = createRoute({
  ...access(PEOPLE),
  method: "get",
  path: "/api/campaigns/{id}/rules",
  operationId: "getCampaignRules",
  summary: "一个年度的办理规则",
  tags,
  request: { params, query: NoQuery },
  responses: { 200: jsonWithEtag(Rules, "规则"), ...READ_PROBLEMS },
});

const updateRulesRoute = createRoute({
  ...access(LEADERS),
  method: "put",
  path: "/api/campaigns/{id}/rules",
  operationId: "updateCampaignRules",
  summary: "修改一个年度的办理规则；已经确定的到期日不变",
  tags,
  parameters: [IF_MATCH],
  request: { params, query: NoQuery, body: input(CampaignRules) },
  responses: { 200: jsonWithEtag(Rules, "修改后的规则"), ...CHANGE_PROBLEMS },
});

export const campaigns = new OpenAPIHono<ApiEnv>()
  .openapi(listRoute, async (c) => {
    const page = await listCampaigns(contextOf(c));
    return c.json({ ...page, items: page.items.map(toCampaign) }, 200);
  })
  .openapi(getRoute, async (c) => {
    const detail = await readCampaign(contextOf(c), c.req.valid("param").id);
    c.header("ETag", etagOf(detail.campaign.version));
    return c.json(toCampaignFile(detail), 200);
  })
  .openapi(createCampaignRoute, async (c) => {
    const { id } = c.req.valid("json");
    await createCampaign(contextOf(c), c.req.valid("json"));
    c.header("Location", `${c.get("deps").base ?? ""}/api/campaigns/${id}`);
    return c.json(toCampaignFile(await readCampaign(contextOf(c), id)), 201);
  })
  .openapi(getRulesRoute, async (c) => {
    const detail = await readCampaign(contextOf(c), c.req.valid("param").id);
    c.header("ETag", etagOf(detail.rules.version));
    return c.json(toRulesAnswer(detail), 200);
  })
  .openapi(updateRulesRoute, async (c) => {
    const { id } = c.req.valid("param");
    await updateRules(contextOf(c), { id, version: getIfMatch(c) }, c.req.valid("json"));
    const detail = await readCampaign(contextOf(c), id);
    c.header("ETag", etagOf(detail.rules.version));
    return c.json(toRulesAnswer(detail), 200);
  });
