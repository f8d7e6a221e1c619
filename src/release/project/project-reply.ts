import type { listPublicEditions, listPublicFollowUps, PublicReplyRow } from "#db/reads/public.ts";
import { KIND_WORDS } from "#domain/motion/kind.ts";
import type { MotionKind } from "#domain/motion/kind.ts";
import { RichText } from "#domain/reply/rich-text.ts";
import type { Scheme } from "#domain/scheme/scheme.ts";
import { NotPublishable } from "../errors.ts";
import { findClass } from "#domain/scheme/scheme.ts";
import type { PublicFollowUp, PublicOutcome, PublicReply, PublicUnit } from "#domain/view/public-reply.ts";

type EditionRow = Awaited<ReturnType<typeof listPublicEditions>>[number];
type FollowUpRow = Awaited<ReturnType<typeof listPublicFollowUps>>[number];

/** What every public row has; without it there is no release (fail closed). */
export function require<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new NotPublishable(what);
  return value;
}

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

export type ReplyContext = {
  readonly kind: MotionKind;
  readonly namesPublic: boolean;
  readonly scheme: Scheme;
  readonly unit: PublicUnit;
  readonly editions: readonly EditionRow[];
  readonly followUps: readonly FollowUpRow[];
};

/** Field by field: what is not named here stays inside. */
export function toPublicReply(row: PublicReplyRow, context: ReplyContext): PublicReply {
  const { scheme, unit } = context;
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
    body: RichText.parse(JSON.parse(require(row.body, `public text of ${row.assignmentId}`))),
    signatory: require(row.signatory, `signatory of ${row.assignmentId}`),
    signedOn: require(row.signedOn, `date of ${row.assignmentId}`),
    contactPhone: row.contactPhone,
    copyTo: row.copyTo,
    firstOutcome: outcome,
    outcome: followUps.findLast((item) => item.outcome !== null)?.outcome ?? outcome,
    disclosure: { mode, ground: row.ground },
    firstPublishedAt: require(row.firstPublishedAt, `time of publication of ${row.assignmentId}`),
    editions: context.editions.map(({ number, publishedAt, note }) => ({
      number,
      publishedAt: require(publishedAt, "time of publication"),
      note,
    })),
    followUps,
  };
}
