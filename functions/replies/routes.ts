import type { Context } from "hono";
import { OpenAPIHono } from "@hono/zod-openapi";
import { approveReply } from "#services/replies/approve.ts";
import { correctReply } from "#services/replies/correct.ts";
import { draftReply } from "#services/replies/draft.ts";
import { finaliseReply } from "#services/replies/finalise.ts";
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

async function answer(c: Context<ApiEnv>, id: string) {
  const file = await readReply(contextOf(c), id);
  c.header("ETag", etagOf(file.assignment.version));
  return c.json(toReply(file), 200);
}

/** Parse, let the service decide, answer with the reply as it now stands. */
export const replies = new OpenAPIHono<ApiEnv>()
  .openapi(getReplyRoute, async (c) => await answer(c, c.req.valid("param").id))
  .openapi(draftRoute, async (c) => {
    const { id } = c.req.valid("param");
    await draftReply(contextOf(c), { id, version: getIfMatch(c) }, c.req.valid("json"));
    return await answer(c, id);
  })
  .openapi(proposeRoute, async (c) => {
    const { id } = c.req.valid("param");
    await proposeReply(contextOf(c), { id, version: getIfMatch(c) });
    return await answer(c, id);
  })
  .openapi(submitRoute, async (c) => {
    const { id } = c.req.valid("param");
    await submitReply(contextOf(c), { id, version: getIfMatch(c) });
    return await answer(c, id);
  })
  .openapi(returnRoute, async (c) => {
    const { id } = c.req.valid("param");
    await returnReply(contextOf(c), { id, version: getIfMatch(c) }, c.req.valid("json"));
    return await answer(c, id);
  })
  .openapi(approveRoute, async (c) => {
    const { id } = c.req.valid("param");
    await approveReply(contextOf(c), { id, version: getIfMatch(c) });
    return await answer(c, id);
  })
  .openapi(finaliseRoute, async (c) => {
    const { id } = c.req.valid("param");
    await finaliseReply(contextOf(c), { id, version: getIfMatch(c) });
    return await answer(c, id);
  })
  .openapi(publishRoute, async (c) => {
    const { id } = c.req.valid("param");
    await publishReply(contextOf(c), { id, version: getIfMatch(c) });
    return await answer(c, id);
  })
  .openapi(correctRoute, async (c) => {
    const { id } = c.req.valid("param");
    await correctReply(contextOf(c), { id, version: getIfMatch(c) }, c.req.valid("json"));
    return await answer(c, id);
  })
  .openapi(withdrawRoute, async (c) => {
    const { id } = c.req.valid("param");
    await withdrawReply(contextOf(c), { id, version: getIfMatch(c) }, c.req.valid("json"));
    return await answer(c, id);
  });
