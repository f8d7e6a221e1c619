import { parseArgs } from "node:util";
import { benchA11y, toA11yTable } from "./a11y.ts";
import { benchConsole, toConsoleTable } from "./console.ts";
import { benchFaults } from "./faults.ts";
import { benchEdge, toEdgeTable } from "./edge/edge.ts";
import { benchLayout } from "./edge/layout.ts";
import { benchGate, benchGateCorpus } from "./gate.ts";
import { benchHistories } from "./histories.ts";
import { benchImport } from "./import.ts";
import { benchKills } from "./kills.ts";
import { benchLighthouse, toLighthouseTable } from "./lighthouse.ts";
import { benchLoad, toLoadTable } from "./load.ts";
import { benchOffice } from "./office.ts";
import { benchModel } from "./model.ts";
import { benchRelease } from "./release.ts";
import { benchScale, toScaleTable } from "./scale.ts";
import { benchSearchCommand, benchSearchSizes } from "./search-command.ts";

const USAGE = `npm run bench                                              all of them, with the project's own material
npm run bench -- release [--sizes 1000,10000] [--no-peers] [--json]
npm run bench -- search [--corpus C.json --queries Q.json | --sizes 1000,10000,50000] [--json]
npm run bench -- gate [--cases F.jsonl] [--json]
npm run bench -- office [--json]                               needs LibreOffice
npm run bench -- import [--sizes 1000,10000] [--json]
npm run bench -- a11y [--json]                                 axe on every page of the demo city in six states
npm run bench -- lighthouse [--json]                            installs Lighthouse for the time of the run
npm run bench -- model [--runs 20000] [--json]
npm run bench -- console [--sizes 100000] [--json]              first screen, and a long ledger in Chromium
npm run bench -- scale [--sizes 1000,100000] [--json]
npm run bench -- edge [--json]                                  both homes against a bare Hono handler with the same statements
npm run bench -- layout --site DIR [--json]                      how a release fits what Workers take, from its lists of files
npm run bench -- load [--json]                                 200 readers while releases swap
npm run bench -- histories [--runs 2000] [--json]              canaries in every field, a twentieth through whole releases
npm run bench -- faults [--runs N] [--json]                     every call of publish and withdraw fails once, or N of a kind
npm run bench -- kills [--runs 300] [--json]                   kill -9 in the midst of releases`;

const OPTIONS = {
  sizes: { type: "string" },
  corpus: { type: "string" },
  queries: { type: "string" },
  cases: { type: "string" },
  runs: { type: "string" },
  site: { type: "string" },
  json: { type: "boolean", default: false },
  "no-peers": { type: "boolean", default: false },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>["values"];

const sizesOf = (values: Values, usual: string): number[] => (values.sizes ?? usual).split(",").map(Number);
const benchUsualRelease = async (values: Values) =>
  await benchRelease(sizesOf(values, "1000,10000"), !values["no-peers"]);

const BENCHES: Readonly<Record<string, (values: Values) => object | Promise<object>>> = {
  release: benchUsualRelease,
  search: async (values) =>
    values.sizes
      ? await benchSearchSizes(sizesOf(values, ""))
      : await benchSearchCommand(values.corpus, values.queries),
  gate: async (values) => (values.cases ? await benchGate(values.cases) : benchGateCorpus()),
  a11y: benchA11y,
  lighthouse: benchLighthouse,
  office: benchOffice,
  import: async (values) => await benchImport(sizesOf(values, "1000,10000")),
  model: async (values) => await benchModel(Number(values.runs ?? 20_000)),
  histories: async (values) => await benchHistories(Number(values.runs ?? 2_000)),
  faults: async (values) => await benchFaults(Number(values.runs ?? Number.POSITIVE_INFINITY)),
  kills: async (values) => await benchKills(Number(values.runs ?? 300)),
  console: async (values) => await benchConsole(sizesOf(values, "100000")[0] ?? 100_000),
  scale: async (values) => await benchScale(sizesOf(values, "1000,100000")),
  load: benchLoad,
  edge: benchEdge,
  layout: async (values) => await benchLayout(values.site ?? ""),
  all: async (values) => ({ release: await benchUsualRelease(values), search: await benchSearchCommand() }),
};

/** The others print their object. */
const TABLES: Readonly<Record<string, (result: never) => string>> = {
  a11y: toA11yTable,
  lighthouse: toLighthouseTable,
  console: toConsoleTable,
  scale: toScaleTable,
  load: toLoadTable,
  edge: toEdgeTable,
};

/** Prints a table for people, or one JSON object (design §12). Progress goes to standard error. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: OPTIONS });
  const [what = "all"] = positionals;
  const bench = BENCHES[what];
  if (!bench) {
    process.stderr.write(`${USAGE}\n`);
    process.exitCode = 1;
    return;
  }
  const result = await bench(values);
  if (values.json) process.stdout.write(`${JSON.stringify(result)}\n`);
  else process.stdout.write(`${TABLES[what]?.(result as never) ?? JSON.stringify(result, null, 2)}\n`);
}

await main();
