import { randomBytes } from "node:crypto";
import { mkdir } from "node:fs/promises";
import type { ReleaseReport } from "#domain/release/release-report.ts";
import type { ReleaseRow } from "#db/reads/releases.ts";
import { findRelease, listRunningReleases } from "#db/reads/releases.ts";
import { markSeen } from "#db/writes/hidden-paths.ts";
import { requeueRunning, skipNumbers, takeQueuedRelease, updateRelease } from "#db/writes/releases.ts";
import { retryBusy, writeTransaction } from "#db/transaction.ts";
import type { Built } from "#release/build-release.ts";
import { buildRelease } from "#release/build-release.ts";
import { Cancelled, Outdated, Unfit } from "#release/errors.ts";
import {
  collectGarbage,
  findCurrent,
  listReleases,
  readManifest,
  removeOwnUnfinished,
  removeUnfinished,
} from "#release/folders.ts";
import { rollBack } from "#release/roll-back.ts";
import type { ReleaseOrder } from "#release/order.ts";
import { keepReceipts } from "#release/seal/write-receipts.ts";
import type { Manifest } from "#release/seal/manifest.ts";
import { recordAudit } from "../audit.ts";
import type { Context } from "../context.ts";
import type { AssertHeld } from "../lease.ts";
import { withLease } from "../lease.ts";
import { fail, finish, finishRollback, keepEvidence } from "./finish.ts";
import type { FetchBack } from "./prove-live.ts";

export type ReleasePlace = Pick<ReleaseOrder, "dataFolder" | "origin" | "base" | "files" | "isNewKey"> & {
  /** How many releases stay on disk. */
  readonly keep: number;
  /** How the live site is asked afterwards; without it there is no evidence. */
  readonly fetchBack?: FetchBack;
  /**
   * Brings what was swapped in to readers, where this machine does not serve them; done when they see it. Until then what
   * was taken down stays hidden. Throws NotDeployed.
   */
  readonly goLive?: (id: string) => Promise<void>;
};

export type ReleaseResult = {
  readonly id: string;
  readonly manifest: Manifest;
  readonly report: ReleaseReport;
  readonly removed: readonly string[];
};

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
    try {
      await fail(ctx, id, error);
    } finally {
      // Only one's own: whoever holds the lease now may be building beside it.
      await removeOwnUnfinished(place.dataFolder, id);
    }
    throw error;
  }
}

async function deploy(ctx: Context, place: ReleasePlace, id: string, shown: string): Promise<void> {
  if (!place.goLive) return;
  try {
    await retryBusy(async () => await updateRelease(ctx.db, id, { step: "部署", done: 0, total: 0 }));
    await place.goLive(shown);
  } catch (error) {
    await fail(ctx, id, error);
    throw error;
  }
}

async function runBuild(
  ctx: Context,
  place: ReleasePlace,
  taken: ReleaseRow,
  at: string,
  assertHeld: AssertHeld,
): Promise<ReleaseResult> {
  const { manifest, report } = await build(ctx, place, taken, at, assertHeld);
  await deploy(ctx, place, taken.id, taken.id);
  // From here on readers see it: whatever fails now, it is live.
  const takenDown = await finish(ctx, taken.id, manifest, report);
  await keepReceipts(place.dataFolder, taken.id);
  const removed = await collectGarbage(place.dataFolder, manifest, place.keep);
  await keepEvidence(ctx, place, taken.id, takenDown);
  return { id: taken.id, manifest, report, removed };
}

async function runRollback(ctx: Context, place: ReleasePlace, id: string, to: string, assertHeld: AssertHeld) {
  try {
    const manifest = await rollBack({ db: ctx.db, dataFolder: place.dataFolder, to, assertHeld });
    await place.goLive?.(to);
    await finishRollback(ctx, id, manifest);
  } catch (error) {
    await fail(ctx, id, error);
    throw error;
  }
  await keepEvidence(ctx, place, id, []);
}

/**
 * The release publishes the head of the audit. A random hash in the chain between two heads keeps outsiders from trying
 * guesses of what was written between them (security reference T-L13); overseers read it in the audit.
 */
function toStart(id: string) {
  return { action: "release.start", object: `release:${id}`, afterHash: randomBytes(32).toString("hex") };
}

/** Undefined: nothing waited. Null: readers see an older release again. */
async function runOne(
  ctx: Context,
  place: ReleasePlace,
  assertHeld: AssertHeld,
): Promise<ReleaseResult | null | undefined> {
  const startedAt = ctx.now().toISOString();
  const taken = await writeTransaction(ctx.db, async (tx) => {
    const row = await takeQueuedRelease(tx, startedAt);
    if (!row) return undefined;
    // Before anything is read: what is hidden now is not in it, and what is hidden later may be.
    await markSeen(tx, row.id);
    await recordAudit(tx, ctx, { ...toStart(row.id), beforeHash: null });
    return row;
  });
  if (!taken) return undefined;
  if (taken.rollbackTo === null) return await runBuild(ctx, place, taken, startedAt, assertHeld);
  await runRollback(ctx, place, taken.id, taken.rollbackTo, assertHeld);
  return null;
}

/** After a crash: one that was swapped in is live; any other that was running is asked for again. */
async function recover(ctx: Context, { dataFolder, goLive }: ReleasePlace): Promise<void> {
  await removeUnfinished(dataFolder);
  // Swapped in here is not yet live there.
  const current = goLive ? undefined : await findCurrent(dataFolder);
  const manifest = current === undefined ? undefined : await readManifest(dataFolder, current);
  for (const { id, rollbackTo } of await listRunningReleases(ctx.db)) {
    if (manifest && id === current) await finish(ctx, id, manifest, null);
    if (manifest && rollbackTo === current) await finishRollback(ctx, id, manifest);
  }
  const [newest] = await listReleases(dataFolder);
  await writeTransaction(ctx.db, async (tx) => {
    if (newest !== undefined) await skipNumbers(tx, newest);
    await requeueRunning(tx, ctx.now().toISOString());
  });
}

/** What stops it before anything is begun is said at the release that waits: the office reads no log. */
async function prepare(ctx: Context, place: ReleasePlace): Promise<void> {
  try {
    await mkdir(place.dataFolder, { recursive: true });
    await recover(ctx, place);
  } catch (error) {
    const at = ctx.now().toISOString();
    const taken = await writeTransaction(ctx.db, async (tx) => await takeQueuedRelease(tx, at));
    if (taken) await fail(ctx, taken.id, error);
    throw error;
  }
}

/**
 * Runs what is queued, one release at a time; cleans up first after one that was killed.
 * Undefined: nothing waited. Throws Underway where another process is at it.
 */
export async function runReleases(ctx: Context, place: ReleasePlace): Promise<ReleaseResult | undefined> {
  const sentence = "正在发布，请等这一次发布完成后再试";
  return await withLease(ctx, "release", sentence, async (assertHeld) => {
    await prepare(ctx, place);
    let last: ReleaseResult | undefined;
    for (;;) {
      try {
        const result = await runOne(ctx, place, assertHeld);
        if (result === undefined) return last;
        last = result ?? last;
      } catch (error) {
        if (!(error instanceof Outdated || error instanceof Cancelled || error instanceof Unfit)) throw error;
      }
    }
  });
}
