import { OpenAPIHono, createRoute, z } from "@hono/zod-openapi";
import { AsksInput, setAsks } from "#services/asks/set-asks.ts";
import type { ApiEnv } from "../deps.ts";
import { contextOf } from "../http/authentication.ts";
import { IF_MATCH, etagOf, getIfMatch } from "../http/etag.ts";
import { CHANGE_PROBLEMS, NoQuery, access, idParam, input, jsonWithEtag } from "../http/route-parts.ts";

const Asks = z.strictObject({ asks: z.array(z.strictObject({ number: z.int(), text: z.string() })) }).openapi("Asks");

const setRoute = createRoute({
  ...access(["office"]),
  method: "put",
  path: "/api/motions/{id}/asks",
  operationId: "setAsks",
  summary: "逐项列出建议提案的诉求，供答复逐条对应",
  tags: ["建议提案"],
  parameters: [IF_MATCH],
  request: { params: idParam("建议提案编号，如 2026-jianyi-39"), query: NoQuery, body: input(AsksInput) },
  responses: { 200: jsonWithEtag(Asks, "诉求"), ...CHANGE_PROBLEMS },
});

export const asks = new OpenAPIHono<ApiEnv>().openapi(setRoute, async (c) => {
  const { id } = c.req.valid("param");
  const version = getIfMatch(c);
  const list = await setAsks(contextOf(c), { id, version }, c.req.valid("json"));
  c.header("ETag", etagOf(version + 1));
  return c.json({ asks: list.map(({ number, text }) => ({ number, text })) }, 200);
});
