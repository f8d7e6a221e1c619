import { and, eq, isNull, lt, or } from "drizzle-orm";
import type { Transaction } from "../open.ts";
import { idempotencyKeys } from "../schema/actors.ts";

type Row = typeof idempotencyKeys.$inferSelect;

/** Forgets answers kept before `keptBefore`, and claims from before `openBefore` whose holder never came back. */
export async function purgeIdempotencyKeys(tx: Transaction, keptBefore: string, openBefore: string): Promise<void> {
  const { createdAt, status } = idempotencyKeys;
  await tx.delete(idempotencyKeys).where(or(lt(createdAt, keptBefore), and(isNull(status), lt(createdAt, openBefore))));
}

/** Undefined: the key is now the caller's. Otherwise the row of whoever had it first. */
export async function insertIdempotencyKey(
  tx: Transaction,
  row: Pick<Row, "actorId" | "key" | "requestHash" | "createdAt">,
): Promise<Row | undefined> {
  const added = await tx
    .insert(idempotencyKeys)
    .values(row)
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key });
  if (added.length > 0) return undefined;
  return await tx
    .select()
    .from(idempotencyKeys)
    .where(and(eq(idempotencyKeys.actorId, row.actorId), eq(idempotencyKeys.key, row.key)))
    .get();
}

export async function updateIdempotencyKey(
  tx: Transaction,
  actorId: string,
  key: string,
  answer: { readonly status: number; readonly headers: Record<string, string>; readonly body: string },
): Promise<void> {
  await tx
    .update(idempotencyKeys)
    .set(answer)
    .where(and(eq(idempotencyKeys.actorId, actorId), eq(idempotencyKeys.key, key)));
}

export async function deleteIdempotencyKey(tx: Transaction, actorId: string, key: string): Promise<void> {
  await tx.delete(idempotencyKeys).where(and(eq(idempotencyKeys.actorId, actorId), eq(idempotencyKeys.key, key)));
}
