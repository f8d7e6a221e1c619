import { readActorNames } from "#db/reads/accounts.ts";
import type { CommitmentEventRow, CommitmentFilter, CommitmentRow } from "#db/reads/commitments.ts";
import { countCommitments, listCommitmentEvents, listCommitments as listRows } from "#db/reads/commitments.ts";
import type { Standing } from "#domain/commitment/commitment-standing.ts";
import { findFirstDue, toStanding } from "#domain/commitment/commitment-standing.ts";
import { shanghaiDate } from "../clock.ts";
import type { Context } from "../context.ts";
import { Forbidden } from "../errors.ts";
import type { Page, PageRequest } from "../page.ts";
import { parseCursor, toPage } from "../page.ts";
import { getUnitScope } from "../scope.ts";
import { getCommitment } from "./change-commitment.ts";

/** A commitment with how it stands today. */
export type StandingCommitment = CommitmentRow & { readonly standing: Standing };

function toStandingRow(row: CommitmentRow, today: string): StandingCommitment {
  const { state, dueOn } = row.commitment;
  return { ...row, standing: toStanding({ state, dueOn, keptOn: row.keptOn }, today) };
}

/** By due date; a unit sees those it promised and those it owns. */
export async function listCommitments(
  ctx: Context,
  query: CommitmentFilter & PageRequest,
): Promise<Page<StandingCommitment>> {
  const { cursor, limit, ...wanted } = query;
  const own = getUnitScope(ctx.actor);
  if (own !== undefined && wanted.unit !== undefined && wanted.unit !== own) {
    return { items: [], total: 0, nextCursor: null };
  }
  const filter = own === undefined ? wanted : { ...wanted, unit: own };
  const start = parseCursor("commitments", cursor);
  const rows = await listRows(ctx.db, filter, { start, limit: limit + 1 });
  const today = shanghaiDate(ctx.now());
  const total = await countCommitments(ctx.db, filter);
  return toPage(rows, total, { sort: "commitments", limit }, (row) => toStandingRow(row, today));
}

export type CommitmentFile = StandingCommitment & {
  readonly events: readonly CommitmentEventRow[];
  /** The date first promised, and how the promise stands against it. */
  readonly firstDueOn: string | null;
  readonly firstStanding: Standing;
  readonly names: ReadonlyMap<string, string>;
};

/** One commitment with its reports. Throws NotFound for whoever may not know of it. */
export async function readCommitment(ctx: Context, id: string): Promise<CommitmentFile> {
  if (ctx.actor.role === "machine") throw new Forbidden();
  const row = await getCommitment(ctx.db, ctx.actor, id);
  const events = await listCommitmentEvents(ctx.db, id);
  const today = shanghaiDate(ctx.now());
  const { state, dueOn } = row.commitment;
  const firstDueOn = findFirstDue(dueOn, events);
  const firstStanding = toStanding({ state, dueOn: firstDueOn, keptOn: row.keptOn }, today);
  return { ...toStandingRow(row, today), events, firstDueOn, firstStanding, names: await readActorNames(ctx.db) };
}
