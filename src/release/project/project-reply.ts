import type { listPublicEditions } from "#db/reads/public-editions.ts";
import type { listPublicFollowUps, PublicReplyRow } from "#db/reads/public.ts";
import { KIND_WORDS } from "#domain/motion/kind.ts";
import type { MotionKind } from "#domain/motion/kind.ts";
import { RichText } from "#domain/reply/rich-text.ts";
import { listShownChanges } from "#domain/reply/shown-editions.ts";
import type { Scheme } from "#domain/scheme/scheme.ts";
import { findClass } from "#domain/scheme/scheme.ts";
import type { FeedbackAxis } from "#domain/campaign/feedback-presets.ts";
import type {
  PublicFollowUp,
  PublicMatter,
  PublicOutcome,
  PublicReply,
  PublicUnit,
} from "#domain/view/public-reply.ts";
import { findChanges } from "./edition-changes.ts";
import { toPublicAnswers, toPublicClocks, toPublicContacts, toPublicFeedback } from "./project-aftercare.ts";
import { toPublicCommitments } from "./project-commitments.ts";
import type { Aftercare } from "./read-aftercare.ts";
import { require } from "./require.ts";

type EditionRow = Awaited<ReturnType<typeof listPublicEditions>>[number];
type FollowUpRow = Awaited<ReturnType<typeof listPublicFollowUps>>[number];

export function toOutcome(scheme: Scheme, code: string): PublicOutcome {
  const found = require(findClass(scheme, code), `class ${code} of scheme ${scheme.id}`);
  const { label, definition, tone } = found;
  return { code, label, definition, tone, schemeName: scheme.name };
}

/** "周予安等3名代表：" becomes "有关代表：" where the campaign keeps names back. */
function toAddressee(row: PublicReplyRow, kind: MotionKind, namesPublic: boolean): string {
  return namesPublic ? require(row.addressee, `addressee of ${row.assignmentId}`) : `有关${KIND_WORDS[kind].filer}`;
}

function toFollowUp(scheme: Scheme, row: FollowUpRow): PublicFollowUp {
  return {
    number: row.number,
    dueOn: row.dueOn,
    repliedOn: row.repliedOn,
    outcome: row.classCode === null ? null : toOutcome(scheme, row.classCode),
    body: row.body === null ? null : RichText.parse(JSON.parse(row.body)),
  };
}

function toEditions(rows: readonly EditionRow[]): PublicReply["editions"] {
  const shown = listShownChanges(rows, rows[0]?.live ?? 0);
  return rows.map(({ number, publishedAt, note }) => {
    const change = shown.find(({ after }) => after.number === number);
    const [before, after] = [change?.before.body, change?.after.body].map(
      (body) => body && RichText.parse(JSON.parse(body)),
    );
    const changes = before && after ? findChanges(before, after) : null;
    return { number, publishedAt: require(publishedAt, "time of publication"), note, changes };
  });
}

export type ReplyContext = {
  readonly kind: MotionKind;
  readonly namesPublic: boolean;
  readonly scheme: Scheme;
  readonly unit: PublicUnit;
  readonly unitOf: (code: string) => PublicUnit;
  /** 交办 of the motion, where the part has no day of its own. */
  readonly assignedOn: string;
  readonly asks: PublicMatter["asks"];
  readonly axes: readonly FeedbackAxis[];
  readonly aftercare: Aftercare;
  readonly editions: readonly EditionRow[];
  readonly followUps: readonly FollowUpRow[];
  readonly attachments: PublicReply["attachments"];
};

/** Field by field: what is not named here stays inside. */
export function toPublicReply(row: PublicReplyRow, context: ReplyContext): PublicReply {
  const { scheme, unit, aftercare, asks, axes, unitOf } = context;
  const id = row.assignmentId;
  const body = RichText.parse(JSON.parse(require(row.body, `public text of ${id}`)));
  const signedOn = require(row.signedOn, `date of ${id}`);
  const assignedOn = row.assignedOn ?? context.assignedOn;
  const followUps = context.followUps.map((item) => toFollowUp(scheme, item));
  const outcome = toOutcome(scheme, require(row.classCode, `class of ${row.assignmentId}`));
  const mode = row.mode;
  if (mode === "none") throw new Error("Failed to project: a withheld reply reached the projection");
  return {
    unit,
    role: row.role === "separate" ? "separate" : "lead",
    indexNumber: require(row.indexNumber, `index number of ${row.assignmentId}`),
    docNumber: row.docNumber,
    title: require(row.title, `title of ${row.assignmentId}`),
    addressee: toAddressee(row, context.kind, context.namesPublic),
    body,
    attachments: context.attachments,
    signatory: require(row.signatory, `signatory of ${row.assignmentId}`),
    signedOn,
    contactPhone: row.contactPhone,
    copyTo: row.copyTo,
    firstOutcome: outcome,
    outcome: followUps.findLast((item) => item.outcome !== null)?.outcome ?? outcome,
    disclosure: { mode, ground: row.ground },
    firstPublishedAt: require(row.firstPublishedAt, `time of publication of ${row.assignmentId}`),
    editions: toEditions(context.editions),
    followUps,
    clocks: toPublicClocks({ assignedOn, dueOn: row.dueOn, signedOn }, aftercare.extensions.get(id) ?? []),
    contacts: toPublicContacts(aftercare.contacts.get(id) ?? []),
    feedback: toPublicFeedback(aftercare.feedback.get(id) ?? [], axes),
    commitments: toPublicCommitments(body, aftercare.commitments.get(id) ?? [], aftercare.events, unitOf),
    answers: toPublicAnswers(asks, aftercare.answers.get(id) ?? [], body),
  };
}
