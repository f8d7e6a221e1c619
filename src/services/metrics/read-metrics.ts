import { countAssignmentsByState, countReleasesByState, findLiveSince } from "#db/reads/counts.ts";
import { listHiddenPaths } from "#db/reads/hidden-paths.ts";
import { findLiveRelease, type ReleaseRow } from "#db/reads/releases.ts";
import { ASSIGNMENT_STATES } from "#domain/handling/states.ts";
import { RELEASE_STATES } from "#domain/release/release-state.ts";
import type { Context } from "../context.ts";
import { Forbidden } from "../errors.ts";

export type Metrics = {
  /** Every state, zeros included: a series that vanishes looks like a failure. */
  readonly assignments: readonly { readonly state: string; readonly count: number }[];
  readonly releases: readonly { readonly state: string; readonly count: number }[];
  /** Seconds since the live release went live; null before the first. */
  readonly liveAgeSeconds: number | null;
  /** Of the release that readers see; null before the first. */
  readonly live: LiveRelease | null;
  /** Addresses taken down that wait for a release to remove them. */
  readonly hiddenPaths: number;
};

export type LiveRelease = {
  /** From its start to the swap; null for one that was finished after a crash. */
  readonly seconds: number | null;
  readonly pages: number;
  readonly files: number;
  readonly bytes: number;
  /** Addresses that did not answer as they should when the site was asked; null where it was not asked. */
  readonly failedChecks: number | null;
};

function toLive(row: ReleaseRow | undefined): LiveRelease | null {
  if (!row) return null;
  const { startedAt, finishedAt, pages, files, bytes, evidence, report } = row;
  const seconds = report && startedAt && finishedAt ? (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000 : null;
  const failedChecks = evidence ? evidence.checks.filter(({ ok }) => !ok).length : null;
  return { seconds, pages: pages ?? 0, files: files ?? 0, bytes: bytes ?? 0, failedChecks };
}

function fill<S extends string>(states: readonly S[], rows: readonly { state: S; count: number }[]) {
  return states.map((state) => ({ state, count: rows.find((row) => row.state === state)?.count ?? 0 }));
}

/** Counts only; for machines that watch, and the admin. */
export async function readMetrics(ctx: Context): Promise<Metrics> {
  if (ctx.actor.role !== "machine" && ctx.actor.role !== "admin") throw new Forbidden();
  const since = await findLiveSince(ctx.db);
  return {
    assignments: fill(ASSIGNMENT_STATES, await countAssignmentsByState(ctx.db)),
    releases: fill(RELEASE_STATES, await countReleasesByState(ctx.db)),
    live: toLive(await findLiveRelease(ctx.db)),
    hiddenPaths: (await listHiddenPaths(ctx.db)).length,
    liveAgeSeconds: since === undefined ? null : Math.max(0, (ctx.now().getTime() - Date.parse(since)) / 1000),
  };
}
