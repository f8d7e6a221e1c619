import type { Context } from "hono";
import { createRoute, type z } from "@hono/zod-openapi";
import { readCampaign } from "#services/campaigns/read-campaign.ts";
import type { ApiEnv } from "../deps.ts";
import { contextOf } from "../http/authentication.ts";
import { IF_MATCH, etagOf } from "../http/etag.ts";
import { CHANGE_PROBLEMS, LEADERS, NoQuery, access, idParam, input, jsonWithEtag } from "../http/route-parts.ts";
import { CampaignFile, toCampaignFile } from "./schema.ts";

export const at = <const P extends string>(name: P) => `/api/campaigns/{id}/${name}` as const;

/** An act of the office about a whole year, under the version that it saw. */
export function step<const P extends string, I extends z.ZodType>(
  path: P,
  operationId: string,
  summary: string,
  schema: I,
  method: "post" | "put" = "post",
) {
  return createRoute({
    ...access(LEADERS),
    method,
    path,
    operationId,
    summary,
    tags: ["基础资料"],
    parameters: [IF_MATCH],
    request: { params: idParam("年度编号"), query: NoQuery, body: input(schema) },
    responses: { 200: jsonWithEtag(CampaignFile, "年度"), ...CHANGE_PROBLEMS },
  });
}

/** The year as it stands after the act. */
export async function answer(c: Context<ApiEnv>, id: string) {
  const detail = await readCampaign(contextOf(c), id);
  c.header("ETag", etagOf(detail.campaign.version));
  return c.json(toCampaignFile(detail), 200);
}
