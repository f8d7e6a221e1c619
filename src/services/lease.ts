import { randomUUID } from "node:crypto";
import { dropLease, takeLease } from "#db/writes/leases.ts";
import { writeTransaction } from "#db/transaction.ts";
import type { Context } from "./context.ts";
import { Underway } from "./errors.ts";

/** A holder that died is forgotten after this; one that lives renews in time. */
const LIFE_MS = 30_000;

/** The holder lost its right: it was suspended for too long, and another may be at work. */
export class LeaseLost extends Error {
  override name = "LeaseLost";
}

/** Throws LeaseLost unless the right is still held. To be asked right before what cannot be taken back. */
export type AssertHeld = () => Promise<void>;

/**
 * Runs `work` while holding the named right; throws Underway where another holds it.
 * Nothing was done then, and the sentence says what to wait for.
 */
export async function withLease<T>(
  ctx: Context,
  name: string,
  sentence: string,
  work: (assertHeld: AssertHeld) => Promise<T>,
): Promise<T> {
  const holder = randomUUID();
  const take = async () => {
    const now = ctx.now();
    const expiresAt = new Date(now.getTime() + LIFE_MS).toISOString();
    return await writeTransaction(
      ctx.db,
      async (tx) => await takeLease(tx, { name, holder, expiresAt }, now.toISOString()),
    );
  };
  if (!(await take())) throw new Underway(`${name}_underway`, sentence);
  const renewal = setInterval(() => void take().catch(() => undefined), LIFE_MS / 3);
  try {
    return await work(async () => {
      if (!(await take())) throw new LeaseLost(`Failed to go on: the ${name} lease is another's`);
    });
  } finally {
    clearInterval(renewal);
    await writeTransaction(ctx.db, async (tx) => await dropLease(tx, name, holder));
  }
}
