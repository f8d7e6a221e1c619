import { findLastFinished } from "#db/reads/releases.ts";
import { askForRelease } from "#services/releases/ask.ts";
import { retryRelease } from "#services/releases/retry.ts";
import { wakeBuilder } from "#services/releases/wake-builder.ts";
import { deliverOutbox } from "#services/supervision/deliver-outbox.ts";
import type { Context } from "#services/context.ts";
import { Underway } from "#services/errors.ts";
import type { Assets } from "./bindings.ts";
import type { EdgeEnvironment } from "./edge-environment.ts";
import { logError } from "./log.ts";

/** So long after a release that failed it is asked for again. */
const RETRY_MS = 10 * 60_000;
const STATEMENT = "/.well-known/huiyin-release.json";

/** `fetch` of this isolate: the platform's own refuses to be called with another `this`. */
export const send: typeof globalThis.fetch = async (input, init) => await fetch(input, init);

/** The release whose files this very version of the Worker carries; undefined: none yet. */
async function findDeployed(assets: Assets): Promise<string | undefined> {
  const response = await assets.fetch(new Request(new URL(STATEMENT, "http://assets.invalid")));
  if (!response.ok) return undefined;
  const { id } = (await response.json()) as { id?: unknown };
  return typeof id === "string" ? id : undefined;
}

/** A rollback of the deployment brings back pages that were taken down since: the release is made again. */
async function mendRollback(ctx: Context, assets: Assets): Promise<void> {
  const last = await findLastFinished(ctx.db);
  if (last?.state !== "live") return;
  const deployed = await findDeployed(assets);
  if (deployed !== undefined && deployed < last.id) await askForRelease(ctx, "release.rolled_back");
}

async function retryFailed(ctx: Context): Promise<void> {
  const last = await findLastFinished(ctx.db);
  const failedAt = last?.state === "failed" && last.finishedAt !== null ? Date.parse(last.finishedAt) : Number.NaN;
  if (ctx.now().getTime() - failedAt >= RETRY_MS) await retryRelease(ctx);
}

async function attempt(name: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Underway)) logError(name, error);
  }
}

/**
 * What the Node home does by timers, each minute: reminders to the gateway, releases that came due or failed, a builder that
 * did not hear. Each stands for itself: what fails is logged and done again next time. Deadlines need no clock: whether
 * something is late is computed when it is read (design §1.6).
 */
export async function runCron(ctx: Context, assets: Assets, environment: EdgeEnvironment): Promise<void> {
  const { gateway, deployHook } = environment;
  if (gateway) await attempt("outbox", async () => await deliverOutbox(ctx, { ...gateway, fetch: send }));
  await attempt("retry", async () => await retryFailed(ctx));
  await attempt("rollback", async () => await mendRollback(ctx, assets));
  if (!deployHook) return;
  await attempt("deploy hook", async () => {
    const waking = await wakeBuilder(ctx, { ...deployHook, fetch: send });
    if (waking === "refused") logError("deploy hook", waking);
  });
}
