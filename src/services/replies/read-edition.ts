import type { EditionRow } from "#db/reads/reply-record.ts";
import { findEdition } from "#db/reads/reply-record.ts";
import type { Context } from "../context.ts";
import { Forbidden, NotFound } from "../errors.ts";
import { getReply } from "./load-reply.ts";

/** One edition with its words, to be held against another. Throws NotFound where it is not there or not the actor's. */
export async function readEdition(ctx: Context, id: string, number: number): Promise<EditionRow> {
  if (ctx.actor.role === "machine") throw new Forbidden();
  await getReply(ctx.db, ctx.actor, id);
  const edition = await findEdition(ctx.db, id, number);
  if (!edition) throw new NotFound("这一稿");
  return edition;
}
