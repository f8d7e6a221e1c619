import { countAssignmentsByState, countReleasesByState, findLiveSince } from "#db/reads/counts.ts";
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
};

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
    liveAgeSeconds: since === undefined ? null : Math.max(0, (ctx.now().getTime() - Date.parse(since)) / 1000),
  };
}
