import { z } from "zod";
import { DisclosureGround, DisclosureMode } from "../disclosure/disclosure.ts";
import { MOTION_KINDS } from "../motion/kind.ts";
import { RichText } from "../reply/rich-text.ts";
import { ClassTone } from "../scheme/scheme.ts";

/**
 * THE PUBLIC PROJECTION. What is not listed here cannot reach a page, a feed, the search index or a download:
 * every public artefact is a function of these objects (design §1.1). Strict: an unknown field is an error.
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

export const PublicEdition = z.strictObject({
  number: z.int().min(1),
  /** Server time of publication, Asia/Shanghai, "YYYY-MM-DD HH:mm". */
  publishedAt: z.string(),
  /** 更正说明; null for the first edition. */
  note: z.string().nullable(),
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

export const PublicReply = z.strictObject({
  unit: PublicUnit,
  role: z.enum(["lead", "separate"]),
  indexNumber: z.string(),
  docNumber: z.string().nullable(),
  title: z.string(),
  addressee: z.string(),
  body: RichText,
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
  jointUnits: z.array(PublicUnit),
  replies: z.array(PublicReply).min(1),
  /** Replies of other units to the same matter: still owed, and withheld ones. */
  owedReplies: z.int().min(0),
  withheldReplies: z.int().min(0),
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
