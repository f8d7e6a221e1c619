import { createHmac } from "node:crypto";
import { writeTransaction } from "#db/transaction.ts";
import type { OutboxRow } from "#db/reads/outbox.ts";
import { listOutboxDue } from "#db/reads/outbox.ts";
import { updateOutbox } from "#db/writes/outbox.ts";
import { findRetryDelay } from "#domain/supervision/retry.ts";
import type { Context } from "../context.ts";
import { withLease } from "../lease.ts";

export type Gateway = {
  /** Where SMS and e-mail gateways take what is to be sent. */
  readonly url: string;
  /** Known to both ends; signs every message. */
  readonly secret: string;
  readonly fetch: typeof globalThis.fetch;
};

export type DeliveryCounts = { readonly delivered: number; readonly retried: number; readonly failed: number };

const BATCH = 50;
const PATIENCE_MS = 10_000;

/** HMAC-SHA256 in hex over "timestamp.id.body": the gateway checks who sent it, that nothing was changed, and its age. */
export function signOutbox(secret: string, timestamp: string, id: string, body: string): string {
  return createHmac("sha256", secret).update(`${timestamp}.${id}.${body}`).digest("hex");
}

/** Undefined: taken. Otherwise one word of what went wrong, never what the gateway said. */
async function post(
  gateway: Gateway,
  { id, topic, payload }: OutboxRow,
  timestamp: string,
): Promise<string | undefined> {
  try {
    const response = await gateway.fetch(gateway.url, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        "Idempotency-Key": id,
        "Huiyin-Topic": topic,
        "Huiyin-Timestamp": timestamp,
        "Huiyin-Signature": `v1=${signOutbox(gateway.secret, timestamp, id, payload)}`,
      },
      body: payload,
      redirect: "manual",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    await response.body?.cancel();
    return response.ok ? undefined : `HTTP ${response.status}`;
  } catch (error) {
    return error instanceof Error && error.name === "TimeoutError" ? "timeout" : "unreachable";
  }
}

function toOutcome(row: OutboxRow, error: string | undefined, now: Date) {
  if (error === undefined) return { deliveredAt: now.toISOString(), attempts: row.attempts + 1, lastError: null };
  const attempts = row.attempts + 1;
  const delay = findRetryDelay(attempts);
  if (delay === undefined) return { attempts, failedAt: now.toISOString(), lastError: error };
  return { attempts, nextAt: new Date(now.getTime() + delay).toISOString(), lastError: error };
}

/**
 * Sends what waits, at least once: the gateway drops what it has met by Idempotency-Key. What fails is tried again with a
 * growing delay, and given up after the tenth time. Throws Underway while another delivery runs.
 */
export async function deliverOutbox(ctx: Context, gateway: Gateway): Promise<DeliveryCounts> {
  return await withLease(ctx, "outbox", "正在发送催办信息，请稍后再试", async () => {
    const counts = { delivered: 0, retried: 0, failed: 0 };
    for (const row of await listOutboxDue(ctx.db, ctx.now().toISOString(), BATCH)) {
      const error = await post(gateway, row, ctx.now().toISOString());
      const outcome = toOutcome(row, error, ctx.now());
      await writeTransaction(ctx.db, async (tx) => await updateOutbox(tx, row.id, outcome));
      counts[error === undefined ? "delivered" : "failedAt" in outcome ? "failed" : "retried"] += 1;
    }
    return counts;
  });
}
