import fc from "fast-check";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LEDGER_SORTS } from "#db/reads/ledger-cells.ts";
import type { LedgerSort } from "#db/reads/ledger-cells.ts";
import { FEW, readLedgerPage } from "#db/reads/ledger-page.ts";
import type { LedgerFilter } from "#db/reads/ledger-query.ts";
import { listMotionRows } from "#db/reads/motion-list.ts";
import { DISCLOSURE_MODES } from "#domain/disclosure/disclosure.ts";
import { ASSIGNMENT_STATES, PUBLICATION_STATES } from "#domain/handling/states.ts";
import { ASSIGNMENT_ROLES } from "#domain/motion/campaign.ts";
import { MOTION_KINDS } from "#domain/motion/kind.ts";
import { loadScaleCity } from "#test/bench/scale-city.ts";
import type { TestApp } from "#test/support/app.ts";
import { openTestApp } from "#test/support/app.ts";

const TODAY = "2026-06-15";
/** Nothing is few: every list is walked. */
const NONE = { rows: 0, motions: FEW.motions };

type Row = {
  readonly id: string;
  readonly motion: string;
  readonly campaign: string;
  readonly kind: string;
  readonly unit: string;
  readonly role: string;
  readonly state: string;
  readonly publication: string;
  readonly class: string | null;
  readonly mode: string | null;
  readonly keyItem: number;
  readonly dueOn: string | null;
  readonly apart: number;
  readonly number: number;
  readonly title: string;
  readonly position: number;
};

let t: TestApp;
let rows: Row[];
beforeAll(async () => {
  t = await openTestApp({ instant: "2026-06-15T02:00:00.000Z", seed: async (ctx) => await loadScaleCity(ctx, 700) });
  await t.db.run(sql.raw("update motions set title = replace(title, '关于', 'Road 5%_路关于') where number % 3 = 0"));
  await t.db.run(sql.raw("update assignments set due_on = null where rowid % 11 = 0"));
  // Straight from the facts, by another way than the code under test.
  rows = await t.db
    .all<Row>(sql`select a.id, a.motion_id as motion, a.campaign_id as campaign, m.kind, a.unit_code as unit, a.role,
    a.state, coalesce(r.publication, 'unpublished') as publication, e.class_code as class, d.mode, m.key_item as "keyItem", a.due_on as "dueOn",
    m.between_sessions as apart, m.number, m.title, u.position
    from assignments a join motions m on m.id = a.motion_id join units u on u.code = a.unit_code
    left join replies r on r.assignment_id = a.id
    left join editions e on e.assignment_id = a.id and e.number = coalesce(r.draft_edition, r.live_edition)
    left join disclosures d on d.assignment_id = a.id and d.edition = e.number`);
});
afterAll(async () => await t.close());

const OPEN = new Set(["assigned", "objected", "signed", "handling", "unit_review", "submitted", "approved"]);
const isLate = ({ dueOn, state, role }: Row) => dueOn !== null && dueOn < TODAY && OPEN.has(state) && role !== "joint";
const holds = (row: Row, q: string) => `${row.title}\n${row.number}`.toLowerCase().includes(q.toLowerCase());

function matches(row: Row, filter: LedgerFilter): boolean {
  const { motion, keyItem, overdue, q, ...equal } = filter;
  return (
    Object.entries(equal).every(([name, value]) => value === undefined || row[name as keyof Row] === value) &&
    (motion === undefined || row.motion === motion) &&
    (keyItem === undefined || Boolean(row.keyItem) === keyItem) &&
    (overdue === undefined || isLate(row) === overdue) &&
    (q === undefined || holds(row, q))
  );
}

const KEYS: Readonly<Record<LedgerSort, (row: Row) => readonly (string | number)[]>> = {
  dueOn: (row) => [row.dueOn ?? "9999-12-31", row.id],
  number: (row) => [row.campaign, row.kind === "suggestion" ? 0 : 1, row.apart, row.number, row.id],
  unit: (row) => [row.position, row.id],
};

function sortBy(list: readonly Row[], sort: LedgerSort, descending: boolean): string[] {
  const sorted = list.toSorted((a, b) => {
    const [left, right] = [KEYS[sort](a), KEYS[sort](b)];
    const at = left.findIndex((part, index) => part !== right[index]);
    return (left[at] ?? 0) < (right[at] ?? 0) ? -1 : 1;
  });
  return (descending ? sorted.toReversed() : sorted).map((row) => row.id);
}

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });
const text = fc.constantFrom(
  "养老",
  "水",
  "Road 5%_路",
  "ROAD",
  "（2026—",
  "2026—3）的",
  "关于",
  "7",
  "没有这样的字",
  "%",
  "建设小区",
);
const filter: fc.Arbitrary<LedgerFilter> = fc.record({
  campaign: maybe(fc.constantFrom("2026", "2021", "1999")),
  kind: maybe(fc.constantFrom(...MOTION_KINDS)),
  state: maybe(fc.constantFrom(...ASSIGNMENT_STATES)),
  unit: maybe(fc.constantFrom("zhujian", "caizheng", "nobody")),
  role: maybe(fc.constantFrom(...ASSIGNMENT_ROLES)),
  publication: maybe(fc.constantFrom(...PUBLICATION_STATES)),
  class: fc.option(fc.constantFrom("A", "B", "C"), { nil: undefined, freq: 1 }),
  mode: fc.option(fc.constantFrom(...DISCLOSURE_MODES), { nil: undefined, freq: 1 }),
  keyItem: maybe(fc.boolean()),
  overdue: maybe(fc.boolean()),
});
const order = fc.record({ sort: fc.constantFrom(...LEDGER_SORTS), descending: fc.boolean() });

async function walkPages(
  wanted: LedgerFilter,
  by: { sort: LedgerSort; descending: boolean },
  limit: number,
  few: typeof FEW,
) {
  const ids: string[] = [];
  const totals = new Set<number>();
  let start: { key: string; id: string } | undefined;
  do {
    const page = await readLedgerPage(t.db, wanted, { ...by, start, limit: limit + 1 }, TODAY, few);
    totals.add(page.total);
    const shown = page.rows.slice(0, limit);
    ids.push(...shown.map(({ id }) => id));
    start = page.rows.length > limit ? shown.at(-1) : undefined;
  } while (start !== undefined && ids.length <= rows.length);
  return { ids, totals: [...totals] };
}

describe("pages of the ledger", () => {
  it.each([
    ["gathered", FEW],
    ["walked", NONE],
  ])("%s, hold what the facts say, in their order, with the right total", async (_, few) => {
    await fc.assert(
      fc.asyncProperty(filter, order, fc.integer({ min: 3, max: 60 }), async (wanted, by, limit) => {
        const expected = rows.filter((row) => matches(row, wanted));
        const { ids, totals } = await walkPages(wanted, by, limit, few);
        expect(ids).toEqual(sortBy(expected, by.sort, by.descending));
        expect(totals).toEqual([expected.length]);
      }),
      { numRuns: 60 },
    );
  });

  it("of a text hold the titles and numbers that have it, whatever else is asked", async () => {
    await fc.assert(
      fc.asyncProperty(filter, text, order, async (others, q, by) => {
        const wanted = { ...others, q };
        const expected = rows.filter((row) => matches(row, wanted));
        const { ids, totals } = await walkPages(wanted, by, 50, FEW);
        expect(ids).toEqual(sortBy(expected, by.sort, by.descending));
        expect(totals).toEqual([expected.length]);
      }),
      { numRuns: 60 },
    );
  });

  it("of one motion hold its parts alone", async () => {
    const motion = rows[0]?.motion ?? "";
    const { ids } = await walkPages({ motion }, { sort: "number", descending: false }, 1, FEW);
    expect(ids.toSorted()).toEqual(
      rows
        .filter((row) => row.motion === motion)
        .map((row) => row.id)
        .toSorted(),
    );
  });
});

describe("a text that stands in more titles than are looked through", () => {
  const by = { sort: "number" as const, descending: true, start: undefined, limit: 200 };
  const few = { rows: 60, motions: 5 };

  it("is found in the newest, and the page says that there may be more", async () => {
    const page = await readLedgerPage(t.db, { q: "的" }, by, TODAY, few);
    expect(page.exact).toBe(false);
    const years = new Set(page.rows.map(({ id }) => id.slice(0, 4)));
    expect([...years]).toEqual(["2026"]);
    const motions = new Set(page.rows.map(({ id }) => id.split(".")[0]));
    expect(motions.size).toBe(few.motions);
    expect(page.total).toBe(page.rows.length);
  });

  it("is found everywhere once the other filters leave few rows", async () => {
    const wanted = { q: "的", unit: "caizheng", campaign: "2021" };
    const page = await readLedgerPage(t.db, wanted, by, TODAY, few);
    expect(page.exact).toBe(true);
    const expected = rows.filter((row) => matches(row, wanted));
    expect(page.rows.map(({ id }) => id)).toEqual(sortBy(expected, "number", true));
  });

  it("of a year, the newest of that year", async () => {
    const page = await readLedgerPage(t.db, { q: "的", campaign: "2019" }, by, TODAY, few);
    expect(page.rows.length).toBeGreaterThan(0);
    expect(page.rows.every(({ id }) => id.startsWith("2019-"))).toBe(true);
  });
});

describe("pages of motions", () => {
  const walk = { descending: false, start: undefined, limit: 1000 };
  const listIds = async (wanted: Parameters<typeof listMotionRows>[1], few: typeof FEW) => {
    const { rows: found, total } = await listMotionRows(t.db, wanted, walk, few);
    expect(total).toBe(found.length);
    return found.map(({ id }) => id);
  };
  const first = (list: readonly Row[]) => [
    ...new Set(sortBy(list, "number", false).map((id) => id.slice(0, id.indexOf(".")))),
  ];

  it.each([FEW, NONE])("hold what the facts say, in their order", async (few) => {
    const filters = [
      {},
      { campaign: "2021" },
      { kind: "proposal" as const },
      { keyItem: true },
      { unit: "caizheng" },
      { unit: "caizheng", keyItem: true, kind: "suggestion" as const },
      { q: "养老" },
      { q: "养老", unit: "minzheng" },
    ];
    for (const wanted of filters) {
      expect(await listIds(wanted, few)).toEqual(first(rows.filter((row) => matches(row, wanted))));
    }
  });

  it("in pages of one, of one unit, none is lost or shown twice", async () => {
    const ids: string[] = [];
    let start: { key: string; id: string } | undefined;
    do {
      const { rows: found } = await listMotionRows(
        t.db,
        { unit: "minzheng", campaign: "2024" },
        { descending: true, start, limit: 1 },
      );
      const [row] = found;
      start = row && { key: row.sortKey, id: row.sortId };
      if (row) ids.push(row.id);
    } while (start && ids.length <= rows.length);
    const wanted = rows.filter((row) => matches(row, { unit: "minzheng", campaign: "2024" }));
    expect(ids).toEqual(first(wanted).toReversed());
  });
});
