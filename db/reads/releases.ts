import type { SQL } from "drizzle-orm";
import { and, desc, eq, isNull, lte, notInArray, or } from "drizzle-orm";
import type { ReleaseState } from "#domain/release/release-state.ts";
import type { Reader } from "../open.ts";
import { releases } from "../schema/operations.ts";
import type { KeysetStart } from "./keyset.ts";
import { afterStart, inOrder } from "./keyset.ts";

export type ReleaseRow = typeof releases.$inferSelect;
export type ReleaseFilter = { readonly state?: ReleaseState | undefined };

function conditions({ state }: ReleaseFilter): SQL | undefined {
  return state && eq(releases.state, state);
}

/** Latest request first. */
export async function listReleaseRows(
  reader: Reader,
  filter: ReleaseFilter,
  page: { readonly start: KeysetStart | undefined; readonly limit: number },
): Promise<ReleaseRow[]> {
  const order = { key: releases.requestedAt, id: releases.id, descending: true };
  return await reader
    .select()
    .from(releases)
    .where(and(conditions(filter), afterStart(order, page.start)))
    .orderBy(...inOrder(order))
    .limit(page.limit);
}

export async function countReleaseRows(reader: Reader, filter: ReleaseFilter): Promise<number> {
  return await reader.$count(releases, conditions(filter));
}

export async function findRelease(reader: Reader, id: string): Promise<ReleaseRow | undefined> {
  return await reader.select().from(releases).where(eq(releases.id, id)).get();
}

/** The one that readers see. */
export async function findLiveRelease(reader: Reader): Promise<ReleaseRow | undefined> {
  return await reader.select().from(releases).where(eq(releases.state, "live")).get();
}

/** The latest that was begun and is over. */
export async function findLastFinished(reader: Reader): Promise<ReleaseRow | undefined> {
  const isOver = notInArray(releases.state, ["queued", "running"]);
  return await reader.select().from(releases).where(isOver).orderBy(desc(releases.id)).limit(1).get();
}

/** Waiting, and their time has come. */
export async function countDueReleases(reader: Reader, now: string): Promise<number> {
  const isDue = or(isNull(releases.dueAt), lte(releases.dueAt, now));
  return await reader.$count(releases, and(eq(releases.state, "queued"), isDue));
}

/** Releases that a process is building, or was when it died. */
export async function listRunningReleases(reader: Reader): Promise<Pick<ReleaseRow, "id" | "rollbackTo">[]> {
  return await reader
    .select({ id: releases.id, rollbackTo: releases.rollbackTo })
    .from(releases)
    .where(eq(releases.state, "running"));
}
