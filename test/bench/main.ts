import { parseArgs } from "node:util";
import { benchGate, benchGateCorpus } from "./gate.ts";
import { benchImport } from "./import.ts";
import { benchModel } from "./model.ts";
import { benchRelease } from "./release.ts";
import { benchScale, toScaleTable } from "./scale.ts";
import { benchSearchCommand } from "./search-command.ts";

const USAGE = `npm run bench                                              all of them, with the project's own material
npm run bench -- release [--sizes 1000,10000] [--json]
npm run bench -- search [--corpus C.json --queries Q.json] [--json]
npm run bench -- gate [--cases F.jsonl] [--json]
npm run bench -- import [--sizes 1000,10000] [--json]
npm run bench -- model [--runs 20000] [--json]
npm run bench -- scale [--sizes 1000,100000] [--json]`;

const OPTIONS = {
  sizes: { type: "string" },
  corpus: { type: "string" },
  queries: { type: "string" },
  cases: { type: "string" },
  runs: { type: "string", default: "20000" },
  json: { type: "boolean", default: false },
} as const;

/** Prints a table for people, or one JSON object (design §12). Progress goes to standard error. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: OPTIONS });
  const [what] = positionals;
  const print = (result: object) =>
    process.stdout.write(values.json ? `${JSON.stringify(result)}\n` : `${JSON.stringify(result, null, 2)}\n`);
  const sizes = (usual: string) => (values.sizes ?? usual).split(",").map(Number);
  if (what === "release") print(await benchRelease(sizes("1000,10000")));
  else if (what === "search") print(await benchSearchCommand(values.corpus, values.queries));
  else if (what === "gate") print(values.cases ? await benchGate(values.cases) : benchGateCorpus());
  else if (what === "import") print(await benchImport(sizes("1000,10000")));
  else if (what === "model") print(await benchModel(Number(values.runs)));
  else if (what === "scale") {
    const found = await benchScale(sizes("1000,100000"));
    if (values.json) print(found);
    else process.stdout.write(`${toScaleTable(found)}\n`);
  } else if (what === undefined)
    print({ release: await benchRelease(sizes("1000,10000")), search: await benchSearchCommand() });
  else {
    process.stderr.write(`${USAGE}\n`);
    process.exitCode = 1;
  }
}

await main();
