import { findCampaignKind, listCampaigns } from "#db/reads/campaigns.ts";
import { findReplyRecord } from "#db/reads/reply-record.ts";
import { listUnitNames } from "#db/reads/units.ts";
import { writeTransaction } from "#db/transaction.ts";
import type { Transaction } from "#db/open.ts";
import { toDisplayName } from "#domain/attachment/display-name.ts";
import type { LetterContext } from "#domain/gate/check-letter.ts";
import type { Finding, Verdict } from "#domain/gate/finding.ts";
import { MOTION_KINDS } from "#domain/motion/kind.ts";
import type { MotionKind } from "#domain/motion/kind.ts";
import { STATE_LABELS } from "#domain/handling/states.ts";
import { motionId, motionNumberLabel } from "#domain/motion/number.ts";
import type { UnitNames } from "#domain/unit/match-unit.ts";
import { matchUnit } from "#domain/unit/match-unit.ts";
import type { FileStore } from "../attachments/file-store.ts";
import type { CheckedReply } from "../check/check-reply.ts";
import { checkReply } from "../check/check-reply.ts";
import type { Context } from "../context.ts";
import { Forbidden, Invalid } from "../errors.ts";
import { withLease } from "../lease.ts";
import { keepOriginal } from "../originals/keep.ts";
import { readLetterContext } from "../replies/scan.ts";
import { storeImported } from "./store-imported.ts";

export type ReplyFile = { readonly name: string; readonly bytes: Uint8Array };

export type ReplyFileReport = {
  readonly file: string;
  readonly answers: {
    readonly id: string;
    readonly label: string;
    readonly title: string;
    readonly unit: string;
  } | null;
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
  /** stored: now a draft of the unit (in a dry run: would be); unchanged: that draft is there already. */
  readonly state: "stored" | "unchanged" | "refused";
};

type Facts = {
  readonly year: number;
  readonly units: readonly UnitNames[];
  readonly contexts: ReadonlyMap<MotionKind, LetterContext>;
};

async function readFacts(ctx: Context, campaignId: string): Promise<Facts> {
  const contexts = new Map<MotionKind, LetterContext>();
  let year: number | undefined;
  for (const kind of MOTION_KINDS) {
    const found = await findCampaignKind(ctx.db, campaignId, kind);
    if (!found) continue;
    year = found.campaign.year;
    contexts.set(kind, await readLetterContext(ctx.db, campaignId, found.kind.schemeId));
  }
  if (year === undefined) {
    const known = (await listCampaigns(ctx.db)).map((campaign) => campaign.id).join("、") || "无";
    throw new Invalid(`没有编号为“${campaignId}”的年度工作（已有：${known}）。`, [], "unknown_campaign");
  }
  return { year, contexts, units: await listUnitNames(ctx.db) };
}

const blocked = (code: string, message: string): Finding => ({
  code,
  severity: "block",
  where: "title",
  text: "",
  message,
});

/** The assignment that a letter answers: its motion by the number in the title, its unit by the name over the letter. */
async function findAssignment(tx: Transaction, checked: CheckedReply, facts: Facts) {
  const { motion, document } = checked;
  if (!document) return { record: undefined, finding: undefined };
  if (!motion)
    return {
      record: undefined,
      finding: blocked("motion_unknown", "标题中没有写明答复的是第几号建议或提案。请按附件格式写明。"),
    };
  const name = document.issuer ?? document.letter.signatory ?? "";
  const unit = matchUnit(name, facts.units);
  if (!unit) {
    return {
      record: undefined,
      finding: blocked("unknown_unit", `答复单位“${name}”不在单位名录中。请改正名称，或先登记该单位。`),
    };
  }
  const id = motionId(facts.year, motion.kind, motion);
  const record = await findReplyRecord(tx, `${id}.${unit.code}`);
  if (record && ["pre_assigned", "objected", "withdrawn"].includes(record.assignment.state)) {
    const stage = STATE_LABELS[record.assignment.state];
    const sentence = `${motionNumberLabel(motion)}在${unit.shortName}处于“${stage}”，不能导入答复。请核对承办单位。`;
    return { record: undefined, finding: blocked("wrong_state", sentence) };
  }
  if (record && record.assignment.role !== "joint") return { record, finding: undefined };
  const message = `没有交由${unit.shortName}主办或分办的${motionNumberLabel(motion)}。请核对编号和单位，或先导入分配表。`;
  return { record: undefined, finding: blocked("motion_not_assigned", message) };
}

function contextFor(facts: Facts, checkedKind: MotionKind | undefined): LetterContext {
  const context = facts.contexts.get(checkedKind ?? "suggestion") ?? [...facts.contexts.values()][0];
  if (!context) throw new Error("Failed to check: the campaign has no kind");
  return context;
}

async function checkFile(bytes: Uint8Array, facts: Facts): Promise<CheckedReply> {
  const first = await checkReply(bytes, contextFor(facts, undefined));
  const kind = first.motion?.kind;
  // 建议 and 提案 may carry different schemes: once the kind is known, its own is asked.
  return kind && facts.contexts.get(kind) !== contextFor(facts, undefined)
    ? await checkReply(bytes, contextFor(facts, kind))
    : first;
}

type Run = {
  readonly dryRun: boolean;
  /** Where the files themselves are kept. */
  readonly store?: FileStore | undefined;
};

async function importOne(ctx: Context, file: ReplyFile, facts: Facts, run: Run): Promise<ReplyFileReport> {
  const { dryRun, store } = run;
  const checked = await checkFile(file.bytes, facts);
  return await writeTransaction(ctx.db, async (tx) => {
    const { record, finding } = await findAssignment(tx, checked, facts);
    const findings = finding ? [...checked.findings, finding] : checked.findings;
    const verdict = finding ? "block" : checked.verdict;
    const answers = record
      ? {
          id: record.assignment.id,
          label: motionNumberLabel(record.motion),
          title: record.motion.title,
          unit: record.unit.shortName,
        }
      : null;
    const report = { file: toDisplayName(file.name), answers, verdict, findings };
    if (!record || !checked.document || verdict === "block" || verdict === "refuse")
      return { ...report, state: "refused" };
    const stored = await storeImported(ctx, tx, record, checked.document, dryRun);
    if (stored === "in_review") {
      const message = "这一件已经报送或定稿，不能再从文件导入。请由办公室退回或办理更正。";
      return {
        ...report,
        verdict: "block",
        findings: [...findings, blocked("already_submitted", message)],
        state: "refused",
      };
    }
    if (!dryRun) await keepOriginal(ctx, tx, store, { assignmentId: record.assignment.id, ...file });
    return { ...report, state: stored };
  });
}

/**
 * Takes a folder of replies in as drafts of their units, each file for itself: one that the gate stops is refused with
 * its reasons and changes nothing. The same file twice changes nothing.
 */
export async function importReplies(
  ctx: Context,
  input: Run & { readonly files: readonly ReplyFile[]; readonly campaignId: string },
): Promise<ReplyFileReport[]> {
  if (ctx.actor.role !== "admin" && ctx.actor.role !== "office") throw new Forbidden();
  const facts = await readFacts(ctx, input.campaignId);
  const sentence = "另一份文件正在导入，请等它完成后再试；本次没有改动任何数据。";
  return await withLease(ctx, "import", sentence, async () => {
    const reports: ReplyFileReport[] = [];
    for (const file of input.files) reports.push(await importOne(ctx, file, facts, input));
    return reports;
  });
}
