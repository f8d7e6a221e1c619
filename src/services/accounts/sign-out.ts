import { deleteSession, deleteSessionsOf } from "#db/writes/sessions.ts";
import { writeTransaction } from "#db/transaction.ts";
import { refuse } from "#domain/handling/refusal.ts";
import type { Context } from "../context.ts";
import { Refused } from "../errors.ts";
import { recordSession } from "./record-session.ts";

/** Ends the session that asks. */
export async function signOut(ctx: Context): Promise<void> {
  const { session, actor, db } = ctx;
  if (!session) throw Refused.of(refuse("no_session"));
  await writeTransaction(db, async (tx) => {
    if (!(await deleteSession(tx, session.tokenHash))) return;
    await recordSession(tx, ctx, "end", { actorId: actor.id, known: true });
  });
}

/** Ends every session of the person who asks, on whatever machine. */
export async function signOutEverywhere(ctx: Context): Promise<void> {
  const { session, actor, db } = ctx;
  if (!session) throw Refused.of(refuse("no_session"));
  await writeTransaction(db, async (tx) => {
    await deleteSessionsOf(tx, actor.id);
    await recordSession(tx, ctx, "end_all", { actorId: actor.id, known: true });
  });
}
