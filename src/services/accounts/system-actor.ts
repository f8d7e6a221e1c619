import { eq } from "drizzle-orm";
import { actors } from "#db/schema/actors.ts";
import { writeTransaction } from "#db/transaction.ts";
import type { Database } from "#db/open.ts";
import type { Actor } from "#domain/handling/actor.ts";

/** Whoever sits at the machine: commands act under this name, and the audit says so. */
export const SYSTEM_ACTOR: Actor = { id: "system", name: "系统命令", role: "admin", unitCode: null };

export async function ensureSystemActor(db: Database, now: Date): Promise<Actor> {
  const { id, name, role } = SYSTEM_ACTOR;
  if ((await db.$count(actors, eq(actors.id, id))) > 0) return SYSTEM_ACTOR;
  await writeTransaction(db, async (tx) => {
    await tx.insert(actors).values({ id, name, role, createdAt: now.toISOString() }).onConflictDoNothing();
  });
  return SYSTEM_ACTOR;
}
