import { findActor } from "#db/reads/accounts.ts";
import { insertActor } from "#db/writes/accounts.ts";
import { writeTransaction } from "#db/transaction.ts";
import type { Database } from "#db/open.ts";
import type { Actor } from "#domain/handling/actor.ts";

/** Whoever sits at the machine: commands act under this name, and the audit says so. */
export const SYSTEM_ACTOR: Actor = { id: "system", name: "系统命令", role: "admin", unitCode: null };

export async function ensureSystemActor(db: Database, now: Date): Promise<Actor> {
  const { id, name, role } = SYSTEM_ACTOR;
  if (await findActor(db, id)) return SYSTEM_ACTOR;
  await writeTransaction(db, async (tx) => {
    if (!(await findActor(tx, id))) await insertActor(tx, { id, name, role, createdAt: now.toISOString() });
  });
  return SYSTEM_ACTOR;
}
