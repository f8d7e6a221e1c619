import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { eq } from "drizzle-orm";
import { findRelease } from "#db/reads/releases.ts";
import { replies } from "#db/schema/replies.ts";
import { writeTransaction } from "#db/transaction.ts";
import { findCurrent } from "#release/folders.ts";
import { requestRelease } from "#services/releases/request.ts";
import { takeDown } from "#services/releases/take-down.ts";
import { applyEdit, type Edit } from "#test/release/support/edits.ts";
import { hashSite, makeSmallCity, siteOf, type SmallCity } from "#test/release/support/small-city.ts";
import { judgeVisits, type Judged, type Truth } from "./load/judge-visits.ts";
import { Reader, type Visit } from "./load/read-site.ts";

const SERVER = fileURLToPath(new URL("../../functions/node.ts", import.meta.url));
const READERS = 200;
const PAUSE_MS = 1_000;
const LOOK_MS = 300;
const MATTERS = 120;
/** Each is a release; from some of them things go, so that the older ones are removed under their readers. */
const CHANGES: readonly Edit["kind"][] = [
  "rewrite",
  "retitle",
  "hide",
  "show",
  "unit_name",
  "withdraw",
  "ground",
  "names",
];

type Server = { readonly url: string; readonly stop: () => Promise<void> };

async function startServer(city: SmallCity): Promise<Server> {
  const env = { ...process.env, HUIYIN_DATA: city.dataFolder, PORT: "0", HUIYIN_DEMO: "0" };
  const secret = `test:${"A".repeat(43)}`;
  const child = spawn(process.execPath, [SERVER], {
    env: { ...env, HUIYIN_SECRET: secret },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const over = new Promise((resolve) => child.once("close", resolve));
  let said = "";
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const [found] = /http:\/\/[\d.:]+/.exec(said) ?? [];
      if (found !== undefined) resolve(found);
    });
    child.once("close", () => reject(new Error(`The server ended: ${said}`)));
  });
  const stop = async () => {
    child.kill("SIGTERM");
    await over;
  };
  return { url, stop };
}

async function waitForRelease(city: SmallCity, id: string): Promise<void> {
  for (;;) {
    const row = await findRelease(city.db, id);
    if (row?.state === "live") return;
    if (row?.state === "failed") throw new Error(`${id}: ${row.error}`);
    await sleep(LOOK_MS);
  }
}

type Heard = { readonly visits: Visit[]; readonly failures: string[] };

/** What a reader looks at next: any page, or now and then the search. */
async function visitOnce(
  reader: Reader,
  pages: readonly string[],
  files: Readonly<Record<string, string>>,
): Promise<Visit> {
  if (Math.random() < 0.1) return await reader.search();
  const page = pages[Math.floor(Math.random() * pages.length)] ?? "index.html";
  const beside = page.replace(/index\.html$/, "index.json");
  return await reader.visit(page, () => (files[beside] === undefined ? [] : [beside]));
}

/** 200 readers until `work` is done. */
async function readMeanwhile(server: Server, truth: Truth, work: () => Promise<void>): Promise<Heard> {
  const files = [...truth.values()].at(-1) ?? {};
  const pages = Object.keys(files).filter((path) => path.endsWith(".html") && path !== "404.html");
  const heard: Heard = { visits: [], failures: [] };
  const over = new AbortController();
  const readers = Array.from({ length: READERS }, async () => {
    const reader = new Reader(server.url);
    while (!over.signal.aborted) {
      await visitOnce(reader, pages, files).then(
        (visit) => heard.visits.push(visit),
        (error: unknown) => heard.failures.push(String(error)),
      );
      await sleep(Math.random() * PAUSE_MS);
    }
    reader.close();
  });
  await work().finally(() => over.abort());
  await Promise.all(readers);
  return heard;
}

async function learn(city: SmallCity, truth: Map<string, Readonly<Record<string, string>>>): Promise<void> {
  truth.set((await findCurrent(city.dataFolder)) ?? "", await hashSite(await siteOf(city.dataFolder)));
}

async function pickShown({ db }: SmallCity): Promise<string> {
  const row = await db.select().from(replies).where(eq(replies.publication, "published")).get();
  return row?.assignmentId ?? "";
}

async function withdrawOne(city: SmallCity): Promise<string> {
  const id = await pickShown(city);
  const [, year, kind, number] = /^(\d+)-(\w+)-(\d+)\./.exec(id) ?? [];
  return await writeTransaction(city.db, async (tx) => {
    await tx.update(replies).set({ publication: "withdrawn" }).where(eq(replies.assignmentId, id));
    await takeDown(tx, city.ctx, { cause: "bench.withdraw", path: `/${year}/${kind}/${number}/`, reason: "legal" });
    return await requestRelease(tx, city.ctx, "bench.withdraw");
  });
}

const msAt = (sorted: readonly number[], share: number): number =>
  Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);

function measure({ visits }: Heard, seconds: number) {
  const times = visits.flatMap(({ answers }) => answers.map(({ ms }) => ms)).toSorted((a, b) => a - b);
  return { perSecond: Math.round(times.length / seconds), p50Ms: msAt(times, 0.5), p99Ms: msAt(times, 0.99) };
}

type Phase = Judged & ReturnType<typeof measure> & { readonly releases: number; readonly seconds: number };

/**
 * 200 readers with open connections on the self-hosted home while releases swap: pages, what they need, the data beside
 * them, the search. "Mixed" is what `findMixed` says. A second round withdraws a reply by the urgent path, by which pages
 * that show it ask readers to wait (503) until the release without it.
 */
export async function benchLoad(): Promise<{ readers: number; swaps: Phase; withdrawal: Phase }> {
  const city = await makeSmallCity(MATTERS, 3);
  const ctx = { ...city.ctx, now: () => new Date() };
  const live = { ...city, ctx };
  const server = await startServer(city);
  const truth = new Map<string, Readonly<Record<string, string>>>();
  const round = async (mayHide: boolean, work: () => Promise<void>): Promise<Phase> => {
    const start = performance.now();
    const before = truth.size;
    const heard = await readMeanwhile(server, truth, work);
    const seconds = (performance.now() - start) / 1000;
    const judged = judgeVisits(truth, heard, mayHide);
    return { ...judged, ...measure(heard, seconds), releases: truth.size - before, seconds: Math.round(seconds) };
  };
  const release = async (id: string) => {
    await waitForRelease(live, id);
    await learn(live, truth);
    process.stderr.write(`load: ${id} is live\n`);
  };
  try {
    await learn(live, truth);
    const swaps = await round(false, async () => {
      for (const [at, kind] of CHANGES.entries()) {
        await applyEdit(city.db, { kind, pick: at * 7 + 1, word: "河岸绿道贯通" });
        await release(await writeTransaction(city.db, async (tx) => await requestRelease(tx, ctx, "bench.edit")));
      }
    });
    const withdrawal = await round(true, async () => await release(await withdrawOne(live)));
    return { readers: READERS, swaps, withdrawal };
  } finally {
    await server.stop();
    await city.remove();
  }
}

const ROWS = ["releases", "seconds", "visits", "answers", "perSecond", "p50Ms", "p99Ms", "crossed", "hidden"] as const;

export function toLoadTable({ readers, swaps, withdrawal }: Awaited<ReturnType<typeof benchLoad>>): string {
  const line = (name: string, of: (phase: Phase) => unknown) =>
    `${name.padEnd(12)}${String(of(swaps)).padStart(12)}${String(of(withdrawal)).padStart(12)}`;
  const samples = [swaps, withdrawal].flatMap(({ errors, mixed }) => [...errors.slice(0, 10), ...mixed.slice(0, 10)]);
  return [
    `${readers} readers`.padEnd(12) + "swaps".padStart(12) + "withdrawal".padStart(12),
    ...ROWS.map((name) => line(name, (phase) => phase[name])),
    line("errors", ({ errors }) => errors.length),
    line("mixed", ({ mixed }) => mixed.length),
    ...samples,
  ].join("\n");
}
