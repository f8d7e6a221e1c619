import { findDisclosure, findEdition } from "#db/reads/reply-record.ts";
import type { EditionRow, ReplyRecord } from "#db/reads/reply-record.ts";
import {
  insertEdition,
  insertReply,
  putDisclosure,
  touchAssignment,
  updateEdition,
  updateReply,
} from "#db/writes/replies.ts";
import type { Transaction } from "#db/open.ts";
import type { LetterToCheck } from "#domain/gate/letter-to-check.ts";
import type { ReplyDocument } from "#exchange/docx/read-reply.ts";
import { recordAudit } from "../audit.ts";
import type { Context } from "../context.ts";
import { contentHash } from "../replies/content-hash.ts";

/** 不公开 in a letter names no ground: the unit adds it before it submits. */
function decisionOf({ letter }: ReplyDocument) {
  const mode = letter.disclosureMark === "不公开" ? ("none" as const) : ("full" as const);
  return { mode, ground: null, groundText: null, publicBody: null, reviewAgainOn: null };
}

type Words = Omit<LetterToCheck, "disclosureMark"> & { readonly note: null };

async function findBefore(tx: Transaction, { assignment, reply }: ReplyRecord): Promise<EditionRow | undefined> {
  const number = reply?.draftEdition ?? reply?.liveEdition ?? null;
  return number === null ? undefined : await findEdition(tx, assignment.id, number);
}

async function write(
  ctx: Context,
  tx: Transaction,
  id: string,
  words: Words,
  hash: string,
  before: EditionRow | undefined,
) {
  const at = ctx.now().toISOString();
  const editedBy = ctx.actor.id;
  const editors = [...new Set([...(before?.editors ?? []), editedBy])];
  const row = { ...words, contentHash: hash, editedBy, editedAt: at, editors, state: "draft" as const };
  if (before) {
    await updateEdition(tx, id, before.number, { ...row, scannedHash: null, verdict: null, findings: [] });
  } else {
    await insertReply(tx, { assignmentId: id });
    await insertEdition(tx, { ...row, assignmentId: id, number: 1 });
    await updateReply(tx, id, { draftEdition: 1 });
  }
}

/** What the deputy said of publication stands in no letter: it outlives another one. */
async function decide(tx: Transaction, id: string, decision: ReturnType<typeof decisionOf>): Promise<void> {
  const consent = (await findDisclosure(tx, id, 1))?.consent ?? "not_asked";
  await putDisclosure(tx, id, 1, { ...decision, consent });
}

/** Writes the letter as the draft of its assignment; "in_review": it has left the unit already. */
export async function storeImported(
  ctx: Context,
  tx: Transaction,
  record: ReplyRecord,
  document: ReplyDocument,
  dryRun: boolean,
): Promise<"stored" | "unchanged" | "in_review"> {
  const { id, signedAt } = record.assignment;
  const { disclosureMark: _, ...letter } = document.letter;
  const words = { ...letter, signatory: letter.signatory ?? record.unit.fullName, note: null };
  const decision = decisionOf(document);
  const hash = contentHash(words, decision);
  const before = await findBefore(tx, record);
  // The ground that somebody added since is no difference in the letter.
  if (before && contentHash({ ...before, note: null }, decision) === hash) return "unchanged";
  if (before && (before.state !== "draft" || before.number > 1)) return "in_review";
  if (dryRun) return "stored";
  await write(ctx, tx, id, words, hash, before);
  await decide(tx, id, decision);
  await touchAssignment(tx, id, { state: "handling", signedAt: signedAt ?? ctx.now().toISOString() });
  await recordAudit(tx, ctx, {
    action: "reply.import",
    object: `reply:${id}`,
    beforeHash: before?.contentHash ?? null,
    afterHash: hash,
  });
  return "stored";
}
