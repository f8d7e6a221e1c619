import { randomUUID } from "node:crypto";
import { dropLease, takeLease } from "#db/writes/leases.ts";
import type { Context } from "./context.ts";
import { Underway } from "./errors.ts";

const MINUTE = 60_000;
/** A holder that died is forgotten after this; one that lives renews in time. */
const LIFE = 2 * MINUTE;

/**
 * Runs `work` while holding the named right; throws Underway where another holds it.
 * Nothing was done then, and the sentence says what to wait for.
 */
export async function withLease<T>(ctx: Context, name: string, sentence: string, work: () => Promise<T>): Promise<T> {
  const holder = randomUUID();
  const take = () => {
    const now = ctx.now();
    const expiresAt = new Date(now.getTime() + LIFE).toISOString();
    return takeLease(ctx.db, { name, holder, expiresAt }, now.toISOString());
  };
  if (!(await take())) throw new Underway(`${name}_underway`, sentence);
  const renewal = setInterval(() => void take().catch(() => undefined), LIFE / 4);
  try {
    return await work();
  } finally {
    clearInterval(renewal);
    await dropLease(ctx.db, name, holder);
  }
}
