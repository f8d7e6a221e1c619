import { and, eq, isNull, lt, or, sql } from "drizzle-orm";
import type { Transaction } from "../open.ts";
import { prepareOnce } from "../prepare-once.ts";
import { idempotencyKeys } from "../schema/actors.ts";
import { updateOnce } from "../write-once.ts";

type Row = typeof idempotencyKeys.$inferSelect;

const { createdAt, status } = idempotencyKeys;
const KEPT_BEFORE = sql.placeholder("keptBefore");
const OPEN_BEFORE = sql.placeholder("openBefore");

const forgotten = (tx: Transaction) =>
  tx
    .delete(idempotencyKeys)
    .where(or(lt(createdAt, KEPT_BEFORE), and(isNull(status), lt(createdAt, OPEN_BEFORE))))
    .prepare();

const claimed = (tx: Transaction) =>
  tx
    .insert(idempotencyKeys)
    .values({
      actorId: sql.placeholder("actorId"),
      key: sql.placeholder("key"),
      requestHash: sql.placeholder("requestHash"),
      createdAt: sql.placeholder("createdAt"),
    })
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key })
    .prepare();

const updateRow = updateOnce(
  idempotencyKeys,
  and(eq(idempotencyKeys.actorId, sql.placeholder("ofActor")), eq(idempotencyKeys.key, sql.placeholder("ofKey"))),
);

/** Forgets answers kept before `keptBefore`, and claims from before `openBefore` whose holder never came back. */
export async function purgeIdempotencyKeys(tx: Transaction, keptBefore: string, openBefore: string): Promise<void> {
  await prepareOnce(tx, forgotten).run({ keptBefore, openBefore });
}

/** Undefined: the key is now the caller's. Otherwise the row of whoever had it first. */
export async function insertIdempotencyKey(
  tx: Transaction,
  row: Pick<Row, "actorId" | "key" | "requestHash" | "createdAt">,
): Promise<Row | undefined> {
  const added = await prepareOnce(tx, claimed).all(row);
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
  await updateRow(tx, { ofActor: actorId, ofKey: key }, answer);
}

export async function deleteIdempotencyKey(tx: Transaction, actorId: string, key: string): Promise<void> {
  await tx.delete(idempotencyKeys).where(and(eq(idempotencyKeys.actorId, actorId), eq(idempotencyKeys.key, key)));
}
