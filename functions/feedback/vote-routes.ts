import type { Context } from "hono";
import { OpenAPIHono, createRoute, z } from "@hono/zod-openapi";
import { readVotes } from "#services/votes/read-votes.ts";
import { VoteInput, recordVote } from "#services/votes/record-vote.ts";
import type { ApiEnv } from "../deps.ts";
import { contextOf } from "../http/authentication.ts";
import { IF_MATCH, etagOf, getIfMatch } from "../http/etag.ts";
import {
  CHANGE_PROBLEMS,
  NoQuery,
  PEOPLE,
  READ_PROBLEMS,
  access,
  idParam,
  input,
  jsonWithEtag,
} from "../http/route-parts.ts";

const Vote = z.strictObject({
  seq: z.int(),
  body: z.string(),
  heldOn: z.string(),
  issued: z.int(),
  returned: z.int(),
  satisfied: z.int(),
  basicallySatisfied: z.int(),
  dissatisfied: z.int(),
});
const Votes = z.strictObject({ motionId: z.string(), version: z.int(), votes: z.array(Vote) }).openapi("Votes");

const params = idParam("建议提案编号，如 2026-jianyi-39");

const getRoute = createRoute({
  ...access(PEOPLE),
  method: "get",
  path: "/api/motions/{id}/votes",
  operationId: "getVotes",
  summary: "人大常委会、政协对一件建议提案的测评",
  tags: ["反馈"],
  request: { params, query: NoQuery },
  responses: { 200: jsonWithEtag(Votes, "历次测评"), ...READ_PROBLEMS },
});

const recordRoute = createRoute({
  ...access(["office"]),
  method: "post",
  path: "/api/motions/{id}/votes",
  operationId: "recordVote",
  summary: "登记一次测评",
  tags: ["反馈"],
  parameters: [IF_MATCH],
  request: { params, query: NoQuery, body: input(VoteInput) },
  responses: { 200: jsonWithEtag(Votes, "历次测评"), ...CHANGE_PROBLEMS },
});

async function answer(c: Context<ApiEnv>, id: string) {
  const { version, votes } = await readVotes(contextOf(c), id);
  c.header("ETag", etagOf(version));
  const items = votes.map(({ motionId: _motion, recordedBy: _by, ...vote }) => vote);
  return c.json({ motionId: id, version, votes: items }, 200);
}

export const votes = new OpenAPIHono<ApiEnv>()
  .openapi(getRoute, async (c) => await answer(c, c.req.valid("param").id))
  .openapi(recordRoute, async (c) => {
    const { id } = c.req.valid("param");
    await recordVote(contextOf(c), { id, version: getIfMatch(c) }, c.req.valid("json"));
    return await answer(c, id);
  });
