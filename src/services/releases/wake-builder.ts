import { randomUUID } from "node:crypto";
import { isLeaseHeld } from "#db/reads/leases.ts";
import { countDueReleases, listRunningReleases } from "#db/reads/releases.ts";
import { dropLease, takeLease } from "#db/writes/leases.ts";
import { writeTransaction } from "#db/transaction.ts";
import type { Context } from "../context.ts";

export type DeployHook = {
  /** Starts the machine that builds releases, where that is another one. */
  readonly url: string;
  /** Sent as a bearer where the hook wants one. */
  readonly token: string | undefined;
  readonly fetch: typeof globalThis.fetch;
};

export type Waking = "nothing_due" | "asked_before" | "taken" | "refused";

/** Asked at most so often, however much is published. */
const PAUSE_MS = 60_000;
const PATIENCE_MS = 10_000;
const NAME = "deploy_hook";

async function isDue({ db }: Context, at: string): Promise<boolean> {
  const waiting = (await countDueReleases(db, at)) + (await listRunningReleases(db)).length;
  return waiting > 0 && !(await isLeaseHeld(db, "release", at));
}

/** The body is what GitHub asks for (repository_dispatch); other hooks read none. */
async function post({ url, token, fetch }: DeployHook): Promise<boolean> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        "User-Agent": "huiyin",
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ event_type: "huiyin-release" }),
      redirect: "manual",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}

/**
 * Wakes the builder where a release waits and nobody is at it. The queued release is the outbox row: it was written in the
 * transaction of the act and stands until it is live, so whoever asks again loses nothing; and asking twice does nothing
 * twice, because a release is taken under a lease.
 */
export async function wakeBuilder(ctx: Context, hook: DeployHook): Promise<Waking> {
  const now = ctx.now();
  if (!(await isDue(ctx, now.toISOString()))) return "nothing_due";
  const lease = { name: NAME, holder: randomUUID(), expiresAt: new Date(now.getTime() + PAUSE_MS).toISOString() };
  const mine = await writeTransaction(ctx.db, async (tx) => await takeLease(tx, lease, now.toISOString()));
  if (!mine) return "asked_before";
  if (await post(hook)) return "taken";
  await writeTransaction(ctx.db, async (tx) => await dropLease(tx, NAME, lease.holder));
  return "refused";
}
