import type { Context } from "hono";
import { OpenAPIHono } from "@hono/zod-openapi";
import { approveReply } from "#services/replies/approve.ts";
import { correctReply } from "#services/replies/correct.ts";
import { draftReply } from "#services/replies/draft.ts";
import { finaliseReply } from "#services/replies/finalise.ts";
import type { LoadedReply } from "#services/replies/load-reply.ts";
import { proposeReply } from "#services/replies/propose.ts";
import { publishReply } from "#services/replies/publish.ts";
import { readReply } from "#services/replies/read-reply.ts";
import { returnReply } from "#services/replies/return.ts";
import { submitReply } from "#services/replies/submit.ts";
import { withdrawReply } from "#services/replies/withdraw.ts";
import type { ApiEnv } from "../deps.ts";
import { contextOf } from "../http/authentication.ts";
import { etagOf, getIfMatch } from "../http/etag.ts";
import { toReply } from "./to-reply.ts";
import {
  approveRoute,
  correctRoute,
  draftRoute,
  finaliseRoute,
  getReplyRoute,
  proposeRoute,
  publishRoute,
  returnRoute,
  submitRoute,
  withdrawRoute,
} from "./verb-routes.ts";

async function answer(c: Context<ApiEnv>, id: string, changed?: LoadedReply) {
  const file = await readReply(contextOf(c), id, changed);
  c.header("ETag", etagOf(file.assignment.version));
  return c.json(toReply(file), 200);
}

/** Parse, let the service decide, answer with the reply as it now stands. */
export const replies = new OpenAPIHono<ApiEnv>()
  .openapi(getReplyRoute, async (c) => await answer(c, c.req.valid("param").id))
  .openapi(draftRoute, async (c) => {
    const { id } = c.req.valid("param");
    const changed = await draftReply(contextOf(c), { id, version: getIfMatch(c) }, c.req.valid("json"));
    return await answer(c, id, changed);
  })
  .openapi(proposeRoute, async (c) => {
    const { id } = c.req.valid("param");
    const changed = await proposeReply(contextOf(c), { id, version: getIfMatch(c) });
    return await answer(c, id, changed);
  })
  .openapi(submitRoute, async (c) => {
    const { id } = c.req.valid("param");
    const changed = await submitReply(contextOf(c), { id, version: getIfMatch(c) });
    return await answer(c, id, changed);
  })
  .openapi(returnRoute, async (c) => {
    const { id } = c.req.valid("param");
    const changed = await returnReply(contextOf(c), { id, version: getIfMatch(c) }, c.req.valid("json"));
    return await answer(c, id, changed);
  })
  .openapi(approveRoute, async (c) => {
    const { id } = c.req.valid("param");
    const changed = await approveReply(contextOf(c), { id, version: getIfMatch(c) });
    return await answer(c, id, changed);
  })
  .openapi(finaliseRoute, async (c) => {
    const { id } = c.req.valid("param");
    const changed = await finaliseReply(contextOf(c), { id, version: getIfMatch(c) });
    return await answer(c, id, changed);
  })
  .openapi(publishRoute, async (c) => {
    const { id } = c.req.valid("param");
    const changed = await publishReply(contextOf(c), { id, version: getIfMatch(c) });
    return await answer(c, id, changed);
  })
  .openapi(correctRoute, async (c) => {
    const { id } = c.req.valid("param");
    const changed = await correctReply(contextOf(c), { id, version: getIfMatch(c) }, c.req.valid("json"));
    return await answer(c, id, changed);
  })
  .openapi(withdrawRoute, async (c) => {
    const { id } = c.req.valid("param");
    const changed = await withdrawReply(contextOf(c), { id, version: getIfMatch(c) }, c.req.valid("json"));
    return await answer(c, id, changed);
  });
