import { join } from "node:path";
import { parseArgs } from "node:util";
import type { ReplyFileReport } from "#services/imports/import-replies.ts";
import { importReplies } from "#services/imports/import-replies.ts";
import { listWordFiles } from "./list-letters.ts";
import { openContext } from "./open-context.ts";
import { readBytes } from "./read-input.ts";
import type { Outcome } from "./run-command.ts";
import { Usage } from "./run-command.ts";

const VERDICTS = { accept: "可以报送", review: "需人工核对", block: "未导入", refuse: "未导入" } as const;

function describe({ file, answers, verdict, findings, state }: ReplyFileReport): string {
  const what = answers ? `${answers.label}《${answers.title}》 ${answers.unit}` : "没有对应的建议提案";
  const result = state === "unchanged" ? "没有变化" : VERDICTS[verdict];
  return [`${file}：${what}，${result}`, ...findings.map((finding) => `  ${finding.message}`)].join("\n");
}

export async function importRepliesCommand(argv: string[]): Promise<Outcome> {
  const options = { campaign: { type: "string" }, "dry-run": { type: "boolean", default: false } } as const;
  const { values, positionals } = parseArgs({ args: argv, allowPositionals: true, options });
  const [folder] = positionals;
  if (!folder || !values.campaign)
    throw new Usage("用法：npm run import -- replies 文件夹 --campaign 2026 [--dry-run]");
  const names = await listWordFiles(folder);
  const files = await Promise.all(names.map(async (name) => ({ name, bytes: await readBytes(join(folder, name)) })));
  const ctx = await openContext();
  const reports = await importReplies(ctx, {
    files,
    campaignId: values.campaign,
    dryRun: values["dry-run"],
    store: ctx.files,
  });
  const stored = reports.filter((report) => report.state === "stored").length;
  const refused = reports.filter((report) => report.state === "refused").length;
  const head = `共 ${reports.length} 个文件：${values["dry-run"] ? "可导入" : "已存为拟稿"} ${stored} 个，未导入 ${refused} 个。`;
  return { ok: true, json: { files: reports }, text: [head, ...reports.map(describe)].join("\n") };
}
