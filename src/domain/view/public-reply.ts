import { z } from "zod";
import { ATTACHMENT_TYPES } from "../attachment/attachment.ts";
import { COMMITMENT_EVENT_KINDS, COMMITMENT_STATES } from "../commitment/commitment-kinds.ts";
import { CONTACT_KINDS } from "../contact/contact-kinds.ts";
import { DisclosureGround, DisclosureMode } from "../disclosure/disclosure.ts";
import { ATTITUDES } from "../feedback/feedback-kinds.ts";
import { MOTION_KINDS } from "../motion/kind.ts";
import { RichText } from "../reply/rich-text.ts";
import { ClassTone } from "../scheme/scheme.ts";

/**
 * THE PUBLIC PROJECTION. What is not listed here cannot reach a page, a feed, the search index or a download:
 * every public artefact is a function of these objects (design §1.1). Strict: an unknown field is an error.
 * Figures and register of a year, by the same rules: `public-year.ts`.
 */
const PlainDate = z.iso.date();

export const PublicUnit = z.strictObject({ code: z.string(), name: z.string(), fullName: z.string() });
export type PublicUnit = z.infer<typeof PublicUnit>;

export const PublicTopic = z.strictObject({ slug: z.string(), name: z.string() });
export type PublicTopic = z.infer<typeof PublicTopic>;

/** A class in the wording of its own year. */
export const PublicOutcome = z.strictObject({
  code: z.string(),
  label: z.string(),
  definition: z.string(),
  tone: ClassTone,
  schemeName: z.string(),
});
export type PublicOutcome = z.infer<typeof PublicOutcome>;

/** One paragraph of a correction: what stayed, what was put in, what was taken out. */
export const PublicChange = z.strictObject({
  /** Number of its anchor in the edition that corrects; null where the whole paragraph was taken out. */
  paragraph: z.int().min(1).nullable(),
  pieces: z.array(z.strictObject({ kind: z.enum(["same", "added", "removed"]), text: z.string() })),
});
export type PublicChange = z.infer<typeof PublicChange>;

export const PublicEdition = z.strictObject({
  number: z.int().min(1),
  /** Server time of publication, Asia/Shanghai, "YYYY-MM-DD HH:mm". */
  publishedAt: z.string(),
  /** 更正说明; null for the first edition. */
  note: z.string().nullable(),
  /** Against the edition before; null where what was taken out is not for the public to read. */
  changes: z.array(PublicChange).nullable(),
});
export type PublicEdition = z.infer<typeof PublicEdition>;

export const PublicFollowUp = z.strictObject({
  number: z.int().min(1),
  dueOn: PlainDate.nullable(),
  /** null: promised, not yet there. */
  repliedOn: PlainDate.nullable(),
  outcome: PublicOutcome.nullable(),
  body: RichText.nullable(),
});
export type PublicFollowUp = z.infer<typeof PublicFollowUp>;

/** Days that decide whether a reply was in time: 代表法 Art. 51, 条例 Art. 26. Judgments are made of them, never stored. */
export const PublicClocks = z.strictObject({
  assignedOn: PlainDate,
  /** Three months from 交办. */
  legalDueOn: PlainDate,
  /** The day that the year's notice or the office asked for. */
  dueOn: PlainDate.nullable(),
  /** 经批准延期至. */
  extendedTo: PlainDate.nullable(),
  /** 20 working days after the reply; null where the calendar ends before. */
  publishDueOn: PlainDate.nullable(),
});
export type PublicClocks = z.infer<typeof PublicClocks>;

/** 沟通 as counts: how often, how many were asked and how many came; never who, where or what was said. */
export const PublicContact = z.strictObject({
  kind: z.enum(CONTACT_KINDS),
  times: z.int().min(1),
  invited: z.int().min(0),
  met: z.int().min(0),
});
export type PublicContact = z.infer<typeof PublicContact>;

/** One round of 反馈 in the words of the year's form; the deputy's own comment stays inside. */
export const PublicFeedback = z.strictObject({
  round: z.int().min(1),
  filedOn: PlainDate,
  answers: z.array(z.strictObject({ axis: z.string(), value: z.string(), attitude: z.enum(ATTITUDES).nullable() })),
  /** 重新办理 that this round ordered. */
  redoDueOn: PlainDate.nullable(),
});
export type PublicFeedback = z.infer<typeof PublicFeedback>;

export const PublicCommitmentEvent = z.strictObject({
  kind: z.enum(COMMITMENT_EVENT_KINDS),
  happenedOn: PlainDate,
  note: z.string().nullable(),
  evidence: z.string().nullable(),
  newDueOn: PlainDate.nullable(),
});
export type PublicCommitmentEvent = z.infer<typeof PublicCommitmentEvent>;

/** 承诺事项: words of the public letter. Reports that nobody approved are not among its events. */
export const PublicCommitment = z.strictObject({
  id: z.string(),
  unit: PublicUnit,
  text: z.string(),
  /** Number of its anchor in the letter (p3), and the place of the words in the plain text of that block. */
  paragraph: z.int().min(1),
  start: z.int().min(0),
  dueOn: PlainDate.nullable(),
  /** Before an approved 调整. */
  firstDueOn: PlainDate.nullable(),
  state: z.enum(COMMITMENT_STATES),
  /** First to last. */
  events: z.array(PublicCommitmentEvent),
});
export type PublicCommitment = z.infer<typeof PublicCommitment>;

/** Which paragraphs of the letter answer which ask of the motion. */
export const PublicAnswer = z.strictObject({ ask: z.int().min(1), paragraphs: z.array(z.int().min(1)) });
export type PublicAnswer = z.infer<typeof PublicAnswer>;

/** 测评 by a standing committee, in votes. */
export const PublicVote = z.strictObject({
  body: z.string(),
  heldOn: PlainDate,
  issued: z.int().min(0),
  returned: z.int().min(0),
  satisfied: z.int().min(0),
  basicallySatisfied: z.int().min(0),
  dissatisfied: z.int().min(0),
});
export type PublicVote = z.infer<typeof PublicVote>;

/** 附件 of a letter that is public in full: a file beside its page. */
export const PublicAttachment = z.strictObject({
  /** Address below the site, with a slash at its beginning; it names nothing of the file. */
  path: z.string(),
  /** As its writer called it. */
  name: z.string(),
  type: z.enum(ATTACHMENT_TYPES),
  bytes: z.int().min(1),
  sha256: z.string(),
  /** Of a PDF. */
  pages: z.int().min(1).nullable(),
});
export type PublicAttachment = z.infer<typeof PublicAttachment>;

export const PublicReply = z.strictObject({
  unit: PublicUnit,
  role: z.enum(["lead", "separate"]),
  indexNumber: z.string(),
  docNumber: z.string().nullable(),
  title: z.string(),
  addressee: z.string(),
  body: RichText,
  attachments: z.array(PublicAttachment),
  signatory: z.string(),
  signedOn: PlainDate,
  /** Office line of the unit; never a person's own number. */
  contactPhone: z.string().nullable(),
  copyTo: z.string().nullable(),
  /** First class given and the class today (they differ after a follow-up). */
  firstOutcome: PublicOutcome,
  outcome: PublicOutcome,
  disclosure: z.strictObject({ mode: DisclosureMode.exclude(["none"]), ground: DisclosureGround.nullable() }),
  firstPublishedAt: z.string(),
  editions: z.array(PublicEdition).min(1),
  followUps: z.array(PublicFollowUp),
  clocks: PublicClocks,
  contacts: z.array(PublicContact),
  feedback: z.array(PublicFeedback),
  commitments: z.array(PublicCommitment),
  /** For each ask in order; empty where nobody mapped them, or where the letter is not public in full. */
  answers: z.array(PublicAnswer),
});
export type PublicReply = z.infer<typeof PublicReply>;

export const PublicMatter = z.strictObject({
  id: z.string(),
  path: z.string(),
  year: z.int(),
  kind: z.enum(MOTION_KINDS),
  number: z.int().min(1),
  betweenSessions: z.boolean(),
  sitting: z.strictObject({ name: z.string(), shortName: z.string() }),
  title: z.string(),
  topic: PublicTopic.nullable(),
  category: z.string().nullable(),
  /** 代表团 or 界别. */
  group: z.string().nullable(),
  /** Empty where the campaign keeps names back. */
  proposers: z.array(z.string()),
  /** How many filed it together, the lead included. */
  proposerCount: z.int().min(1),
  keyItem: z.boolean(),
  assignedOn: PlainDate,
  /** 会办 or 协办, as the year says. */
  jointWord: z.string(),
  jointUnits: z.array(PublicUnit),
  /** What the motion asks for, point by point; empty where its filers asked for confidentiality. */
  asks: z.array(z.strictObject({ number: z.int().min(1), text: z.string() })),
  votes: z.array(PublicVote),
  replies: z.array(PublicReply).min(1),
  /** Replies of other units to the same matter: still owed, and withheld ones. */
  owedReplies: z.int().min(0),
  withheldReplies: z.int().min(0),
  /** Letters of other units to the same matter that were public: when each went and the kind of reason. */
  withdrawnReplies: z.array(z.strictObject({ unit: PublicUnit, withdrawnOn: PlainDate, reason: z.string() })),
});
export type PublicMatter = z.infer<typeof PublicMatter>;

/** What stays of a matter whose replies were withdrawn: address, date, kind of reason; no title, no person. */
export const PublicTombstone = z.strictObject({
  path: z.string(),
  year: z.int(),
  kind: z.enum(MOTION_KINDS),
  number: z.int().min(1),
  betweenSessions: z.boolean(),
  withdrawnOn: PlainDate,
  reason: z.string(),
});
export type PublicTombstone = z.infer<typeof PublicTombstone>;

/** What stays of a document that was withdrawn: address, time and kind of reason; no title, no word. */
export const PublicDocumentTombstone = z.strictObject({
  path: z.string(),
  /** Server time, Asia/Shanghai, "YYYY-MM-DD HH:mm". */
  withdrawnAt: z.string(),
  reason: z.string(),
});
export type PublicDocumentTombstone = z.infer<typeof PublicDocumentTombstone>;

export const PublicDocument = z.strictObject({
  slug: z.string(),
  path: z.string(),
  kind: z.enum(["notice", "rules", "summary", "bulletin", "news"]),
  title: z.string(),
  issuer: z.string(),
  docNumber: z.string().nullable(),
  indexNumber: z.string(),
  category: z.string().nullable(),
  writtenOn: PlainDate.nullable(),
  publishedAt: z.string(),
  validity: z.enum(["in_force", "expired", "repealed"]),
  source: z.string().nullable(),
  addressee: z.string().nullable(),
  body: RichText,
  attachments: z.array(z.string()),
});
export type PublicDocument = z.infer<typeof PublicDocument>;
