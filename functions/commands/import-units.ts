import { parseArgs } from "node:util";
import { readUnits } from "#exchange/units/read-units.ts";
import { importUnits } from "#services/imports/import-units.ts";
import { openContext } from "./open-context.ts";
import { readText } from "./read-input.ts";
import type { Outcome } from "./run-command.ts";
import { Usage } from "./run-command.ts";

export async function importUnitsCommand(argv: string[]): Promise<Outcome> {
  const [path] = parseArgs({ args: argv, allowPositionals: true }).positionals;
  if (!path) throw new Usage("用法：npm run import -- units 单位.json");
  const json = await importUnits(await openContext(), readUnits(await readText(path)));
  return { ok: true, json, text: `已登记 ${json.accepted} 个单位。` };
}
