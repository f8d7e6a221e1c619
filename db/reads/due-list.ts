import type { SQL } from "drizzle-orm";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Clock } from "#domain/supervision/clock.ts";
import type { Reader } from "../open.ts";
import { clockCells, clocks } from "../schema/clocks.ts";
import { assignments, motions } from "../schema/motions.ts";
import { units } from "../schema/units.ts";

/** The due list as it is stored: which clocks run from which dates. What is due when is reckoned in the domain. */

/** Where a clock comes from: the branches of the view `clock_source`. */
export const DUE_SOURCES = [
  "sign",
  "joint_opinion",
  "joint_opinion_open",
  "reply_legal",
  "reply_extended",
  "reply_campaign",
  "draft",
  "proof",
  "feedback",
  "feedback_open",
  "redo",
  "publish",
  "follow_up",
  "commitment",
  "review_again",
] as const;
export type DueSource = (typeof DUE_SOURCES)[number];

const CLOCK_OF = {
  reply_extended: "reply_legal",
  joint_opinion_open: "joint_opinion",
  feedback_open: "feedback",
} as const satisfies Partial<Record<DueSource, Clock>>;

const isVariant = (source: DueSource): source is keyof typeof CLOCK_OF => source in CLOCK_OF;

/**
 * The clock that a source belongs to. An extended reply runs by the date granted; what was asked for while no calendar told
 * its day runs by the rules of the year.
 */
export function clockOf(source: DueSource): Clock {
  return isVariant(source) ? CLOCK_OF[source] : source;
}

export type DueFilter = {
  readonly campaign?: string | undefined;
  readonly unit?: string | undefined;
  readonly sources: readonly DueSource[];
  /** Only this one's clocks. */
  readonly assignment?: string | undefined;
};

/** Clocks of one source and year that run from one date; `anchor` is that date, or the due date itself. */
export type DueGroup = {
  readonly source: DueSource;
  readonly campaignId: string;
  readonly anchor: string;
  readonly count: number;
};

export function dueGroupsQuery({ campaign, unit, sources }: DueFilter): SQL {
  const where = and(
    inArray(clockCells.source, [...sources]),
    campaign === undefined ? undefined : eq(clockCells.campaignId, campaign),
    unit === undefined ? undefined : eq(clockCells.unitCode, unit),
  );
  return sql`select ${clockCells.source} as source, ${clockCells.campaignId} as "campaignId", ${clockCells.anchor} as anchor,
      sum(${clockCells.count}) as count
    from ${clockCells} where ${where} group by 1, 2, 3`;
}

/** The few clocks of one assignment, counted where they stand. */
function ownGroupsQuery({ campaign, unit, sources }: DueFilter, assignment: string): SQL {
  const where = and(
    eq(clocks.assignmentId, assignment),
    inArray(clocks.source, [...sources]),
    campaign === undefined ? undefined : eq(clocks.campaignId, campaign),
    unit === undefined ? undefined : eq(clocks.unitCode, unit),
  );
  return sql`select ${clocks.source} as source, ${clocks.campaignId} as "campaignId", ${clocks.anchor} as anchor,
      count(*) as count
    from ${clocks} where ${where} group by 1, 2, 3`;
}

export async function listDueGroups(reader: Reader, filter: DueFilter): Promise<readonly DueGroup[]> {
  const { assignment } = filter;
  return await reader.all<DueGroup>(
    assignment === undefined ? dueGroupsQuery(filter) : ownGroupsQuery(filter, assignment),
  );
}

/** Rows of one group stand by id, then part. */
export type DuePlace = { readonly anchor: string; readonly id: string; readonly part: number };
/** Groups of one source and year, and the place after which to begin. */
export type DueRun = Pick<DueGroup, "source" | "campaignId"> & {
  readonly anchors: readonly string[];
  readonly after?: DuePlace | undefined;
  readonly assignment?: string | undefined;
};

type DueKey = DuePlace & Pick<DueGroup, "source" | "campaignId"> & { readonly unitCode: string };

export function dueRunQuery(
  { source, campaignId, anchors, after, assignment }: DueRun,
  unit: string | undefined,
  limit: number,
): SQL {
  const { anchor, id, part } = clocks;
  const where = and(
    unit === undefined ? undefined : eq(clocks.unitCode, unit),
    assignment === undefined ? undefined : eq(clocks.assignmentId, assignment),
    eq(clocks.source, source),
    eq(clocks.campaignId, campaignId),
    inArray(anchor, [...anchors]),
    after && sql`(${anchor}, ${id}, ${part}) > (${after.anchor}, ${after.id}, ${after.part})`,
  );
  return sql`select ${clocks.source} as source, ${clocks.campaignId} as "campaignId", ${anchor} as anchor, ${id} as id,
      ${part} as part, ${clocks.unitCode} as "unitCode", ${clocks.assignmentId} as "assignmentId"
    from ${clocks} where ${where} order by ${anchor}, ${id}, ${part} limit ${limit}`;
}

async function listMatters(reader: Reader, ids: readonly string[]) {
  const rows = await reader
    .select({
      assignmentId: assignments.id,
      motionId: motions.id,
      kind: motions.kind,
      number: motions.number,
      betweenSessions: motions.betweenSessions,
      title: motions.title,
      keyItem: motions.keyItem,
    })
    .from(assignments)
    .innerJoin(motions, eq(motions.id, assignments.motionId))
    .where(inArray(assignments.id, [...ids]));
  return new Map(rows.map((row) => [row.assignmentId, row]));
}

export type DueRow = Awaited<ReturnType<typeof listDueRows>>[number];

/** The first `limit` rows of each run, run by run. */
export async function listDueRows(reader: Reader, runs: readonly DueRun[], unit: string | undefined, limit: number) {
  if (runs.length === 0) return [];
  const parts = runs.map((run) => sql`select * from (${dueRunQuery(run, unit, limit)})`);
  const keys = await reader.all<DueKey & { readonly assignmentId: string }>(sql.join(parts, sql` union all `));
  const matters = await listMatters(
    reader,
    keys.map((key) => key.assignmentId),
  );
  const names = new Map((await reader.select().from(units)).map((row) => [row.code, row.shortName]));
  return keys.flatMap((key) => {
    const matter = matters.get(key.assignmentId);
    return matter ? [{ ...key, ...matter, unitName: names.get(key.unitCode) ?? key.unitCode }] : [];
  });
}
