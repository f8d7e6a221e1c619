import { parseArgs } from "node:util";
import { listCampaigns } from "#db/reads/campaigns.ts";
import { RULES_PRESETS } from "#domain/campaign/rules-presets.ts";
import { SCHEME_PRESETS } from "#domain/scheme/presets.ts";
import { KIND_WORDS, MOTION_KINDS } from "#domain/motion/kind.ts";
import { createCampaign } from "#services/campaigns/create-campaign.ts";
import { setNames } from "#services/campaigns/set-names.ts";
import { readCampaign } from "#services/campaigns/read-campaign.ts";
import { parseSitting } from "./parse-sitting.ts";
import { openContext, type CommandContext } from "./open-context.ts";
import type { Outcome } from "./run-command.ts";
import { Usage, runCommand } from "./run-command.ts";

const schemes = SCHEME_PRESETS.map((preset) => preset.id).join("|");
const presets = RULES_PRESETS.map((preset) => preset.id).join("|");
const USAGE = `用法：npm run campaign -- --year 2026 --scheme ${schemes} --suggestion 市四届人大五次会议 --proposal 市政协四届五次会议 \\
  [--preset ${presets}] \\
  [--assigned-on 2026-03-10] [--follow-up-due 2026-12-20] [--expect-suggestion 126] [--expect-proposal 148] [--names-public]
npm run campaign -- --id 2026 --names public|hidden   已有年度：代表、委员姓名改为公开或不公开；改为不公开的立即从网站隐去
不带参数时列出已有年度。`;

const OPTIONS = {
  year: { type: "string" },
  id: { type: "string" },
  scheme: { type: "string" },
  preset: { type: "string" },
  suggestion: { type: "string" },
  proposal: { type: "string" },
  "assigned-on": { type: "string" },
  "follow-up-due": { type: "string" },
  "expect-suggestion": { type: "string" },
  "expect-proposal": { type: "string" },
  "names-public": { type: "boolean", default: false },
  names: { type: "string" },
} as const;

async function changeNames(ctx: CommandContext, id: string | undefined, names: string): Promise<Outcome> {
  if (id === undefined || !["public", "hidden"].includes(names)) throw new Usage(USAGE);
  await setNames(ctx, id, names === "public");
  const text =
    names === "public"
      ? `年度 ${id} 的姓名将随下一次发布公开。`
      : `年度 ${id} 的姓名不再公开：这一年的网页已经隐去，生成不含姓名的网页后恢复。`;
  return { ok: true, json: { id, names }, text };
}

/** npm run campaign: lists the years; with --year … sets one up; with --names … changes whether filers are named. */
await runCommand(process.argv.slice(2), async (argv): Promise<Outcome> => {
  const { values } = parseArgs({ args: argv, options: OPTIONS });
  const ctx = await openContext();
  if (values.names !== undefined) return await changeNames(ctx, values.id, values.names);
  if (values.year === undefined) {
    const campaigns = await listCampaigns(ctx.db);
    const lines = campaigns.map(({ id, name, state }) => `${id}\t${name}\t${state}`);
    return { ok: true, json: { campaigns }, text: lines.length > 0 ? lines.join("\n") : `还没有年度。\n${USAGE}` };
  }
  const year = Number(values.year);
  const kinds = MOTION_KINDS.flatMap((kind) => {
    const name = values[kind];
    if (name === undefined) return [];
    const sitting = parseSitting(name, KIND_WORDS[kind].body);
    if (!sitting) throw new Usage(`“${name}”不是会议名称，应如市四届人大五次会议、市政协四届五次会议。`);
    const expected = values[`expect-${kind}`];
    return [
      {
        kind,
        sitting,
        schemeId: values.scheme ?? "zhanyi-2023",
        assignedOn: values["assigned-on"] ?? `${year}-03-10`,
        followUpDueOn: values["follow-up-due"] ?? null,
        expectedCount: expected === undefined ? null : Number(expected),
      },
    ];
  });
  if (!Number.isInteger(year) || kinds.length === 0) throw new Usage(USAGE);
  const id = values.id ?? String(year);
  const { preset } = values;
  await createCampaign(ctx, {
    id,
    year,
    name: `${year} 年办理工作`,
    namesPublic: values["names-public"],
    kinds,
    ...(preset === undefined ? {} : { preset }),
  });
  const { warnings } = (await readCampaign(ctx, id)).rules;
  const lines = [`已建立 ${year} 年办理工作，编号 ${id}。`, ...warnings.map(({ message }) => `请核对：${message}。`)];
  return { ok: true, json: { id, year, warnings }, text: lines.join("\n") };
});
