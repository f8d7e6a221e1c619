import { execFile, spawn } from "node:child_process";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { listFiles } from "#test/e2e/whole-site/read-site.ts";
import { siteOf } from "#test/release/support/small-city.ts";
import { openBrowser } from "#test/support/browser.ts";

const run = promisify(execFile);
const ENTRY = fileURLToPath(new URL("../../functions/node.ts", import.meta.url));
/** 176 MB with what it needs: installed for the measurement alone, so that the project does not carry it. */
const VERSION = "13.5.0";
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"] as const;
const FORMS = { phone: ["--form-factor=mobile"], desktop: ["--preset=desktop"] } as const;
const LEAST = 99;
/** The middle one of three counts. */
const RUNS = 3;
/** Below this Lighthouse itself warns that the machine is slow or busy: such a run is made again, as long as there are tries. */
const MACHINE = 1000;
const TRIES = 9;

type Scores = Readonly<Record<(typeof CATEGORIES)[number], number>>;
export type LighthouseRow = Scores & {
  readonly path: string;
  readonly form: keyof typeof FORMS;
  /** Lighthouse's own measure of the machine during the run. */
  readonly machine: number;
  /** Audits that cost points. */
  readonly lost: readonly string[];
};
export type LighthouseReport = { readonly version: string; readonly least: number; readonly rows: LighthouseRow[] };

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

type Started = { readonly url: string; readonly stop: () => Promise<void> };

/** `npm start` with the demo city: the self-hosted home as it answers readers, compression and headers with it. */
async function startHome(data: string): Promise<Started> {
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const env = { ...process.env, PORT: String(port), HUIYIN_DATA: data, SITE_URL: url };
  const child = spawn(process.execPath, [ENTRY], { env, stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise<void>((resolve) => child.on("exit", () => resolve()));
  const serves = new Promise<void>((resolve, reject) => {
    child.on("exit", (code) => reject(new Error(`The server ended with ${code}`)));
    child.stdout.on("data", (chunk: Buffer) => chunk.includes("回音已启动") && resolve());
  });
  await serves;
  const stop = async () => {
    child.kill();
    await ended;
  };
  return { url, stop };
}

/** Home, the matter that weighs most, a year, and the search with what it found. */
async function listAddresses(data: string): Promise<string[]> {
  const site = await siteOf(data);
  const matters = (await listFiles(site)).filter((file) => /^\/\d{4}\/(?:jianyi|tian)\/.*\.html$/.test(file));
  const sized = await Promise.all(matters.map(async (file) => ({ file, size: (await stat(join(site, file))).size })));
  const [largest] = sized.toSorted((a, b) => b.size - a.size);
  if (!largest) throw new Error("No matter is public");
  return ["/", largest.file.replace("index.html", ""), "/2025/", `/search/?q=${encodeURIComponent("停车")}`];
}

type Audit = { readonly score: number | null; readonly displayValue?: string };
type Result = {
  readonly categories: Readonly<
    Record<string, { readonly score: number; readonly auditRefs: readonly { id: string; weight: number }[] }>
  >;
  readonly audits: Readonly<Record<string, Audit>>;
  readonly environment: { readonly benchmarkIndex: number };
};

function toRow(path: string, form: keyof typeof FORMS, { categories, audits, environment }: Result): LighthouseRow {
  const scoreOf = (name: string) => Math.round((categories[name]?.score ?? 0) * 100);
  const refs = CATEGORIES.flatMap((name) => categories[name]?.auditRefs ?? []).filter(({ weight }) => weight > 0);
  const lost = refs.flatMap(({ id }) => {
    const { score = null, displayValue = "" } = audits[id] ?? {};
    return score !== null && score < 0.99 ? [`${id} ${score} ${displayValue}`.trim()] : [];
  });
  const scores = Object.fromEntries(CATEGORIES.map((name) => [name, scoreOf(name)])) as Scores;
  return { path, form, ...scores, machine: Math.round(environment.benchmarkIndex), lost };
}

type Place = { readonly folder: string; readonly url: string; readonly debugPort: number };

async function measure({ folder, url, debugPort }: Place, path: string, form: keyof typeof FORMS) {
  const output = join(folder, "result.json");
  const cli = join(folder, "node_modules/lighthouse/cli/index.js");
  const what = [`--only-categories=${CATEGORIES.join(",")}`, ...FORMS[form]];
  const how = ["--quiet", `--port=${debugPort}`, "--output=json", `--output-path=${output}`];
  const rows: LighthouseRow[] = [];
  const listQuiet = () => rows.filter(({ machine }) => machine >= MACHINE);
  for (let tries = 0; tries < TRIES && listQuiet().length < RUNS; tries++) {
    // Lighthouse itself now and then loses the trace of a load and asks to be run again (NO_NAVSTART).
    const ran = await run(process.execPath, [cli, url + path, ...what, ...how], { cwd: folder }).catch(() => undefined);
    if (ran) rows.push(toRow(decodeURI(path), form, JSON.parse(await readFile(output, "utf8")) as Result));
  }
  if (rows.length === 0) throw new Error(`Lighthouse read nothing of ${path}`);
  const counted = listQuiet().length > 0 ? listQuiet() : rows;
  return counted.toSorted((a, b) => a.performance - b.performance)[Math.floor(counted.length / 2)];
}

/** Lighthouse in all four categories on a phone (slow network and processor, as it simulates them) and on a desktop. */
export async function benchLighthouse(): Promise<LighthouseReport> {
  const folder = await mkdtemp(join(tmpdir(), "huiyin-lighthouse-"));
  const debugPort = await findFreePort();
  let home: Started | undefined;
  const browser = await openBrowser([`--remote-debugging-port=${debugPort}`]);
  try {
    await writeFile(join(folder, "package.json"), '{"private":true}');
    const install = ["install", "--no-audit", "--no-fund", "--ignore-scripts", `lighthouse@${VERSION}`];
    await run("npm", install, { cwd: folder });
    const data = join(folder, "data");
    home = await startHome(data);
    const place = { folder, url: home.url, debugPort };
    const rows: LighthouseRow[] = [];
    for (const path of await listAddresses(data)) {
      for (const form of Object.keys(FORMS) as (keyof typeof FORMS)[]) {
        const row = await measure(place, path, form);
        if (!row) continue;
        rows.push(row);
        process.stderr.write(`${toLine(row)}\n`);
      }
    }
    return { version: VERSION, least: LEAST, rows };
  } finally {
    await browser.close();
    await home?.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

function toLine(row: LighthouseRow): string {
  const scores = CATEGORIES.map((name) => String(row[name]).padStart(name.length + 2)).join("");
  return [
    `${row.form.padEnd(8)}${scores}${String(row.machine).padStart(9)}  ${row.path}`,
    ...row.lost.map((line) => `    ${line}`),
  ].join("\n");
}

export function toLighthouseTable({ version, least, rows }: LighthouseReport): string {
  const head = `${"".padEnd(8)}${CATEGORIES.map((name) => `  ${name}`).join("")}  machine  Lighthouse ${version}, the middle of ${RUNS} runs; wanted: ${least}`;
  return [head, ...rows.map(toLine)].join("\n");
}
