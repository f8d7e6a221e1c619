import { writeTransaction } from "#db/transaction.ts";
import type { Context } from "../context.ts";
import type { SecurityEvent } from "./record-event.ts";
import { recordSecurityEvent } from "./record-event.ts";

/** Writes down what was refused outside of any transaction of its own. */
export async function recordRefusal(ctx: Pick<Context, "db" | "now">, event: SecurityEvent): Promise<void> {
  await writeTransaction(ctx.db, async (tx) => {
    await recordSecurityEvent(tx, ctx, event);
  });
}
