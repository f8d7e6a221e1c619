import type { Context } from "hono";
import { OpenAPIHono, createRoute } from "@hono/zod-openapi";
import { SiteSettings } from "#domain/settings/site-settings.ts";
import { changeSite } from "#services/settings/change-site.ts";
import { readSite } from "#services/settings/read-site.ts";
import type { ApiEnv } from "../deps.ts";
import { contextOf } from "../http/authentication.ts";
import { IF_MATCH, etagOf, getIfMatch } from "../http/etag.ts";
import {
  CHANGE_PROBLEMS,
  LEADERS,
  LIST_PROBLEMS,
  NoQuery,
  OVERSEERS,
  access,
  input,
  jsonWithEtag,
} from "../http/route-parts.ts";

const tags = ["基础资料"];
const Site = SiteSettings.clone().openapi("SiteSettings");

const getRoute = createRoute({
  ...access(OVERSEERS),
  method: "get",
  path: "/api/settings/site",
  operationId: "getSiteSettings",
  summary: "公开网站的名称、主办单位、备案信息等",
  tags,
  request: { query: NoQuery },
  responses: { 200: jsonWithEtag(Site, "设置"), ...LIST_PROBLEMS },
});

const changeRoute = createRoute({
  ...access(LEADERS),
  method: "put",
  path: "/api/settings/site",
  operationId: "changeSiteSettings",
  summary: "修改公开网站的名称、主办单位、备案信息等；随下一次发布生效",
  tags,
  parameters: [IF_MATCH],
  request: { query: NoQuery, body: input(SiteSettings) },
  responses: { 200: jsonWithEtag(Site, "修改后的设置"), ...CHANGE_PROBLEMS },
});

async function read(c: Context<ApiEnv>): Promise<SiteSettings> {
  const { settings, version } = await readSite(contextOf(c));
  c.header("ETag", etagOf(version));
  return settings;
}

export const settings = new OpenAPIHono<ApiEnv>()
  .openapi(getRoute, async (c) => c.json(await read(c), 200))
  .openapi(changeRoute, async (c) => {
    await changeSite(contextOf(c), getIfMatch(c), c.req.valid("json"));
    return c.json(await read(c), 200);
  });
