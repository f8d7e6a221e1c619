import { findActor } from "#db/reads/accounts.ts";
import type { Transaction } from "#db/open.ts";
import type { Actor } from "#domain/handling/actor.ts";
import type { Context } from "../context.ts";
import { recordAudit } from "../audit.ts";

type SessionAct = "start" | "refuse" | "pend" | "step_up" | "end" | "end_all";

/** Whoever failed to show who they are. */
const STRANGER: Actor = { id: "stranger", name: "未登录", role: "machine", unitCode: null };

async function findKnown(tx: Transaction, id: string): Promise<Actor | undefined> {
  const row = await findActor(tx, id);
  return row && { id, name: row.name, role: row.role, unitCode: row.unitCode };
}

/**
 * Every sign-in, refused or not, and every end of one (ASVS 16.3.1). Never what was typed.
 * `known`: it was shown that it is this person; otherwise a stranger tried the account, or none that exists.
 */
export async function recordSession(
  tx: Transaction,
  { db, now }: Pick<Context, "db" | "now">,
  act: SessionAct,
  { actorId, known }: { readonly actorId: string; readonly known: boolean },
): Promise<void> {
  const actor = (known ? await findKnown(tx, actorId) : undefined) ?? STRANGER;
  const event = { action: `session.${act}`, object: `session:${actorId}`, beforeHash: null, afterHash: null };
  await recordAudit(tx, { db, now, actor }, event);
}
