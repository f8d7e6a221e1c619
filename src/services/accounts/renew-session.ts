import type { SessionHolder } from "#db/reads/sessions.ts";
import { deleteSession } from "#db/writes/sessions.ts";
import type { Transaction } from "#db/open.ts";
import type { Context } from "../context.ts";
import type { OpenedSession } from "./open-session.ts";
import { openSession } from "./open-session.ts";
import { recordSession } from "./record-session.ts";

/** Whoever holds the session has just proven to be it: the same session under a new token (ASVS 7.2.4), its end where it was. */
export async function renewSession(
  tx: Transaction,
  { now }: Pick<Context, "now">,
  { session, actor }: SessionHolder,
): Promise<OpenedSession> {
  await deleteSession(tx, session.tokenHash);
  await recordSession(tx, { now }, "step_up", actor.id);
  const { expiresAt: until, network, browser } = session;
  const client = { network, browser };
  return await openSession(tx, { actorId: actor.id, now: now().getTime(), steppedUp: true, until, client });
}
