import { parseArgs } from "node:util";
import { benchA11y } from "./a11y.ts";
import { benchGate, benchGateCorpus } from "./gate.ts";
import { benchImport } from "./import.ts";
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
npm run bench -- a11y [--json]                                 axe on every page of the demo city, three looks
npm run bench -- model [--runs 20000] [--json]
npm run bench -- scale [--sizes 1000,100000] [--json]`;

const OPTIONS = {
  sizes: { type: "string" },
  corpus: { type: "string" },
  queries: { type: "string" },
  cases: { type: "string" },
  runs: { type: "string", default: "20000" },
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
  office: benchOffice,
  import: async (values) => await benchImport(sizesOf(values, "1000,10000")),
  model: async (values) => await benchModel(Number(values.runs)),
  scale: async (values) => await benchScale(sizesOf(values, "1000,100000")),
  all: async (values) => ({ release: await benchUsualRelease(values), search: await benchSearchCommand() }),
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
  else if (what === "scale")
    process.stdout.write(`${toScaleTable(result as Awaited<ReturnType<typeof benchScale>>)}\n`);
  else process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
}

await main();
