import { parseArgs } from "node:util";
import { listCampaigns } from "#db/reads/campaigns.ts";
import { growCity } from "#db/seed/grow-city.ts";
import { loadCity } from "#db/seed/load-city.ts";
import { openContext } from "./open-context.ts";
import { Usage, runCommand } from "./run-command.ts";

const USAGE = "用法：HUIYIN_DATA=./big npm run seed -- --matters 10000 --years 10（数据文件夹须为空）";

/** npm run seed -- --matters N --years Y: a deterministic large city in an empty data folder, for measuring. */
await runCommand(process.argv.slice(2), async (argv) => {
  const { values } = parseArgs({
    args: argv,
    options: { matters: { type: "string" }, years: { type: "string", default: "10" } },
  });
  const matters = Number(values.matters);
  const years = Number(values.years);
  if (!Number.isInteger(matters) || matters < 1 || !Number.isInteger(years) || years < 1 || years > 30)
    throw new Usage(USAGE);
  const ctx = await openContext();
  if ((await listCampaigns(ctx.db)).length > 0) throw new Usage(`数据文件夹中已有数据。\n${USAGE}`);
  const json = await loadCity(ctx, growCity(matters, years));
  return { ok: true, json, text: `已生成 ${json.motions} 件建议提案、${json.replies} 份答复。` };
});
