import { findArchiveFile } from "#db/reads/archives.ts";
import type { ReplyRecord } from "#db/reads/reply-record.ts";
import { findEdition, findReplyRecord } from "#db/reads/reply-record.ts";
import { putArchiveFile } from "#db/writes/archives.ts";
import { insertEdition, insertReply, putDisclosure, touchAssignment, updateReply } from "#db/writes/replies.ts";
import type { Transaction } from "#db/open.ts";
import { writeTransaction } from "#db/transaction.ts";
import type { ArchiveFileState, MatchedBy } from "#domain/archive/archive-kinds.ts";
import { toDisplayName } from "#domain/attachment/display-name.ts";
import type { Finding, Verdict } from "#domain/gate/finding.ts";
import type { LetterToCheck } from "#domain/gate/letter-to-check.ts";
import { blockFinding } from "#domain/gate/quote-words.ts";
import { motionNumberLabel } from "#domain/motion/number.ts";
import type { FileStore } from "../attachments/file-store.ts";
import { recordAudit } from "../audit.ts";
import { requireStage } from "../campaigns/require-stage.ts";
import type { Context } from "../context.ts";
import { Forbidden, Invalid } from "../errors.ts";
import { sha256 } from "../hash.ts";
import { withLease } from "../lease.ts";
import { keepOriginal } from "../originals/keep.ts";
import { contentHash } from "../replies/content-hash.ts";
import type { JudgedLetter } from "./judge-letter.ts";
import { judgeLetter } from "./judge-letter.ts";
import type { OpenArchive } from "./open.ts";
import { openArchive } from "./open.ts";

export type LetterFile = { readonly name: string; readonly bytes: Uint8Array };

export type LetterReport = {
  readonly file: string;
  /** `skipped`: this very file is there already, from an earlier run. */
  readonly state: ArchiveFileState | "skipped";
  readonly answers: {
    readonly id: string;
    readonly label: string;
    readonly title: string;
    readonly unit: string;
  } | null;
  readonly matchedBy: MatchedBy | null;
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
};

/** 不公开 in an old letter names no ground: what is known is that it was so decided. */
const OLD_GROUND = "往年办理时已定为不公开";

function decisionOf({ disclosureMark }: LetterToCheck) {
  const withheld = disclosureMark === "不公开";
  return {
    mode: withheld ? ("none" as const) : ("full" as const),
    ground: withheld ? ("other" as const) : null,
    groundText: withheld ? OLD_GROUND : null,
    publicBody: null,
    reviewAgainOn: null,
  };
}

type Stored = { readonly state: "stored" | "unchanged"; readonly hash: string } | { readonly problem: Finding };

/** The letter as the first edition of its assignment, waiting for a second person. */
async function store(
  ctx: Context,
  tx: Transaction,
  record: ReplyRecord,
  letter: LetterToCheck,
  judged: JudgedLetter,
): Promise<Stored> {
  const { id } = record.assignment;
  const { disclosureMark: _, ...words } = {
    ...letter,
    signatory: letter.signatory ?? record.unit.fullName,
    note: null,
  };
  const decision = decisionOf(letter);
  const hash = contentHash(words, decision);
  // Where handling has begun, the letter goes the ordinary way: an archive holds what was answered before.
  if (record.assignment.state !== "assigned" && !record.reply) {
    const message = "这一件正在办理或者已经撤回，不能作为往年答复导入。请由承办单位拟稿报送。";
    return { problem: blockFinding("wrong_state", { where: "file", text: "" }, message) };
  }
  const number = record.reply?.draftEdition ?? record.reply?.liveEdition ?? null;
  if (number !== null) {
    const before = await findEdition(tx, id, number);
    if (before?.contentHash === hash) return { state: "unchanged", hash };
    const message = "这一件已有另一份答复，没有改动。请核对哪一份为准；确需更换的，请办理更正。";
    return { problem: blockFinding("already_answered", { where: "file", text: "" }, message) };
  }
  const at = ctx.now().toISOString();
  const by = ctx.actor.id;
  await insertReply(tx, { assignmentId: id });
  await insertEdition(tx, {
    ...words,
    assignmentId: id,
    number: 1,
    state: "submitted",
    contentHash: hash,
    scannedHash: hash,
    verdict: judged.verdict,
    findings: [...judged.findings],
    editedBy: by,
    editedAt: at,
    editors: [by],
    submittedBy: by,
    submittedAt: at,
  });
  await updateReply(tx, id, { draftEdition: 1 });
  await putDisclosure(tx, id, 1, decision);
  await touchAssignment(tx, id, { state: "submitted" });
  await recordAudit(tx, ctx, { action: "reply.import", object: `reply:${id}`, beforeHash: null, afterHash: hash });
  return { state: "stored", hash };
}

type Outcome = Pick<LetterReport, "answers" | "verdict" | "findings"> & {
  readonly state: Exclude<ArchiveFileState, "released">;
  readonly hash: string | null;
};

async function settle(ctx: Context, tx: Transaction, judged: JudgedLetter): Promise<Outcome> {
  const { verdict, findings, found, state } = judged;
  const record = found ? await findReplyRecord(tx, found.assignmentId) : undefined;
  if (!found || !record) {
    return { answers: null, verdict, findings, state: state === "unmatched" ? "unmatched" : "refused", hash: null };
  }
  const { assignment, motion, unit } = record;
  const answers = {
    id: assignment.id,
    label: motionNumberLabel(motion),
    title: motion.title,
    unit: unit.shortName,
  };
  if (state !== "found") return { answers, verdict, findings, state: "refused", hash: null };
  const stored = await store(ctx, tx, record, found.letter, judged);
  if ("problem" in stored) {
    return { answers, verdict: "block", findings: [...findings, stored.problem], state: "refused", hash: null };
  }
  return { answers, verdict, findings, state: stored.state, hash: stored.hash };
}

type Home = { readonly archive: OpenArchive; readonly store: FileStore | undefined };

const DONE: readonly ArchiveFileState[] = ["stored", "unchanged", "released"];

async function takeOne(ctx: Context, { name, bytes }: LetterFile, { archive, store }: Home): Promise<LetterReport> {
  const { id: archiveId } = archive.archive;
  const file = toDisplayName(name);
  const fileHash = sha256(bytes);
  const before = await findArchiveFile(ctx.db, archiveId, fileHash);
  if (before && DONE.includes(before.state)) {
    const { matchedBy, verdict, findings } = before;
    return { file, state: "skipped", answers: null, matchedBy, verdict, findings };
  }
  const judged = await judgeLetter(bytes, file, archive);
  return await writeTransaction(ctx.db, async (tx) => {
    const { state, answers, verdict, findings, hash } = await settle(ctx, tx, judged);
    const { matchedBy } = judged;
    if (hash !== null && answers) await keepOriginal(ctx, tx, store, { assignmentId: answers.id, name, bytes });
    await putArchiveFile(tx, {
      archiveId,
      fileHash,
      fileName: file,
      state,
      matchedBy,
      assignmentId: answers?.id ?? null,
      verdict,
      findings: [...findings],
      contentHash: hash,
      doneAt: ctx.now().toISOString(),
    });
    return { file, state, answers, matchedBy, verdict, findings };
  });
}

export type TakeLetters = {
  readonly archiveId: string;
  /** Read one after another, so that only one is in memory. */
  readonly files: AsyncIterable<LetterFile> | Iterable<LetterFile>;
  /** Where the files themselves are kept. */
  readonly store?: FileStore | undefined;
  readonly onReport?: (report: LetterReport) => void;
};

/**
 * Takes letters into an archive, each for itself and in its own transaction: killed anywhere, the next run goes on with
 * those that are missing. What is stored waits for a second person (`releaseArchive`).
 */
export async function takeLetters(
  ctx: Context,
  { archiveId, files, store, onReport }: TakeLetters,
): Promise<LetterReport[]> {
  if (ctx.actor.role !== "admin" && ctx.actor.role !== "office") throw new Forbidden();
  const archive = await openArchive(ctx, archiveId);
  await requireStage(ctx.db, archive.archive.campaignId, "handle");
  const sentence = "另一份文件正在导入，请等它完成后再试；本次没有改动任何数据。";
  return await withLease(ctx, "import", sentence, async () => {
    const reports: LetterReport[] = [];
    for await (const file of files) {
      const report = await takeOne(ctx, file, { archive, store });
      onReport?.(report);
      reports.push(report);
    }
    if (reports.length === 0) throw new Invalid("没有可以导入的 .docx 文件。请核对文件夹或压缩包。", [], "no_letters");
    return reports;
  });
}
