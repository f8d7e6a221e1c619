import type { DueRow, DueRun } from "#db/reads/due-list.ts";
import { clockOf, listDueRows } from "#db/reads/due-list.ts";
import type { Light, LightReading } from "#domain/deadline/light.ts";
import type { Clock } from "#domain/supervision/clock.ts";
import { readDueKey } from "#domain/supervision/due-stream.ts";
import { shanghaiDate } from "../clock.ts";
import type { Context } from "../context.ts";
import type { Page, PageRequest } from "../page.ts";
import { toPage } from "../page.ts";
import { getUnitScope } from "../scope.ts";
import type { DuePlace } from "./due-cursor.ts";
import { parseDuePlace, toDueSortId } from "./due-cursor.ts";
import type { Group } from "./due-groups.ts";
import { compareGroups, listGroups, pickGroups } from "./due-groups.ts";

export type DueQuery = PageRequest & {
  readonly campaign?: string | undefined;
  readonly unit?: string | undefined;
  readonly kind?: Clock | undefined;
  readonly light?: Light | undefined;
  readonly assignment?: string | undefined;
};

export type DueItem = Omit<DueRow, "source" | "anchor" | "part"> & {
  readonly clock: Clock;
  /** Null where the holiday calendar does not tell. */
  readonly dueOn: string | null;
  readonly reading: LightReading;
};

const runOf = ({ source, campaignId }: Pick<Group, "source" | "campaignId">) => `${source}/${campaignId}`;

/** Groups of one source and year are read as one: they lie in a row on an index. */
function toRuns(groups: readonly Group[], place: DuePlace | undefined, assignment: string | undefined): DueRun[] {
  return [...Map.groupBy(groups, runOf).values()].flatMap((run) => {
    const [first] = run;
    if (!first) return [];
    const isResumed = place && runOf(place) === runOf(first) && run.some(({ anchor }) => anchor === place.anchor);
    const { source, campaignId } = first;
    return [
      {
        source,
        campaignId,
        anchors: run.map(({ anchor }) => anchor),
        after: isResumed ? place : undefined,
        assignment,
      },
    ];
  });
}

async function readRows(
  ctx: Context,
  groups: readonly Group[],
  place: DuePlace | undefined,
  { unit, assignment }: Pick<DueQuery, "unit" | "assignment">,
  limit: number,
) {
  const keyed = new Map(groups.map((group) => [`${runOf(group)}/${group.anchor}`, group]));
  const rows = await listDueRows(ctx.db, toRuns(groups, place, assignment), unit, limit);
  const found = rows.flatMap((row) => {
    const group = keyed.get(`${runOf(row)}/${row.anchor}`);
    return group ? [{ row, group, sortKey: group.dueKey, sortId: toDueSortId(row) }] : [];
  });
  const inGroup = (a: DueRow, b: DueRow) => (a.id === b.id ? a.part - b.part : a.id < b.id ? -1 : 1);
  return found.toSorted((a, b) => compareGroups(a.group, b.group) || inGroup(a.row, b.row));
}

/**
 * Every clock that runs, soonest first: the law's beside the campaign's. A unit sees its own. What falls due when is not
 * stored: clocks that run from one date by one rule fall due on one day, so a group of them is reckoned at once.
 */
export async function listDue(ctx: Context, query: DueQuery): Promise<Page<DueItem>> {
  const own = getUnitScope(ctx.actor);
  const place = parseDuePlace(query.cursor);
  if (own !== undefined && query.unit !== undefined && query.unit !== own) {
    return { items: [], total: 0, nextCursor: null };
  }
  const today = shanghaiDate(ctx.now());
  const unit = own ?? query.unit;
  const { cursor: _, limit: size, ...wanted } = query;
  const groups = await listGroups(ctx, { ...wanted, unit }, today);
  const total = groups.reduce((sum, { count }) => sum + count, 0);
  const limit = size + 1;
  const found = await readRows(ctx, pickGroups(groups, place, limit), place, { ...query, unit }, limit);
  return toPage(found, total, { sort: "due", limit: size }, ({ row, group }) => {
    const { source, anchor: _anchor, part: _part, ...item } = row;
    return { ...item, clock: clockOf(source), ...readDueKey(group.dueKey, today) };
  });
}
