import { deleteSession, deleteSessionsOf } from "#db/writes/sessions.ts";
import { writeTransaction } from "#db/transaction.ts";
import type { Context } from "../context.ts";
import { recordSession } from "./record-session.ts";
import { getSessionFacts } from "./session-facts.ts";

/** Ends the session that asks. */
export async function signOut(ctx: Context): Promise<void> {
  const session = getSessionFacts(ctx);
  const { actor, db } = ctx;
  await writeTransaction(db, async (tx) => {
    if (!(await deleteSession(tx, session.tokenHash))) return;
    await recordSession(tx, ctx, "end", actor.id);
  });
}

/** Ends every session of the person who asks, on whatever machine. */
export async function signOutEverywhere(ctx: Context): Promise<void> {
  getSessionFacts(ctx);
  const { actor, db } = ctx;
  await writeTransaction(db, async (tx) => {
    await deleteSessionsOf(tx, actor.id);
    await recordSession(tx, ctx, "end_all", actor.id);
  });
}
