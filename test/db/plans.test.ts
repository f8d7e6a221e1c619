import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LEDGER_SORTS } from "#db/reads/ledger-cells.ts";
import { readLedgerPage } from "#db/reads/ledger-page.ts";
import { listMotionRows } from "#db/reads/motion-list.ts";
import { archives } from "#db/schema/imports.ts";
import type { TestApp, TestKey } from "#test/support/app.ts";
import { openTestApp } from "#test/support/app.ts";
import { clientOf } from "#test/support/client.ts";
import { listPlanFaults, recordStatements } from "#test/support/plans.ts";
import { loadScaleCity } from "#test/bench/scale-city.ts";

/** Values of filters whose schema does not tell any. A list with a filter that is not here fails. */
const SAMPLES: Record<string, string> = {
  campaign: "2026",
  unit: "zhujian",
  object: "city:*",
  q: "养老",
  actor: "system",
  class: "A",
  action: "city.load",
  "archives archive": "2026-1",
};
/** More statements for one answer are a loop over rows. */
const MOST_STATEMENTS = 14;

type Schema = { enum?: unknown[]; type?: string; default?: unknown };
type Parameter = { name: string; in: string; required?: boolean; schema: Schema };
type Operation = { operationId: string; "x-roles": string[]; parameters?: Parameter[] };
type List = { readonly path: string; readonly id: string; readonly filters: Parameter[]; readonly overseen: boolean };

const ADMIN_ONLY = (roles: readonly string[]) => !roles.includes("office");
/** Read a year or a matter whole, by their nature, and then show a page of it. */
const WHOLE = new Set(["listIndicatorRows"]);

let t: TestApp;
let lists: List[];
let keys: { office: TestKey; admin: TestKey; unit: TestKey };
let roles: Map<string, readonly string[]>;

beforeAll(async () => {
  t = await openTestApp({ instant: "2026-06-15T02:00:00.000Z", seed: async (ctx) => await loadScaleCity(ctx, 1500) });
  const document = (await clientOf(t)("/api/openapi.json")).json as { paths: Record<string, { get?: Operation }> };
  const gets = Object.entries(document.paths).flatMap(([path, { get }]) => (get ? [{ path, get }] : []));
  const paged = gets.filter(({ get }) => get.parameters?.some(({ name }) => name === "cursor"));
  roles = new Map(paged.map(({ get }) => [get.operationId, get["x-roles"]]));
  lists = paged
    .filter(({ get }) => !WHOLE.has(get.operationId))
    .map(({ path, get }) => ({
      path,
      id: get.operationId,
      filters: (get.parameters ?? []).filter(({ name }) => !["cursor", "limit"].includes(name)),
      overseen: !get["x-roles"].includes("unit"),
    }));
  const part = await t.db.get<{ id: string; motion: string }>(
    sql`select id, motion_id as motion from assignments where unit_code = 'zhujian' and role = 'lead' order by id limit 1`,
  );
  await t.db.insert(archives).values({
    id: "2026-1",
    campaignId: "2026",
    kind: "suggestion",
    ledgerName: "台账.xlsx",
    ledgerHash: "0",
    state: "open",
    startedBy: "system",
    startedAt: "2026-06-01T02:00:00.000Z",
  });
  Object.assign(SAMPLES, { assignment: part.id, motion: part.motion, "motions id": part.motion });
  keys = { office: await t.keyFor("office"), admin: await t.keyFor("admin"), unit: await t.keyFor("unit", "zhujian") };
});
afterAll(async () => await t.close());

function getSample(name: string): string {
  const sample = SAMPLES[name];
  if (sample === undefined) throw new Error(`Failed to ask with ${name}: give a sample of it`);
  return sample;
}

function valuesOf({ name, schema }: Parameter): string[] {
  if (schema.enum) return schema.enum.map(String);
  return schema.type === "boolean" ? ["true", "false"] : [getSample(name)];
}

/** {id} of /api/motions/{id}/history is the sample "motions id". */
const pathOf = ({ path }: List) =>
  path.replaceAll(
    /([a-z-]+)\/\{(\w+)\}/g,
    (_, noun: string, name: string) => `${noun}/${getSample(`${noun} ${name}`)}`,
  );

/** The list by itself, with each value of each filter, and with each pair of filters. */
function listQueries({ filters }: List): string[] {
  const optional = filters.filter((item) => item.in === "query");
  const single = optional.flatMap((item) => valuesOf(item).map((value) => `${item.name}=${encodeURIComponent(value)}`));
  const first = optional.map((item) => `${item.name}=${encodeURIComponent(valuesOf(item)[0] ?? "")}`);
  const pairs = first.flatMap((one, at) => first.slice(at + 1).map((other) => `${one}&${other}`));
  return ["", ...single, ...pairs];
}

async function ask(list: List, query: string, person: TestKey) {
  const answer = await clientOf(t, person)(`${pathOf(list)}?limit=20&${query}`);
  expect([200, 422], `${list.id} ${query} ${answer.text}`).toContain(answer.status);
  const { nextCursor } = answer.json as { nextCursor?: string | null };
  if (nextCursor) await clientOf(t, person)(`${pathOf(list)}?limit=20&${query}&cursor=${nextCursor}`);
}

describe("every list of the API, with every filter and sort", () => {
  it("is known to this test", () => {
    expect(lists.map(({ id }) => id)).toEqual(
      expect.arrayContaining(["listAssignments", "listMotions", "listDue", "listAudit", "listCommitments"]),
    );
  });

  it("walks indexes, never a table that grows, and sorts no more than it picked out", async () => {
    const faults = new Map<string, string[]>();
    for (const list of lists) {
      const people = ADMIN_ONLY(roles.get(list.id) ?? [])
        ? [keys.admin]
        : [keys.office, ...(list.overseen ? [] : [keys.unit])];
      for (const person of people) {
        const statements = await recordStatements(t.db, async () => {
          for (const query of listQueries(list)) await ask(list, query, person);
        });
        const found = await listPlanFaults(t.db, statements);
        if (found.length > 0) faults.set(list.id, [...(faults.get(list.id) ?? []), ...found]);
      }
    }
    expect([...faults]).toEqual([]);
  });

  it("asks as many statements for fifty rows as for two", async () => {
    for (const list of lists) {
      const person = ADMIN_ONLY(roles.get(list.id) ?? []) ? keys.admin : keys.office;
      const count = async (limit: number) =>
        (await recordStatements(t.db, async () => await clientOf(t, person)(`${pathOf(list)}?limit=${limit}`))).length;
      const [few, many] = [await count(2), await count(50)];
      expect(many, list.id).toBeLessThanOrEqual(few);
      expect(many, list.id).toBeLessThanOrEqual(MOST_STATEMENTS);
    }
  });
});

describe("where everything is too many to be gathered", () => {
  const today = "2026-06-15";
  const few = { rows: 0, motions: 5 };
  const facets = [
    {},
    { campaign: "2026" },
    { kind: "proposal" as const },
    { state: "replied" as const },
    { unit: "zhujian" },
    { role: "lead" as const },
    { publication: "published" as const },
    { class: "A" },
    { mode: "none" as const },
    { keyItem: true },
    { overdue: true },
    { overdue: false },
    { q: "关于" },
    { q: "建议", unit: "zhujian" },
  ];
  it.each(LEDGER_SORTS.flatMap((sort) => [false, true].map((descending) => ({ sort, descending }))))(
    "the ledger is walked in its order: $sort, descending $descending",
    async (order) => {
      const statements = await recordStatements(t.db, async () => {
        for (const filter of facets) {
          const walk = { ...order, start: undefined, limit: 10 };
          const page = await readLedgerPage(t.db, filter, walk, today, few);
          const last = page.rows.at(-1);
          if (last) await readLedgerPage(t.db, filter, { ...walk, start: last }, today, few);
        }
      });
      expect(
        statements.filter(({ sql }) => sql.includes("/* gathered */")).every(({ sql }) => sql.includes("gram")),
      ).toBe(true);
      expect(await listPlanFaults(t.db, statements)).toEqual([]);
    },
  );

  it("so are the motions", async () => {
    const filters = [
      {},
      { campaign: "2026" },
      { keyItem: true },
      { unit: "zhujian" },
      { kind: "proposal" as const },
      { q: "关于" },
    ];
    const statements = await recordStatements(t.db, async () => {
      for (const filter of filters) {
        for (const descending of [false, true]) {
          const walk = { descending, start: undefined, limit: 10 };
          const { rows } = await listMotionRows(t.db, filter, walk, few);
          const last = rows.at(-1);
          if (last) await listMotionRows(t.db, filter, { ...walk, start: { key: last.sortKey, id: last.sortId } }, few);
        }
      }
    });
    expect(await listPlanFaults(t.db, statements)).toEqual([]);
  });
});

it("the figures of a year are read from indexes alone", async () => {
  const statements = await recordStatements(t.db, async () => await clientOf(t, keys.office)("/api/statistics/2026"));
  expect(await listPlanFaults(t.db, statements)).toEqual([]);
});

it("a whole table read, and a year sorted, would be seen", async () => {
  const bad = [
    { sql: "select id from motions where title = ? order by id limit 5", args: ["关于"] },
    { sql: "select id from motions where campaign_id = ? order by title limit 5", args: ["2026"] },
    { sql: "select count(*) from assignments where signed_at is null", args: [] },
  ];
  expect(await listPlanFaults(t.db, bad)).toHaveLength(3);
});
