import type { z } from "@hono/zod-openapi";
import type { DisclosureRow, EditionRow } from "#db/reads/reply-record.ts";
import { DISCLOSURE_LABELS } from "#domain/disclosure/disclosure.ts";
import { EDITION_LABELS, PUBLICATION_LABELS, STATE_LABELS } from "#domain/handling/states.ts";
import { sayReturn } from "#domain/handling/return-reason.ts";
import { WITHDRAWAL_LABELS } from "#domain/handling/withdrawal.ts";
import { ROLE_LABELS } from "#domain/motion/campaign.ts";
import { motionNumberLabel } from "#domain/motion/number.ts";
import { findUnanswered } from "#domain/reply/answer-map.ts";
import type { LetterDraft } from "#domain/reply/letter.ts";
import type { ReplyFile } from "#services/replies/read-reply.ts";
import type { Letter, Reply, ReplyEdition } from "./schema.ts";

type Names = ReplyFile["names"];

function toAct(names: Names, actorId: string | null, at: string | null) {
  return actorId === null || at === null ? null : { actorId, name: names.get(actorId) ?? null, at };
}

/** Ten fields, whatever else the row or the file holds. */
export function toLetterAnswer(letter: LetterDraft): z.infer<typeof Letter> {
  const { classCode, docNumber, title, addressee, body, signatory, signedOn, contactName, contactPhone, copyTo } =
    letter;
  return { classCode, docNumber, title, addressee, body, signatory, signedOn, contactName, contactPhone, copyTo };
}

export function toReplyEdition(edition: EditionRow): z.infer<typeof ReplyEdition> {
  const { number, state, note, publishedAt } = edition;
  return { number, state, stateLabel: EDITION_LABELS[state], note, publishedAt, letter: toLetterAnswer(edition) };
}

function toEdition(edition: EditionRow, names: Names): NonNullable<Reply["edition"]> {
  return {
    number: edition.number,
    state: edition.state,
    stateLabel: EDITION_LABELS[edition.state],
    letter: toLetterAnswer(edition),
    note: edition.note,
    showsChanges: edition.showsChanges,
    verdict: edition.verdict,
    findings: edition.findings,
    scanned: edition.scannedHash === edition.contentHash,
    edited: toAct(names, edition.editedBy, edition.editedAt),
    submitted: toAct(names, edition.submittedBy, edition.submittedAt),
    signedOff: toAct(names, edition.signedOffBy, edition.signedOffAt),
    approved: toAct(names, edition.approvedBy, edition.approvedAt),
    finalised: toAct(names, edition.finalisedBy, edition.finalisedAt),
    publishedAt: edition.publishedAt,
  };
}

function toDisclosure(row: DisclosureRow): NonNullable<Reply["disclosure"]> {
  const { mode, ground, groundText, publicBody, reviewAgainOn, consent } = row;
  return { mode, modeLabel: DISCLOSURE_LABELS[mode], ground, groundText, publicBody, reviewAgainOn, consent };
}

function toPublication({ reply }: ReplyFile): Reply["publication"] {
  const state = reply?.publication ?? "unpublished";
  return {
    state,
    stateLabel: PUBLICATION_LABELS[state],
    liveEdition: reply?.liveEdition ?? null,
    indexNumber: reply?.indexNumber ?? null,
    firstPublishedAt: reply?.firstPublishedAt ?? null,
  };
}

function toHistory({ editions, returns, reviews, withdrawals, followUps, names }: ReplyFile) {
  return {
    editions: editions.map(({ number, state, classCode, note, publishedAt }) => ({
      number,
      state,
      stateLabel: EDITION_LABELS[state],
      classCode,
      note,
      publishedAt,
    })),
    returns: returns.map(({ edition, reason: words, reasons, letter, returnedBy, returnedAt }) => ({
      edition,
      reason: sayReturn(reasons, words),
      reasons: reasons.map(({ code, text }) => ({ code, text })),
      words,
      letter: letter && toLetterAnswer(letter),
      returned: toAct(names, returnedBy, returnedAt),
    })),
    reviews: reviews.map(({ edition, reason, nextReviewOn, reviewedBy, reviewedAt }) => ({
      edition,
      reason,
      nextReviewOn,
      reviewed: toAct(names, reviewedBy, reviewedAt),
    })),
    withdrawals: withdrawals.map(({ kind, reason, withdrawnBy, withdrawnAt }) => ({
      kind,
      kindLabel: WITHDRAWAL_LABELS[kind],
      reason,
      withdrawn: toAct(names, withdrawnBy, withdrawnAt),
    })),
    followUps: followUps.map(({ number, dueOn, repliedOn, classCode }) => ({ number, dueOn, repliedOn, classCode })),
  };
}

function toAsks({ asks, answers }: ReplyFile): Reply["asks"] {
  const unanswered = new Set(findUnanswered(asks, answers));
  return asks.map((ask) => ({
    number: ask.number,
    text: ask.text,
    blocks: answers.filter((answer) => answer.ask === ask.number).map((answer) => answer.block),
    answered: !unanswered.has(ask),
  }));
}

/** Field by field: what is not named here does not leave. */
export function toReply(file: ReplyFile): Reply {
  const { assignment, motion, unit, edition, disclosure } = file;
  return {
    id: assignment.id,
    version: assignment.version,
    assignment: {
      state: assignment.state,
      stateLabel: STATE_LABELS[assignment.state],
      role: assignment.role,
      roleLabel: ROLE_LABELS[assignment.role],
      dueOn: assignment.dueOn,
      signedAt: assignment.signedAt,
    },
    unit: { code: unit.code, name: unit.shortName, fullName: unit.fullName },
    motion: { id: motion.id, kind: motion.kind, numberLabel: motionNumberLabel(motion), title: motion.title },
    campaignId: assignment.campaignId,
    publication: toPublication(file),
    edition: edition && toEdition(edition, file.names),
    disclosure: disclosure && toDisclosure(disclosure),
    ...toHistory(file),
    asks: toAsks(file),
    classes: [...file.classes],
    verbs: file.verbs.map(({ verb, label, refusal }) => ({ verb, label, refusal: refusal && { ...refusal } })),
  };
}
