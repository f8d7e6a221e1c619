import type { disclosures, editions, followUps, replies, returns, withdrawals } from "#db/schema/replies.ts";
import { contentHash } from "#services/replies/content-hash.ts";
import type { EditionState, PublicationState } from "#domain/handling/states.ts";
import type { DemoMatter, DemoReply, DemoStage } from "./demo/demo-city.ts";
import { OFFICE_APPROVER, OFFICE_EDITOR, handlerOf } from "./seed-actors.ts";
import type { IndexNumbers } from "./index-numbers.ts";
import { takeNumber } from "./index-numbers.ts";
import { toRichText } from "./to-rich-text.ts";

export type ReplyRows = {
  readonly replies: (typeof replies.$inferInsert)[];
  readonly editions: (typeof editions.$inferInsert)[];
  readonly disclosures: (typeof disclosures.$inferInsert)[];
  readonly returns: (typeof returns.$inferInsert)[];
  readonly withdrawals: (typeof withdrawals.$inferInsert)[];
  readonly followUps: (typeof followUps.$inferInsert)[];
};

const EDITION_STATE: Readonly<Record<DemoStage, EditionState>> = {
  assigned: "draft",
  signed: "draft",
  handling: "draft",
  submitted: "submitted",
  returned: "draft",
  approved: "approved",
  finalised: "final",
  published: "final",
  withheld: "final",
  withdrawn: "final",
};
const PUBLICATION: Readonly<Partial<Record<DemoStage, PublicationState>>> = {
  published: "published",
  withheld: "withheld",
  withdrawn: "withdrawn",
};

/** 10:00 in Shanghai on the day. */
export function atTen(date: string): string {
  return `${date}T02:00:00.000Z`;
}

function decisionOf(reply: DemoReply) {
  return {
    mode: reply.disclosure.mode,
    ground: reply.disclosure.ground ?? null,
    groundText: reply.disclosure.groundText ?? null,
    publicBody: reply.publicBody ? toRichText(reply.publicBody) : null,
    reviewAgainOn: null,
  };
}

function wordsOf(reply: DemoReply, number: number, signatory: string) {
  return {
    classCode: reply.classCode,
    docNumber: reply.docNumber,
    title: reply.title,
    addressee: reply.addressee,
    body: toRichText(number === 2 && reply.correction ? reply.correction.body : reply.body),
    signatory,
    signedOn: reply.signedOn,
    contactName: reply.contactName,
    contactPhone: reply.contactPhone,
    copyTo: reply.copyTo,
    note: number === 1 ? null : (reply.correction?.note ?? null),
    showsChanges: number > 1,
  };
}

/** Marks that an edition in this state carries: who handed it on, who agreed, to which words. */
function marksOf(state: EditionState, unit: string, at: string, hash: string) {
  const submitted = state !== "draft";
  const approved = state === "approved" || state === "final";
  return {
    scannedHash: submitted ? hash : null,
    verdict: submitted ? ("accept" as const) : null,
    submittedBy: submitted ? handlerOf(unit) : null,
    submittedAt: submitted ? at : null,
    approvedBy: approved ? OFFICE_EDITOR : null,
    approvedAt: approved ? at : null,
    approvedHash: approved ? hash : null,
    finalisedBy: state === "final" ? OFFICE_EDITOR : null,
    finalisedAt: state === "final" ? at : null,
  };
}

function addEdition(
  rows: ReplyRows,
  id: string,
  matter: DemoMatter,
  reply: DemoReply,
  number: number,
  signatory: string,
) {
  const decision = decisionOf(reply);
  const words = wordsOf(reply, number, signatory);
  const hash = contentHash(words, decision);
  const state = EDITION_STATE[matter.stage];
  const publishedAt = (number === 2 ? reply.correction?.at : reply.publishedAt) ?? null;
  const at = atTen(reply.signedOn);
  rows.editions.push({
    ...words,
    ...marksOf(state, reply.unit, at, hash),
    assignmentId: id,
    number,
    state,
    contentHash: hash,
    editedBy: handlerOf(reply.unit),
    editedAt: at,
    publishedBy: publishedAt ? OFFICE_APPROVER : null,
    publishedAt,
  });
  rows.disclosures.push({ ...decision, assignmentId: id, edition: number });
}

function addFollowUps(rows: ReplyRows, id: string, matter: DemoMatter, reply: DemoReply): void {
  for (const item of reply.followUps) {
    const done = item.repliedOn !== undefined;
    rows.followUps.push({
      assignmentId: id,
      number: item.number,
      dueOn: item.dueOn,
      repliedOn: item.repliedOn ?? null,
      classCode: done ? (item.classCode ?? reply.classCode) : null,
      body: done ? toRichText(item.body) : null,
      publishedAt: done && matter.stage === "published" ? `${item.repliedOn} 10:00` : null,
    });
  }
}

/** Rows of one reply in the state that its matter has reached. */
export function addReplyRows(
  rows: ReplyRows,
  id: string,
  matter: DemoMatter,
  reply: DemoReply,
  signatory: string,
  numbers: IndexNumbers,
): void {
  const publication = PUBLICATION[matter.stage] ?? "unpublished";
  const last = reply.correction ? 2 : 1;
  const isDraft = publication === "unpublished";
  rows.replies.push({
    assignmentId: id,
    draftEdition: isDraft ? last : null,
    liveEdition: isDraft ? null : last,
    publication,
    firstPublishedAt: reply.publishedAt ?? null,
    indexNumber: reply.publishedAt ? takeNumber(numbers, reply.publishedAt) : null,
  });
  for (let number = 1; number <= last; number++) addEdition(rows, id, matter, reply, number, signatory);
  addFollowUps(rows, id, matter, reply);
  if (matter.stage === "returned") {
    const reason = "办理措施针对性不强，请补充具体举措和完成时限后重新报送。";
    const returnedAt = atTen(reply.signedOn);
    rows.returns.push({ assignmentId: id, edition: 1, seq: 1, reason, returnedBy: OFFICE_EDITOR, returnedAt });
  }
  if (reply.withdrawn) {
    const { at, kind, reason } = reply.withdrawn;
    const withdrawnAt = atTen(at.slice(0, 10));
    const withdrawalKind = kind === "privacy" ? ("legal" as const) : ("published_in_error" as const);
    rows.withdrawals.push({
      assignmentId: id,
      seq: 1,
      kind: withdrawalKind,
      reason,
      withdrawnBy: OFFICE_APPROVER,
      withdrawnAt,
    });
  }
}
