import { z } from "zod";
import type { ArchiveFileRow, ArchiveRow } from "#db/reads/archives.ts";
import { countArchiveFiles, findArchiveFile, listArchiveFileRows, listOwnWaiting } from "#db/reads/archives.ts";
import { changeArchive, markReleased, putArchiveFile } from "#db/writes/archives.ts";
import { touchAssignment, updateEdition, updateReply } from "#db/writes/replies.ts";
import type { Transaction } from "#db/open.ts";
import { writeTransaction } from "#db/transaction.ts";
import { findConsentObstacle } from "#domain/disclosure/consent.ts";
import { isPublicMode } from "#domain/disclosure/disclosure.ts";
import { verdictOf } from "#domain/gate/finding.ts";
import { blockFinding } from "#domain/gate/quote-words.ts";
import type { Refusal } from "#domain/handling/refusal.ts";
import { refuse } from "#domain/handling/refusal.ts";
import { checkSecondPerson } from "#domain/handling/second-person.ts";
import { requireStepUp } from "../accounts/require-step-up.ts";
import { recordAudit } from "../audit.ts";
import { requireStage } from "../campaigns/require-stage.ts";
import { shanghaiDate, shanghaiMinute } from "../clock.ts";
import type { Context } from "../context.ts";
import { Forbidden, Refused } from "../errors.ts";
import { hashOf } from "../hash.ts";
import { recordFirstOutcome } from "../follow-ups/record-first-outcome.ts";
import { takeIndexNumber } from "../index-number.ts";
import { requestRelease } from "../releases/request.ts";
import type { LoadedReply } from "../replies/load-reply.ts";
import { getReply } from "../replies/load-reply.ts";
import { scanReply } from "../replies/scan.ts";
import { getArchiveRow } from "./open.ts";

const MOST_AT_ONCE = 200;

export const ReleaseArchiveInput = z.strictObject({
  /** Hashes of letters with something to look at that the caller has looked at. */
  looked: z
    .array(z.string().regex(/^[0-9a-f]{64}$/))
    .max(MOST_AT_ONCE)
    .default([]),
  limit: z.int().min(1).max(MOST_AT_ONCE).default(MOST_AT_ONCE),
});
export type ReleaseArchiveInput = z.infer<typeof ReleaseArchiveInput>;

export type ReleaseReport = {
  readonly released: number;
  readonly left: readonly {
    readonly fileHash: string;
    readonly file: string;
    readonly code: string;
    readonly message: string;
  }[];
  /** Letters with nothing to look at that still wait: call again. */
  readonly waiting: number;
};

function findObstacle(
  actorId: string,
  file: ArchiveFileRow,
  { edition, disclosure }: LoadedReply,
): Refusal | undefined {
  if (!edition || !disclosure || edition.state !== "submitted" || edition.number !== 1) return refuse("wrong_state");
  // What is let go is what was taken in, to the letter; a mended one goes the ordinary way.
  if (edition.contentHash !== file.contentHash) return refuse("approval_outdated");
  if (edition.classCode === null) return refuse("class_missing");
  return checkSecondPerson(actorId, edition) ?? findConsentObstacle(disclosure.consent, disclosure);
}

/** The letter went out on its own day, whenever it was taken in; so are its terms judged. */
const startOfDay = (day: string): string => new Date(`${day}T00:00:00+08:00`).toISOString();

/** Who may not let it go at all is told so, and the letter waits for somebody else. */
const OF_PERSON: readonly string[] = ["needs_second_person", "editor_may_not_approve"];

/** A letter that cannot be let go waits no longer: it goes the ordinary way, and the list says why. */
async function setAside(ctx: Context, tx: Transaction, file: ArchiveFileRow, refusal: Refusal): Promise<void> {
  const finding = blockFinding(refusal.code, { where: "file", text: "" }, refusal.message);
  await putArchiveFile(tx, { ...file, state: "refused", findings: [...file.findings, finding] });
  const object = `reply:${file.assignmentId ?? ""}`;
  const audited = { beforeHash: file.contentHash, afterHash: hashOf([file.fileHash, refusal.code]) };
  await recordAudit(tx, ctx, { action: "archive.set_aside", object, ...audited });
}

async function releaseOne(ctx: Context, tx: Transaction, listed: ArchiveFileRow): Promise<Refusal | undefined> {
  // Somebody else may have let it go since the list was read.
  const file = await findArchiveFile(tx, listed.archiveId, listed.fileHash);
  if (file?.state !== "stored") return refuse("wrong_state");
  const refusal = await release(ctx, tx, file);
  if (!refusal) return undefined;
  if (!OF_PERSON.includes(refusal.code)) await setAside(ctx, tx, file, refusal);
  return refusal;
}

async function release(ctx: Context, tx: Transaction, file: ArchiveFileRow): Promise<Refusal | undefined> {
  const id = file.assignmentId ?? "";
  const reply = await getReply(tx, ctx.actor, id);
  const obstacle = findObstacle(ctx.actor.id, file, reply);
  if (obstacle) return obstacle;
  const { edition, disclosure } = reply;
  if (!edition?.classCode || !disclosure) return refuse("wrong_state");
  const findings = await scanReply(tx, reply);
  if (verdictOf(findings) === "block") return refuse("gate_blocked");
  const at = ctx.now().toISOString();
  const by = ctx.actor.id;
  const publishedAt = shanghaiMinute(ctx.now());
  const isPublic = isPublicMode(disclosure.mode);
  await updateEdition(tx, id, edition.number, {
    state: "final",
    scannedHash: edition.contentHash,
    approvedBy: by,
    approvedAt: at,
    approvedHash: edition.contentHash,
    finalisedBy: by,
    finalisedAt: edition.signedOn === null ? at : startOfDay(edition.signedOn),
    ...(isPublic ? { publishedBy: by, publishedAt } : {}),
  });
  await updateReply(tx, id, {
    publication: isPublic ? "published" : "withheld",
    liveEdition: edition.number,
    draftEdition: null,
    ...(isPublic ? { firstPublishedAt: publishedAt, indexNumber: await takeIndexNumber(tx, publishedAt) } : {}),
  });
  // The class is dated as the letter is: it was decided then, not today.
  const decidedOn = edition.signedOn ?? shanghaiDate(ctx.now());
  await recordFirstOutcome(tx, { assignmentId: id, classCode: edition.classCode, decidedOn, approvedBy: by });
  await touchAssignment(tx, id, { state: "replied" });
  await markReleased(tx, file.archiveId, file.fileHash);
  const audited = { beforeHash: edition.contentHash, afterHash: edition.contentHash };
  await recordAudit(tx, ctx, { action: "archive.release", object: `reply:${id}`, ...audited });
  await requestRelease(tx, ctx, "archive.release");
  return undefined;
}

type Waiting = {
  readonly files: readonly ArchiveFileRow[];
  /** What the caller brought in or wrote in: waits for somebody else. */
  readonly own: readonly ArchiveFileRow[];
};

async function listWaiting(ctx: Context, archiveId: string, { looked }: ReleaseArchiveInput): Promise<Waiting> {
  const filter = { archiveId, state: "stored" as const };
  const page = { start: undefined, limit: Number.MAX_SAFE_INTEGER };
  const ready = (await listArchiveFileRows(ctx.db, filter, page)).filter(
    ({ verdict, fileHash }) => verdict === "accept" || looked.includes(fileHash),
  );
  const ownHashes = new Set(await listOwnWaiting(ctx.db, archiveId, ctx.actor.id));
  const isOwn = ({ fileHash }: ArchiveFileRow) => ownHashes.has(fileHash);
  return { files: ready.filter((file) => !isOwn(file)), own: ready.filter(isOwn) };
}

async function closeWhenDone(ctx: Context, archive: ArchiveRow): Promise<void> {
  const counts = await countArchiveFiles(ctx.db, archive.id);
  if ((counts.get("stored") ?? 0) > 0 || archive.state === "approved") return;
  await writeTransaction(ctx.db, async (tx) => {
    await changeArchive(tx, archive.id, {
      state: "approved",
      approvedBy: ctx.actor.id,
      approvedAt: ctx.now().toISOString(),
    });
    const object = `archive:${archive.id}`;
    await recordAudit(tx, ctx, { action: "archive.approve", object, beforeHash: null, afterHash: archive.ledgerHash });
  });
}

function toLeft({ fileHash, fileName }: ArchiveFileRow, { code, message }: Refusal): ReleaseReport["left"][number] {
  return { fileHash, file: fileName, code, message };
}

/**
 * A second person lets the letters of an archive go: each is scanned anew, approved, made final, and published or
 * withheld as its mark says. Only letters with nothing to look at, and those named in `looked`; what the caller brought
 * in is left for somebody else. One transaction a letter: called again, it goes on. Past years owe no meetings, opinions or forms here: what was done for them is not in this database.
 */
export async function releaseArchive(ctx: Context, id: string, input: ReleaseArchiveInput): Promise<ReleaseReport> {
  if (ctx.actor.role !== "office") throw new Forbidden();
  requireStepUp(ctx);
  const archive = await getArchiveRow(ctx, id);
  await requireStage(ctx.db, archive.campaignId, "handle");
  const { files, own } = await listWaiting(ctx, id, input);
  if (files.length + own.length === 0) {
    await closeWhenDone(ctx, archive);
    throw new Refused("nothing_to_release", "没有等待放行的答复。需要核对的，请逐份看过并选中后再放行。");
  }
  const left = own.map((file) => toLeft(file, refuse("needs_second_person")));
  let released = 0;
  for (const file of files.slice(0, input.limit)) {
    const obstacle = await writeTransaction(ctx.db, async (tx) => await releaseOne(ctx, tx, file));
    if (obstacle) left.push(toLeft(file, obstacle));
    else released += 1;
  }
  await closeWhenDone(ctx, archive);
  return { released, left, waiting: Math.max(0, files.length - input.limit) };
}
