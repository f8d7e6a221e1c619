import { z } from "@hono/zod-openapi";
import { DISCLOSURE_GROUNDS, DISCLOSURE_MODES } from "#domain/disclosure/disclosure.ts";
import { CONSENTS } from "#domain/feedback/feedback-kinds.ts";
import { Finding, VERDICTS } from "#domain/gate/finding.ts";
import { ASSIGNMENT_STATES, EDITION_STATES, PUBLICATION_STATES } from "#domain/handling/states.ts";
import { VERBS } from "#domain/handling/transitions.ts";
import { WITHDRAWAL_KINDS } from "#domain/handling/withdrawal.ts";
import { ASSIGNMENT_ROLES } from "#domain/motion/campaign.ts";
import { MOTION_KINDS } from "#domain/motion/kind.ts";
import { RichText } from "#domain/reply/rich-text.ts";
import { SchemeClass } from "#domain/scheme/scheme.ts";

const text = z.string().nullable();
// A copy: only schemas made after @hono/zod-openapi was loaded carry names.
const Body = RichText.clone().openapi("RichText");

/** An act and whose it was; null while it has not happened. */
const Act = z.strictObject({ actorId: z.string(), name: text, at: z.string() }).nullable();

/** The words of a letter; null: not there. */
export const Letter = z
  .strictObject({
    classCode: text,
    docNumber: text,
    title: text,
    addressee: text,
    body: Body,
    signatory: text,
    signedOn: text,
    contactName: text,
    contactPhone: text,
    copyTo: text,
  })
  .openapi("Letter");

const Edition = z.strictObject({
  number: z.int(),
  state: z.enum(EDITION_STATES),
  stateLabel: z.string(),
  letter: Letter,
  note: text.openapi({ description: "更正说明" }),
  showsChanges: z.boolean().openapi({ description: "更正前后的文字是否对照公开" }),
  verdict: z.enum(VERDICTS).nullable(),
  findings: z.array(Finding),
  scanned: z.boolean().openapi({ description: "检查结论是否针对现在的文字" }),
  edited: Act,
  submitted: Act,
  signedOff: Act.openapi({ description: "单位审签" }),
  approved: Act,
  finalised: Act,
  publishedAt: text,
});

const Disclosure = z.strictObject({
  mode: z.enum(DISCLOSURE_MODES),
  modeLabel: z.string(),
  ground: z.enum(DISCLOSURE_GROUNDS).nullable(),
  groundText: text,
  publicBody: z.union([Body, z.null()]),
  reviewAgainOn: text,
  consent: z.enum(CONSENTS).openapi({ description: "代表、委员是否同意公开；not_asked 为没有征求" }),
});

const AllowedVerb = z.strictObject({
  verb: z.enum(["sign", ...VERBS]),
  label: z.string(),
  refusal: z.strictObject({ code: z.string(), message: z.string() }).nullable(),
});

const EditionLine = z.strictObject({
  number: z.int(),
  state: z.enum(EDITION_STATES),
  stateLabel: z.string(),
  classCode: text,
  note: text,
  publishedAt: text,
});

const Return = z.strictObject({
  edition: z.int(),
  reason: z.string().openapi({ description: "清单中的理由和文字说明，连成一句" }),
  reasons: z.array(z.strictObject({ code: z.string(), text: z.string() })),
  words: z.string().openapi({ description: "文字说明；没有时为空" }),
  letter: z.union([Letter, z.null()]).openapi({ description: "退回时的文稿，供对照修改；早先没有留存的为 null" }),
  returned: Act,
});
const Review = z.strictObject({ edition: z.int(), reason: z.string(), nextReviewOn: z.string(), reviewed: Act });
const Withdrawal = z.strictObject({
  kind: z.enum(WITHDRAWAL_KINDS),
  kindLabel: z.string(),
  reason: z.string(),
  withdrawn: Act,
});
const FollowUp = z.strictObject({ number: z.int(), dueOn: text, repliedOn: text, classCode: text });

export const ReplyEdition = z
  .strictObject({
    number: z.int(),
    state: z.enum(EDITION_STATES),
    stateLabel: z.string(),
    note: text,
    publishedAt: text,
    letter: Letter,
  })
  .openapi("ReplyEdition");

/** Everything about one reply, for those who handle it. */
export const Reply = z
  .strictObject({
    id: z.string(),
    version: z.int(),
    assignment: z.strictObject({
      state: z.enum(ASSIGNMENT_STATES),
      stateLabel: z.string(),
      role: z.enum(ASSIGNMENT_ROLES),
      roleLabel: z.string(),
      dueOn: text,
      signedAt: text,
    }),
    unit: z.strictObject({ code: z.string(), name: z.string(), fullName: z.string() }),
    motion: z.strictObject({ id: z.string(), kind: z.enum(MOTION_KINDS), numberLabel: z.string(), title: z.string() }),
    campaignId: z.string(),
    publication: z.strictObject({
      state: z.enum(PUBLICATION_STATES),
      stateLabel: z.string(),
      liveEdition: z.int().nullable(),
      indexNumber: text,
      firstPublishedAt: text,
    }),
    edition: Edition.nullable().openapi({ description: "正在办理的文稿；没有时为现行文稿" }),
    disclosure: Disclosure.nullable(),
    editions: z.array(EditionLine),
    returns: z.array(Return),
    reviews: z.array(Review).openapi({ description: "不公开答复的历次复查" }),
    withdrawals: z.array(Withdrawal),
    followUps: z.array(FollowUp),
    asks: z
      .array(z.strictObject({ number: z.int(), text: z.string(), blocks: z.array(z.int()), answered: z.boolean() }))
      .openapi({ description: "建议提案的诉求，逐项；blocks 是作出回答的段落（从 0 起）" }),
    classes: z.array(SchemeClass).openapi({ description: "本年度可选的办理结果分类" }),
    verbs: z.array(AllowedVerb).openapi({ description: "您现在可以进行的操作；refusal 说明暂时不能进行的原因" }),
  })
  .openapi("Reply");
export type Reply = z.infer<typeof Reply>;
