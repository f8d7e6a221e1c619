import { parseArgs } from "node:util";
import { benchGate } from "./gate.ts";
import { benchRelease } from "./release.ts";
import { benchSearchCommand } from "./search-command.ts";

const USAGE = `npm run bench                                              all of them, with the project's own material
npm run bench -- release [--sizes 1000,10000] [--json]
npm run bench -- search [--corpus C.json --queries Q.json] [--json]
npm run bench -- gate --cases F.jsonl [--json]`;

const OPTIONS = {
  sizes: { type: "string", default: "1000,10000" },
  corpus: { type: "string" },
  queries: { type: "string" },
  cases: { type: "string" },
  json: { type: "boolean", default: false },
} as const;

/** Prints a table for people, or one JSON object (design §12). Progress goes to standard error. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: OPTIONS });
  const [what] = positionals;
  const print = (result: object) =>
    process.stdout.write(values.json ? `${JSON.stringify(result)}\n` : `${JSON.stringify(result, null, 2)}\n`);
  if (what === "release") print(await benchRelease(values.sizes.split(",").map(Number)));
  else if (what === "search") print(await benchSearchCommand(values.corpus, values.queries));
  else if (what === "gate" && values.cases) print(await benchGate(values.cases));
  else if (what === undefined)
    print({ release: await benchRelease(values.sizes.split(",").map(Number)), search: await benchSearchCommand() });
  else {
    process.stderr.write(`${USAGE}\n`);
    process.exitCode = 1;
  }
}

await main();
