import { basename } from "node:path";
import { parseArgs } from "node:util";
import { MOTION_KINDS } from "#domain/motion/kind.ts";
import { MATCH_WORDS } from "#domain/archive/archive-kinds.ts";
import { UnreadableFile } from "#exchange/unreadable-file.ts";
import type { ArchiveReport } from "#services/archives/read.ts";
import { readArchive } from "#services/archives/read.ts";
import type { ArchiveStart } from "#services/archives/start.ts";
import { startArchive } from "#services/archives/start.ts";
import type { LetterReport } from "#services/archives/take-letters.ts";
import { takeLetters } from "#services/archives/take-letters.ts";
import { ServiceError } from "#services/errors.ts";
import { openLetters } from "./list-letters.ts";
import { openContext } from "./open-context.ts";
import { readBytes } from "./read-input.ts";
import type { Outcome } from "./run-command.ts";
import { Usage } from "./run-command.ts";

const OPTIONS = {
  campaign: { type: "string" },
  kind: { type: "string" },
  "dry-run": { type: "boolean", default: false },
} as const;
const STATES: Readonly<Record<LetterReport["state"], string>> = {
  stored: "已存入，待另一位同志放行",
  unchanged: "没有变化",
  skipped: "上次已经存入",
  released: "已放行",
  unmatched: "没有对应上",
  refused: "未导入",
};
const EVERY = 25;

function describeLetter({ file, state, answers, matchedBy, findings }: LetterReport): string {
  const what = answers ? `${answers.label}《${answers.title}》 ${answers.unit}` : "没有对应的建议提案";
  const how = matchedBy ? `（按${MATCH_WORDS[matchedBy]}）` : "";
  return [`${file}：${what}${how}，${STATES[state]}`, ...findings.map(({ message }) => `  ${message}`)].join("\n");
}

function describeStart({ difference, results, rejected, notices }: ArchiveStart): string[] {
  const { added, changed, unchanged } = difference;
  return [
    `台账：新增 ${added.length} 件，更新 ${changed.length} 件，未变 ${unchanged} 件，登记办理结果 ${results} 件次。`,
    ...rejected.map(({ message }) => message),
    ...notices.map((notice) => `提示：${notice}`),
  ];
}

function describeEnd({ owed, unanswered, letters }: ArchiveReport): string[] {
  return [
    `应答复 ${owed} 件次：已存入 ${letters.stored + letters.unchanged + letters.released}，没有对应上 ${letters.unmatched}，未导入 ${letters.refused}，还没有答复文件 ${unanswered.length}。`,
    ...unanswered.map(({ label, title, unit }) => `  缺答复：${label}《${title}》 ${unit}`),
    ...(letters.stored > 0 ? ["已存入的答复须由办公室的另一位同志在“往年档案”中放行后才会公开。"] : []),
  ];
}

/** Progress goes to standard error; standard output is for the answer (design §12). */
function showProgress(count: number | null): (report: LetterReport) => void {
  let done = 0;
  return () => {
    done += 1;
    if (done % EVERY !== 0 && done !== count) return;
    process.stderr.write(`已处理 ${done}${count === null ? "" : ` / ${count}`} 份\n`);
  };
}

type Asked = { readonly ledger: string; readonly letters: string; readonly campaign: string; readonly kind: string };

async function run({ ledger, letters, campaign, kind }: Asked, dryRun: boolean): Promise<Outcome> {
  const ctx = await openContext();
  const motionKind = MOTION_KINDS.find((name) => name === kind) ?? "suggestion";
  const input = {
    bytes: await readBytes(ledger),
    fileName: basename(ledger),
    campaignId: campaign,
    kind: motionKind,
    dryRun,
  };
  // Before the ledger is written: a folder that is not there is found out now.
  const { files, count } = await openLetters(letters);
  const start = await startArchive(ctx, input);
  if (start.id === null) {
    const head = dryRun ? "试运行，没有写入数据。" : "台账有问题，没有写入任何数据。请改正后重新导入。";
    return { ok: dryRun, json: { start }, text: [head, ...describeStart(start)].join("\n") };
  }
  const reports = await takeLetters(ctx, {
    archiveId: start.id,
    files,
    store: ctx.files,
    onReport: showProgress(count),
  });
  const report = await readArchive(ctx, start.id);
  const { archive, ...rest } = report;
  return {
    ok: true,
    json: { archive: archive.id, start, files: reports, ...rest },
    text: [...describeStart(start), ...reports.map(describeLetter), ...describeEnd(report)].join("\n"),
  };
}

export async function importArchiveCommand(argv: string[]): Promise<Outcome> {
  const { values, positionals } = parseArgs({ args: argv, allowPositionals: true, options: OPTIONS });
  const [ledger, letters] = positionals;
  const { campaign, kind } = values;
  if (!ledger || !letters || !campaign || !kind || !MOTION_KINDS.some((name) => name === kind)) {
    throw new Usage(
      "用法：npm run import -- archive 台账.xlsx 答复.zip|文件夹 --campaign 2023 --kind suggestion|proposal [--dry-run]\n中断后用同一命令重新运行，会接着上次的进度。",
    );
  }
  try {
    return await run({ ledger, letters, campaign, kind }, values["dry-run"]);
  } catch (error) {
    if (!(error instanceof ServiceError) && !(error instanceof UnreadableFile)) throw error;
    const { code, message } = error;
    return { ok: false, json: { refused: { code, message } }, text: message };
  }
}
