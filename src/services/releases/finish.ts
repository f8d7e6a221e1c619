import { listHiddenPaths } from "#db/reads/hidden-paths.ts";
import { findRelease } from "#db/reads/releases.ts";
import { showAgain } from "#db/writes/hidden-paths.ts";
import { endRunning, markLive, updateRelease } from "#db/writes/releases.ts";
import { retryBusy, writeTransaction } from "#db/transaction.ts";
import type { ReleaseReport } from "#domain/release/release-report.ts";
import { Outdated } from "#release/errors.ts";
import type { Manifest } from "#release/seal/manifest.ts";
import { recordAudit } from "../audit.ts";
import type { Context } from "../context.ts";
import { proveLive, type FetchBack } from "./prove-live.ts";
import { requestRelease } from "./request.ts";
import { explainFailure } from "./sentence.ts";

/** Writes down that readers see it. Returns the addresses that were taken down and are gone with it. */
export async function finish(
  ctx: Context,
  id: string,
  manifest: Manifest,
  report: ReleaseReport | null,
): Promise<string[]> {
  return await writeTransaction(ctx.db, async (tx) => {
    const { root, pages, files, bytes } = manifest;
    const finishedAt = ctx.now().toISOString();
    await markLive(tx, id, { finishedAt, root, pages, files, bytes, report, step: null, error: null, code: null });
    const before = await listHiddenPaths(tx);
    await showAgain(tx, id);
    const still = new Set(await listHiddenPaths(tx));
    await recordAudit(tx, ctx, { action: "release.live", object: `release:${id}`, beforeHash: null, afterHash: root });
    return before.filter((path) => !still.has(path));
  });
}

/** Readers see the older release again; the request for it is over. */
export async function finishRollback(ctx: Context, id: string, manifest: Manifest): Promise<void> {
  await writeTransaction(ctx.db, async (tx) => {
    const { root, pages, files, bytes } = manifest;
    const finishedAt = ctx.now().toISOString();
    await markLive(tx, manifest.id, { error: null, code: null });
    await updateRelease(tx, id, { state: "superseded", finishedAt, root, pages, files, bytes, step: null });
    const object = `release:${manifest.id}`;
    await recordAudit(tx, ctx, { action: "release.rolled_back", object, beforeHash: null, afterHash: root });
  });
}

export async function fail(ctx: Context, id: string, error: unknown): Promise<void> {
  const finishedAt = ctx.now().toISOString();
  await writeTransaction(ctx.db, async (tx) => {
    const ended = await endRunning(tx, id, { state: "failed", finishedAt, ...explainFailure(error) });
    // What was asked for is still owed; the newest facts will be read when it is built again.
    if (!ended || ended.rollbackTo !== null || !(error instanceof Outdated)) return;
    await requestRelease(tx, ctx, "release.outdated", { full: ended.full, confirmedBy: ended.confirmedBy });
  });
}

/** Keeps what the live site answers. Whatever goes wrong here, the release stands. */
export async function keepEvidence(
  ctx: Context,
  { dataFolder, fetchBack }: { readonly dataFolder: string; readonly fetchBack?: FetchBack | undefined },
  id: string,
  takenDown: readonly string[],
): Promise<void> {
  if (!fetchBack) return;
  const live = (await findRelease(ctx.db, id))?.rollbackTo ?? id;
  const evidence = await proveLive({ dataFolder, fetchBack, now: ctx.now }, live, takenDown);
  await retryBusy(async () => await updateRelease(ctx.db, id, { evidence }));
}
