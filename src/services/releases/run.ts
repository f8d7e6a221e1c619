import { stat } from "node:fs/promises";
import { markLive, requeueRunning, takeQueuedRelease, updateRelease } from "#db/writes/releases.ts";
import { writeTransaction } from "#db/transaction.ts";
import { LeakFound, buildRelease } from "#release/build-release.ts";
import { collectGarbage, removeUnfinished } from "#release/folders.ts";
import type { Manifest } from "#release/seal/manifest.ts";
import { recordAudit } from "../audit.ts";
import type { Context } from "../context.ts";
import { withLease } from "../lease.ts";

export type ReleasePlace = {
  readonly dataFolder: string;
  readonly origin: string;
  readonly base: string;
  /** How many releases stay on disk. */
  readonly keep: number;
};

export type ReleaseResult = { readonly id: string; readonly manifest: Manifest; readonly removed: readonly string[] };

function sentenceOf(error: unknown): string {
  if (error instanceof LeakFound)
    return "发布前检查发现页面中含有不公开内容，已停止发布，线上内容未变；请联系系统管理员核查";
  if (error instanceof Error && "code" in error && error.code === "ENOSPC")
    return "磁盘空间不足，已停止发布，线上内容未变；请清理后重新发布";
  return "发布没有完成，线上内容未变；请重新发布，仍不成功请联系系统管理员";
}

async function finish(ctx: Context, id: string, manifest: Manifest): Promise<void> {
  const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, 0);
  await writeTransaction(ctx.db, async (tx) => {
    const { root, pages, files } = manifest;
    const finishedAt = ctx.now().toISOString();
    await markLive(tx, id, { finishedAt, root, pages, files: files.length, bytes, step: null, error: null });
    await recordAudit(tx, ctx, { action: "release.live", object: `release:${id}`, beforeHash: null, afterHash: root });
  });
}

async function runOne(ctx: Context, place: ReleasePlace): Promise<ReleaseResult | undefined> {
  const startedAt = ctx.now().toISOString();
  const taken = await writeTransaction(ctx.db, async (tx) => await takeQueuedRelease(tx, startedAt));
  if (!taken) return undefined;
  const { id } = taken;
  try {
    const manifest = await buildRelease({
      ...place,
      db: ctx.db,
      id,
      createdAt: startedAt,
      onStep: async (step, done, total) => await updateRelease(ctx.db, id, { step, done, total }),
    });
    await finish(ctx, id, manifest);
    return { id, manifest, removed: await collectGarbage(place.dataFolder, manifest, place.keep) };
  } catch (error) {
    const finishedAt = ctx.now().toISOString();
    await updateRelease(ctx.db, id, { state: "failed", finishedAt, error: sentenceOf(error) });
    await removeUnfinished(place.dataFolder);
    throw error;
  }
}

/**
 * Runs what is queued, one release at a time; cleans up first after one that was killed.
 * Undefined: nothing waited. Throws Underway where another process is at it.
 */
export async function runReleases(ctx: Context, place: ReleasePlace): Promise<ReleaseResult | undefined> {
  const sentence = "正在发布，请等这一次发布完成后再试";
  return await withLease(ctx, "release", sentence, async () => {
    await stat(place.dataFolder);
    await removeUnfinished(place.dataFolder);
    await writeTransaction(ctx.db, async (tx) => await requeueRunning(tx, ctx.now().toISOString()));
    let last: ReleaseResult | undefined;
    for (let result = await runOne(ctx, place); result; result = await runOne(ctx, place)) last = result;
    return last;
  });
}
