import { fileURLToPath } from "node:url";
import { listHostileFiles } from "#test/exchange/hostile-files.ts";
import { runMeasured } from "./run-measured.ts";

const ONCE = fileURLToPath(new URL("import-once.ts", import.meta.url));
const HOSTILE = fileURLToPath(new URL("hostile-once.ts", import.meta.url));
/** security.md R11. */
const BOUNDS = { ms: 2000, extraMB: 64 } as const;

type Rows = { dryRun: number; commit: number; again: number; megabytes: number };

const round = (value: number, places = 3): number => Number(value.toFixed(places));

async function measureRows(rows: number) {
  process.stderr.write(`${rows} rows …\n`);
  const { output, rssMB } = await runMeasured([ONCE, "rows", String(rows)], {});
  const { dryRun, commit, again, megabytes } = JSON.parse(output) as Rows;
  const msPerRow = ((dryRun + commit) * 1000) / rows;
  return {
    rows,
    fileMB: round(megabytes, 2),
    dryRunSeconds: round(dryRun),
    commitSeconds: round(commit),
    againSeconds: round(again),
    msPerRow: round(msPerRow),
    rssMB,
  };
}

async function measureLetters(count: number) {
  process.stderr.write(`${count} letters …\n`);
  const { output, rssMB } = await runMeasured([ONCE, "letters", String(count)], {});
  const { letters } = JSON.parse(output) as { letters: number };
  return { letters: count, seconds: round(letters), msPerLetter: round((letters * 1000) / count, 1), rssMB };
}

async function measureHostile() {
  const rows = [];
  for (const { id, name } of listHostileFiles({ large: true })) {
    process.stderr.write(`${id} ${name} …\n`);
    const { output } = await runMeasured(["--expose-gc", HOSTILE, `${id} ${name}`], {});
    rows.push(JSON.parse(output) as { file: string; code: string; ms: number; extraMB: number; fileKB: number });
  }
  return {
    bounds: BOUNDS,
    within: rows.every(({ ms, extraMB }) => ms <= BOUNDS.ms && extraMB <= BOUNDS.extraMB),
    slowestMs: Math.max(...rows.map(({ ms }) => ms)),
    mostMB: Math.max(...rows.map(({ extraMB }) => extraMB)),
    files: rows,
  };
}

/** Rows and letters at two sizes, each in a process of its own, and every hostile file with its time and memory. */
export async function benchImport([small = 1000, large = 10_000]: readonly number[]) {
  const rows = [await measureRows(small), await measureRows(large)];
  const letters = [await measureLetters(small / 10), await measureLetters(small / 2)];
  const [first, second] = rows;
  const ratio = first && second ? round(second.msPerRow / first.msPerRow, 2) : null;
  return { ratioPerRow: ratio, target: 1.5, rows, letters, hostile: await measureHostile() };
}
