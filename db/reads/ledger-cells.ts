import type { Column, SQL } from "drizzle-orm";
import { and, eq, sql } from "drizzle-orm";
import type { Light } from "#domain/deadline/light.ts";
import { YELLOW_DAYS } from "#domain/deadline/light.ts";
import type { DisclosureMode } from "#domain/disclosure/disclosure.ts";
import type { AssignmentState, PublicationState } from "#domain/handling/states.ts";
import type { AssignmentRole } from "#domain/motion/campaign.ts";
import type { MotionKind } from "#domain/motion/kind.ts";
import type { Reader } from "../open.ts";
import { ledger, ledgerCells } from "../schema/ledger.ts";
import { units } from "../schema/units.ts";

/** What the cells alone can tell: every filter but a motion and a text. */
export type LedgerFacets = {
  readonly campaign?: string | undefined;
  readonly kind?: MotionKind | undefined;
  readonly state?: AssignmentState | undefined;
  readonly unit?: string | undefined;
  readonly role?: AssignmentRole | undefined;
  readonly publication?: PublicationState | undefined;
  /** As the list shows it: of the edition that is worked on, else of the live one. */
  readonly class?: string | undefined;
  readonly mode?: DisclosureMode | undefined;
  readonly keyItem?: boolean | undefined;
  readonly overdue?: boolean | undefined;
  /** By the campaign's day (domain/deadline/light.ts); parts that were taken back have no light. */
  readonly light?: Light | undefined;
};

export const LEDGER_SORTS = ["dueOn", "number", "unit"] as const;
export type LedgerSort = (typeof LEDGER_SORTS)[number];

/** Late is a fact of the day asked; joint units owe no reply of their own. */
function isLate(today: string): SQL {
  return sql`(${ledgerCells.dueKey} < ${today} and ${ledgerCells.state} not in ('replied', 'closed', 'withdrawn', 'pre_assigned') and ${ledgerCells.role} <> 'joint')`;
}

const IS_DONE = sql`${ledgerCells.state} in ('replied', 'closed')`;

function hasLight(light: Light, today: string): SQL {
  const isOpen = sql`${ledgerCells.state} not in ('replied', 'closed', 'withdrawn')`;
  const isSoon = sql`(${isOpen} and ${ledgerCells.role} <> 'joint' and ${ledgerCells.state} <> 'pre_assigned'
    and ${ledgerCells.dueKey} between ${today} and date(${today}, ${`+${YELLOW_DAYS} days`}))`;
  switch (light) {
    case "green":
      return IS_DONE;
    case "red":
      return isLate(today);
    case "yellow":
      return isSoon;
    case "blue":
      return sql`(${isOpen} and not ${isLate(today)} and not ${isSoon})`;
  }
}

/** Filters that ask for a value as it stands in a column. */
const ASKED_AS_IT_STANDS = {
  campaign: ledgerCells.campaignId,
  kind: ledgerCells.kind,
  state: ledgerCells.state,
  unit: ledgerCells.unitCode,
  role: ledgerCells.role,
  publication: ledgerCells.publication,
  class: ledgerCells.classCode,
  mode: ledgerCells.mode,
  keyItem: ledgerCells.keyItem,
} as const satisfies { readonly [Facet in keyof LedgerFacets]?: Column };

/** The filter as conditions on `ledger_cells`. `today`: YYYY-MM-DD. */
export function inCells(facets: LedgerFacets, today: string): SQL | undefined {
  const { overdue, light } = facets;
  const plain = Object.entries(ASKED_AS_IT_STANDS).map(([facet, column]) => {
    const value = facets[facet as keyof typeof ASKED_AS_IT_STANDS];
    return value === undefined ? undefined : eq(column, value);
  });
  return and(
    ...plain,
    overdue === undefined ? undefined : overdue ? isLate(today) : sql`not ${isLate(today)}`,
    light && hasLight(light, today),
  );
}

type Order = {
  /** The first column of the order, on the ledger: rows with one value of it are a part of the list. */
  readonly part: SQL;
  /** The same value, of a group of cells, and the columns by which they are grouped. */
  readonly partOfCells: SQL<string>;
  readonly groups: SQL;
  /** Columns of the order before the id. */
  readonly columns: readonly SQL[];
  /** A key of a row, as one text and as its columns. */
  readonly key: SQL<string>;
  readonly split: (key: string) => readonly string[];
};

/** Length of `number_rest`. */
const REST = 6;

export const LEDGER_ORDERS: Readonly<Record<LedgerSort, Order>> = {
  dueOn: {
    part: sql`${ledger.dueKey}`,
    partOfCells: sql<string>`${ledgerCells.dueKey}`,
    groups: sql`${ledgerCells.dueKey}`,
    columns: [sql`${ledger.dueKey}`],
    key: sql<string>`${ledger.dueKey}`,
    split: (key) => [key],
  },
  number: {
    part: sql`${ledger.numberPart}`,
    partOfCells: sql<string>`${ledgerCells.campaignId} || '/' || (${ledgerCells.kind} <> 'suggestion')`,
    groups: sql`${ledgerCells.campaignId}, ${ledgerCells.kind}`,
    columns: [sql`${ledger.numberPart}`, sql`${ledger.numberRest}`],
    key: sql<string>`${ledger.numberPart} || ${ledger.numberRest}`,
    split: (key) => [key.slice(0, -REST), key.slice(-REST)],
  },
  unit: {
    part: sql`${ledger.unitKey}`,
    partOfCells: sql<string>`(select printf('%05d', ${units.position}) from ${units} where ${units.code} = ${ledgerCells.unitCode})`,
    groups: sql`${ledgerCells.unitCode}`,
    columns: [sql`${ledger.unitKey}`],
    key: sql<string>`${ledger.unitKey}`,
    split: (key) => [key],
  },
};

export type LedgerPart = { readonly part: string; readonly count: number };

export function partsQuery(sort: LedgerSort, facets: LedgerFacets, today: string): SQL {
  const { partOfCells, groups } = LEDGER_ORDERS[sort];
  const where = inCells(facets, today);
  return sql`select ${partOfCells} as part, sum(${ledgerCells.count}) as count
    from ${ledgerCells} ${where ? sql`where ${where}` : sql``} group by ${groups}`;
}

/** How many rows match in each part of the list, first to last; parts without any are left out. */
export async function listLedgerParts(
  reader: Reader,
  sort: LedgerSort,
  facets: LedgerFacets,
  today: string,
): Promise<readonly LedgerPart[]> {
  const rows = await reader.all<LedgerPart>(partsQuery(sort, facets, today));
  return rows.toSorted((a, b) => (a.part < b.part ? -1 : 1));
}

export async function countCells(reader: Reader, facets: LedgerFacets, today: string): Promise<number> {
  const where = inCells(facets, today);
  const row = await reader.get<{ count: number }>(
    sql`select coalesce(sum(${ledgerCells.count}), 0) as count from ${ledgerCells} ${where ? sql`where ${where}` : sql``}`,
  );
  return row.count;
}
