import { sql } from "drizzle-orm";
import { openTestApp } from "#test/support/app.ts";
import { clientOf } from "#test/support/client.ts";
import { loadScaleCity } from "./scale-city.ts";
import { OF_A_YEAR, REQUESTS } from "./scale-requests.ts";

/** In the midst of the last year of the grown city. */
const INSTANT = "2026-06-15T02:00:00.000Z";
/** Each round asks so many times in a row. */
const ASKS = 4;
const ROUNDS = 8;
export const LIMIT = 3;

type City = {
  readonly assignments: number;
  /** Returns how many rows the answer holds. */
  readonly ask: (name: string, path: string) => Promise<number>;
  /** A write that changes nothing, as the database sees it a change. */
  readonly touch: () => Promise<unknown>;
};

async function openCity(size: number): Promise<City & { readonly close: () => Promise<void> }> {
  process.stderr.write(`scale: ${size} assignments …\n`);
  const t = await openTestApp({ instant: INSTANT, seed: async (ctx) => await loadScaleCity(ctx, size) });
  const office = clientOf(t, await t.keyFor("office"));
  const unit = clientOf(t, await t.keyFor("unit", "zhujian"));
  const { total } = (await office("/api/assignments?limit=1")).json as { total: number };
  const ask = async (name: string, path: string) => {
    const { status, text, json } = await (name.startsWith("单位") ? unit : office)(path);
    if (status !== 200) throw new Error(`Failed to measure ${path}: ${status} ${text}`);
    return (json as { items?: unknown[] }).items?.length ?? 1;
  };
  const touch = async () => await t.db.run(sql`update assignments set version = version where rowid = 1`);
  return { assignments: total, ask, touch, close: t.close };
}

/** Milliseconds of processor time of one request; database and API are this process, so nothing is left out. */
async function measureAsks(city: City, name: string, path: string, asks: number): Promise<number> {
  const start = process.cpuUsage();
  for (let asked = 0; asked < asks; asked++) await city.ask(name, path);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000 / asks;
}

type Measured = (city: City, name: string, path: string) => Promise<number>;
const measureAgain: Measured = async (city, name, path) => await measureAsks(city, name, path, ASKS);
const measureFirst: Measured = async (city, name, path) => {
  await city.touch();
  return await measureAsks(city, name, path, 1);
};

/** The least disturbed of all rounds after the first: whatever else the machine does only adds. The cities take turns. */
async function measure(cities: readonly City[], once: Measured, name: string, path: string): Promise<number[]> {
  const best = cities.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [at, city] of cities.entries()) {
      const took = await once(city, name, path);
      if (round > 0) best[at] = Math.min(best[at] ?? took, took);
    }
  }
  return best.map((value) => Math.round(value * 100) / 100);
}

export type ScaleLine = {
  readonly name: string;
  readonly ms: readonly number[];
  readonly ratio: number;
  /** Rows on the page: where a small city fills less of it, more is compared with less. */
  readonly rows: readonly number[];
};

async function measureAll(
  cities: readonly City[],
  requests: typeof REQUESTS,
  once = measureAgain,
): Promise<ScaleLine[]> {
  const lines: ScaleLine[] = [];
  for (const [name, path] of requests) {
    const ms = await measure(cities, once, name, path);
    const rows = [];
    for (const city of cities) rows.push(await city.ask(name, path));
    lines.push({ name, ms, rows, ratio: Math.round(((ms.at(-1) ?? 0) / (ms[0] ?? 1)) * 100) / 100 });
  }
  return lines;
}

/** Processor time of every list through HTTP in process, at each size; ratio: largest to smallest. */
export async function benchScale(sizes: readonly number[]) {
  const cities = [];
  for (const size of sizes) cities.push(await openCity(size));
  try {
    const lines = await measureAll(cities, REQUESTS);
    return {
      assignments: cities.map((city) => city.assignments),
      limit: LIMIT,
      worst: Math.max(...lines.map((line) => line.ratio)),
      over: lines.filter((line) => line.ratio > LIMIT).map((line) => line.name),
      lines,
      /** The first reading after a change, of what is reckoned from a whole year. */
      first: await measureAll(cities, OF_A_YEAR, measureFirst),
    };
  } finally {
    for (const city of cities) await city.close();
  }
}

/** The same for people. */
export function toScaleTable({ assignments, lines, first, worst }: Awaited<ReturnType<typeof benchScale>>): string {
  const row = ({ name, ms, ratio, rows }: ScaleLine) =>
    `${ms.map((value) => value.toFixed(2).padStart(9)).join("")}${ratio.toFixed(2).padStart(8)}${rows.join("/").padStart(8)}  ${name}`;
  const head = `${assignments.map((count) => String(count).padStart(9)).join("")}${"ratio".padStart(8)}${"rows".padStart(8)}  ms of`;
  return [
    head,
    ...lines.map(row),
    `worst: ${worst}`,
    "the first time after a change (reads the year):",
    ...first.map(row),
  ].join("\n");
}
