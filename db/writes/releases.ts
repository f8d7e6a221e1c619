import { and, eq, isNull, lte, ne, or } from "drizzle-orm";
import type { Database, Transaction } from "../open.ts";
import { prepareOnce } from "../prepare-once.ts";
import { releases } from "../schema/operations.ts";
import { insertOnce } from "../write-once.ts";
import { nextInSequence, skipInSequence } from "./sequences.ts";

type Release = typeof releases.$inferSelect;

export type ReleaseRequest = Pick<Release, "cause" | "requestedBy" | "requestedAt"> &
  Partial<Pick<Release, "full" | "dueAt" | "confirmedBy">>;

const insertRow = insertOnce(releases);

const waitingBuild = (tx: Transaction) =>
  tx
    .select()
    .from(releases)
    .where(and(eq(releases.state, "queued"), isNull(releases.rollbackTo)))
    .prepare();

async function nextId(tx: Transaction): Promise<string> {
  return `r${String(await nextInSequence(tx, "release")).padStart(6, "0")}`;
}

/**
 * Queues a release, or joins the one that waits already: it then does whatever either asked for, and as early as either
 * wants. Returns its id: r000001 … in order of request.
 */
export async function insertReleaseRequest(tx: Transaction, request: ReleaseRequest): Promise<string> {
  const waiting = await prepareOnce(tx, waitingBuild).get();
  if (waiting) {
    const { full = false, dueAt = null, confirmedBy = null } = request;
    const isEarlier = waiting.dueAt !== null && (dueAt === null || dueAt < waiting.dueAt);
    const patch = {
      full: waiting.full || full,
      dueAt: isEarlier ? dueAt : waiting.dueAt,
      confirmedBy: confirmedBy ?? waiting.confirmedBy,
    };
    const isMore = Object.entries(patch).some(([name, value]) => value !== waiting[name as keyof typeof patch]);
    if (isMore) await updateRelease(tx, waiting.id, patch);
    return waiting.id;
  }
  const id = await nextId(tx);
  await insertRow(tx, { ...request, id, state: "queued" });
  return id;
}

/** Queues the return to an older release, beside whatever else waits. */
export async function insertRollbackRequest(
  tx: Transaction,
  request: Pick<Release, "requestedBy" | "requestedAt"> & { readonly rollbackTo: string },
): Promise<string> {
  const id = await nextId(tx);
  await tx.insert(releases).values({ ...request, cause: "release.rollback", id, state: "queued" });
  return id;
}

/** Takes the oldest waiting release whose time has come; undefined when none waits. */
export async function takeQueuedRelease(tx: Transaction, startedAt: string): Promise<Release | undefined> {
  const isDue = or(isNull(releases.dueAt), lte(releases.dueAt, startedAt));
  const next = await tx
    .select()
    .from(releases)
    .where(and(eq(releases.state, "queued"), isDue))
    .orderBy(releases.requestedAt)
    .get();
  if (!next) return undefined;
  return await tx
    .update(releases)
    .set({ state: "running", startedAt })
    .where(and(eq(releases.id, next.id), eq(releases.state, "queued")))
    .returning()
    .get();
}

async function updateRow(db: Database | Transaction, id: string, patch: Partial<Release>): Promise<void> {
  await db.update(releases).set(patch).where(eq(releases.id, id));
}

export async function updateRelease(
  db: Database | Transaction,
  id: string,
  patch: Partial<Omit<Release, "id">>,
): Promise<void> {
  await updateRow(db, id, patch);
}

/** Ends a release that is still its builder's: one that another process took over is left as it is. */
export async function endRunning(
  tx: Transaction,
  id: string,
  patch: Partial<Omit<Release, "id">>,
): Promise<Release | undefined> {
  return await tx
    .update(releases)
    .set(patch)
    .where(and(eq(releases.id, id), eq(releases.state, "running")))
    .returning()
    .get();
}

/** Marks the release as the one that readers see, and the one before as replaced. */
export async function markLive(tx: Transaction, id: string, patch: Partial<Omit<Release, "id">>): Promise<void> {
  await tx
    .update(releases)
    .set({ state: "superseded" })
    .where(and(eq(releases.state, "live"), ne(releases.id, id)));
  await tx
    .update(releases)
    .set({ ...patch, state: "live" })
    .where(eq(releases.id, id));
}

/**
 * A database that was put back counts from where it was then, and the folders of later releases are still there: no number
 * up to `newest` is given again, and what waits under one gets another.
 */
export async function skipNumbers(tx: Transaction, newest: string): Promise<void> {
  await skipInSequence(tx, "release", Number(newest.slice(1)));
  const waiting = await tx
    .select({ id: releases.id })
    .from(releases)
    .where(and(eq(releases.state, "queued"), lte(releases.id, newest)))
    .orderBy(releases.id);
  for (const { id } of waiting) await updateRow(tx, id, { id: await nextId(tx) });
}

/** After a crash: what was running is asked for again, once. */
export async function requeueRunning(tx: Transaction, at: string): Promise<number> {
  const running = await tx.select().from(releases).where(eq(releases.state, "running"));
  if (running.length === 0) return 0;
  await tx
    .update(releases)
    .set({ state: "failed", code: "interrupted", error: "发布过程中断，已重新排队" })
    .where(eq(releases.state, "running"));
  // Whatever it was asked to do is still to be done; what somebody stopped is not.
  for (const { full, confirmedBy, cancelledBy, rollbackTo } of running) {
    if (cancelledBy !== null || rollbackTo !== null) continue;
    const wish = { full, confirmedBy };
    await insertReleaseRequest(tx, { cause: "release.recover", requestedBy: "system", requestedAt: at, ...wish });
  }
  return running.length;
}
