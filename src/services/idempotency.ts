import {
  deleteIdempotencyKey,
  insertIdempotencyKey,
  purgeIdempotencyKeys,
  updateIdempotencyKey,
} from "#db/writes/idempotency.ts";
import { writeTransaction } from "#db/transaction.ts";
import type { Context } from "./context.ts";
import { Invalid, Underway } from "./errors.ts";

export type KeptAnswer = {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string;
};

const HOUR = 3_600_000;
const KEPT = 24 * HOUR;
/** A request that has not ended by then died with its process. What it wrote is guarded by the version it named. */
const OPEN = HOUR / 12;

/**
 * Takes the key for this actor. Undefined: go on, then keepAnswer or dropKey. An answer: give it again, do nothing.
 * Throws Invalid where the key belongs to another request, Underway while the first one runs.
 */
export async function claimKey(ctx: Context, key: string, requestHash: string): Promise<KeptAnswer | undefined> {
  const now = ctx.now();
  const before = (ms: number) => new Date(now.getTime() - ms).toISOString();
  return await writeTransaction(ctx.db, async (tx) => {
    await purgeIdempotencyKeys(tx, before(KEPT), before(OPEN));
    const createdAt = now.toISOString();
    const first = await insertIdempotencyKey(tx, { actorId: ctx.actor.id, key, requestHash, createdAt });
    if (!first) return undefined;
    if (first.requestHash !== requestHash) {
      throw new Invalid(
        "这个 Idempotency-Key 已用于另一项内容不同的操作，请更换新的编号",
        [],
        "idempotency_key_reused",
      );
    }
    if (first.status === null || first.body === null) {
      throw new Underway("request_underway", "同一请求正在办理，请稍后用同一 Idempotency-Key 查询结果");
    }
    return { status: first.status, headers: first.headers ?? {}, body: first.body };
  });
}

export async function keepAnswer(ctx: Context, key: string, answer: KeptAnswer): Promise<void> {
  await writeTransaction(ctx.db, async (tx) => await updateIdempotencyKey(tx, ctx.actor.id, key, answer));
}

/** The request changed nothing; its key may be used again. */
export async function dropKey(ctx: Context, key: string): Promise<void> {
  await writeTransaction(ctx.db, async (tx) => await deleteIdempotencyKey(tx, ctx.actor.id, key));
}
