import { basename } from "node:path";
import { parseArgs } from "node:util";
import { motionNumberLabel } from "#domain/motion/number.ts";
import { KIND_WORDS } from "#domain/motion/kind.ts";
import { findPreset } from "#domain/scheme/presets.ts";
import type { CheckedReply } from "#services/check/check-reply.ts";
import { checkReply } from "#services/check/check-reply.ts";
import { findCampaignKind, listCampaigns } from "#db/reads/campaigns.ts";
import { listMotionsByTitle, listOfficeLines } from "#db/reads/gate-context.ts";
import { readLetterContext } from "#services/replies/scan.ts";
import { checkFigureFile } from "./check-figures.ts";
import { openContext } from "./open-context.ts";
import { readBytes } from "./read-input.ts";
import type { Outcome } from "./run-command.ts";
import { Usage, runCommand } from "./run-command.ts";

const USAGE =
  "用法：npm run check -- 答复.docx… [--campaign 2026] [--scheme zhanyi-2023] [--json]，或者 npm run check -- --figures 数字.json [--json]";
const DEFAULT_SCHEME = "zhanyi-2023";
const VERDICTS = { accept: "可以公开", review: "需人工核对", block: "不得公开", refuse: "无法读取" } as const;

/** The context in which one letter is checked; it may depend on what the letter says of itself. */
type ContextOf = (bytes: Uint8Array) => Promise<CheckedReply>;

async function openCampaignCheck(campaign: string): Promise<ContextOf> {
  const { db } = await openContext();
  const found =
    (await findCampaignKind(db, campaign, "suggestion")) ?? (await findCampaignKind(db, campaign, "proposal"));
  if (!found) {
    const known = (await listCampaigns(db)).map((item) => item.id).join("、") || "无";
    throw new Usage(`没有编号为“${campaign}”的年度工作（已有：${known}）。`);
  }
  const context = await readLetterContext(db, campaign, found.kind.schemeId);
  return async (bytes) => await checkReply(bytes, context);
}

/** Without --campaign: the motions of any year that have the title which the letter quotes tell whether its number is right. */
async function openFreeCheck(schemeId: string): Promise<ContextOf> {
  const scheme = findPreset(schemeId);
  if (!scheme) throw new Usage(USAGE);
  const { db } = await openContext();
  const officeLines = await listOfficeLines(db);
  return async (bytes) => {
    const first = await checkReply(bytes, { scheme, officeLines });
    const quoted = first.document?.quotedTitle;
    const motions = quoted ? await listMotionsByTitle(db, quoted) : [];
    return motions.length > 0 ? await checkReply(bytes, { scheme, officeLines, motions }) : first;
  };
}

function toJson(file: string, { verdict, document, motion, findings }: CheckedReply) {
  const { classCode = null, disclosureMark = null, docNumber = null } = document?.letter ?? {};
  const answers = motion && { kind: motion.kind, number: motion.number, betweenSessions: motion.betweenSessions };
  return { file, verdict, class: classCode, disclosure: disclosureMark, docNumber, motion: answers, findings };
}

function describe(file: string, { verdict, motion, findings }: CheckedReply): string {
  const what = motion ? `${motionNumberLabel(motion)}${KIND_WORDS[motion.kind].label}` : "未识别编号";
  return [`${file}：${what}，${VERDICTS[verdict]}`, ...findings.map((finding) => `  ${finding.message}`)].join("\n");
}

/** npm run check -- FILE.docx… : what the gate says of replies; --figures FILE.json : of stated figures. Writes nothing. */
await runCommand(process.argv.slice(2), async (argv): Promise<Outcome> => {
  const options = { campaign: { type: "string" }, scheme: { type: "string" }, figures: { type: "string" } } as const;
  const { values, positionals } = parseArgs({ args: argv, allowPositionals: true, options });
  if (values.figures !== undefined && positionals.length === 0) return await checkFigureFile(values.figures);
  if (positionals.length === 0 || values.figures !== undefined) throw new Usage(USAGE);
  const check = values.campaign
    ? await openCampaignCheck(values.campaign)
    : await openFreeCheck(values.scheme ?? DEFAULT_SCHEME);
  const checked: { file: string; result: CheckedReply }[] = [];
  for (const path of positionals) checked.push({ file: basename(path), result: await check(await readBytes(path)) });
  const json = checked.map(({ file, result }) => toJson(file, result));
  return {
    ok: true,
    // One file, one object; several, an array (design §12).
    json: json.length === 1 ? json[0] : json,
    text: checked.map(({ file, result }) => describe(file, result)).join("\n"),
  };
});
