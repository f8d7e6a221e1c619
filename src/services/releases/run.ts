import { mkdir } from "node:fs/promises";
import type { ReleaseReport } from "#domain/release/release-report.ts";
import type { ReleaseRow } from "#db/reads/releases.ts";
import { findRelease, listRunningReleases } from "#db/reads/releases.ts";
import { showAgain } from "#db/writes/hidden-paths.ts";
import { markLive, requeueRunning, takeQueuedRelease, updateRelease } from "#db/writes/releases.ts";
import { retryBusy, writeTransaction } from "#db/transaction.ts";
import type { Built } from "#release/build-release.ts";
import { buildRelease } from "#release/build-release.ts";
import { Cancelled, Outdated } from "#release/errors.ts";
import { collectGarbage, findCurrent, readManifest, removeUnfinished } from "#release/folders.ts";
import type { ReleaseOrder } from "#release/order.ts";
import type { Manifest } from "#release/seal/manifest.ts";
import { recordAudit } from "../audit.ts";
import type { Context } from "../context.ts";
import type { AssertHeld } from "../lease.ts";
import { withLease } from "../lease.ts";
import { requestRelease } from "./request.ts";
import { explainFailure } from "./sentence.ts";

export type ReleasePlace = Pick<ReleaseOrder, "dataFolder" | "origin" | "base"> & {
  /** How many releases stay on disk. */
  readonly keep: number;
};

export type ReleaseResult = {
  readonly id: string;
  readonly manifest: Manifest;
  readonly report: ReleaseReport;
  readonly removed: readonly string[];
};

async function finish(ctx: Context, id: string, manifest: Manifest, report: ReleaseReport | null): Promise<void> {
  await writeTransaction(ctx.db, async (tx) => {
    const { root, pages, files, bytes } = manifest;
    const finishedAt = ctx.now().toISOString();
    await markLive(tx, id, { finishedAt, root, pages, files, bytes, report, step: null, error: null, code: null });
    // It read what was there after it began.
    await showAgain(tx, manifest.createdAt);
    await recordAudit(tx, ctx, { action: "release.live", object: `release:${id}`, beforeHash: null, afterHash: root });
  });
}

async function fail(ctx: Context, id: string, error: unknown): Promise<void> {
  const finishedAt = ctx.now().toISOString();
  await writeTransaction(ctx.db, async (tx) => {
    await updateRelease(tx, id, { state: "failed", finishedAt, ...explainFailure(error) });
    // What was asked for is still owed; the newest facts will be read when it is built again.
    if (error instanceof Outdated) await requestRelease(tx, ctx, "release.outdated");
  });
}

async function build(
  ctx: Context,
  place: ReleasePlace,
  { id, full, confirmedBy }: ReleaseRow,
  at: string,
  assertHeld: AssertHeld,
): Promise<Built> {
  try {
    return await buildRelease({
      ...place,
      db: ctx.db,
      id,
      createdAt: at,
      full,
      isDropConfirmed: confirmedBy !== null,
      assertHeld,
      onStep: async (step, done, total) => {
        await retryBusy(async () => await updateRelease(ctx.db, id, { step, done, total }));
        if ((await findRelease(ctx.db, id))?.cancelledBy) throw new Cancelled(`Failed to release: ${id} was cancelled`);
      },
    });
  } catch (error) {
    await removeUnfinished(place.dataFolder);
    await fail(ctx, id, error);
    throw error;
  }
}

async function runOne(ctx: Context, place: ReleasePlace, assertHeld: AssertHeld): Promise<ReleaseResult | undefined> {
  const startedAt = ctx.now().toISOString();
  const taken = await writeTransaction(ctx.db, async (tx) => await takeQueuedRelease(tx, startedAt));
  if (!taken) return undefined;
  const { manifest, report } = await build(ctx, place, taken, startedAt, assertHeld);
  // From here on readers see it: whatever fails now, it is live.
  await finish(ctx, taken.id, manifest, report);
  return { id: taken.id, manifest, report, removed: await collectGarbage(place.dataFolder, manifest, place.keep) };
}

/** After a crash: one that was swapped in is live; any other that was running is asked for again. */
async function recover(ctx: Context, dataFolder: string): Promise<void> {
  await removeUnfinished(dataFolder);
  const current = await findCurrent(dataFolder);
  for (const { id } of await listRunningReleases(ctx.db)) {
    const manifest = id === current ? await readManifest(dataFolder, id) : undefined;
    if (manifest) await finish(ctx, id, manifest, null);
  }
  await writeTransaction(ctx.db, async (tx) => await requeueRunning(tx, ctx.now().toISOString()));
}

/**
 * Runs what is queued, one release at a time; cleans up first after one that was killed.
 * Undefined: nothing waited. Throws Underway where another process is at it.
 */
export async function runReleases(ctx: Context, place: ReleasePlace): Promise<ReleaseResult | undefined> {
  const sentence = "正在发布，请等这一次发布完成后再试";
  return await withLease(ctx, "release", sentence, async (assertHeld) => {
    await mkdir(place.dataFolder, { recursive: true });
    await recover(ctx, place.dataFolder);
    let last: ReleaseResult | undefined;
    for (;;) {
      try {
        const result = await runOne(ctx, place, assertHeld);
        if (!result) return last;
        last = result;
      } catch (error) {
        if (!(error instanceof Outdated || error instanceof Cancelled)) throw error;
      }
    }
  });
}
