import { z } from "zod";

/** A span as rules state it: calendar days, working days (工作日) or whole months. */
export const Span = z.strictObject({ amount: z.int().min(1).max(400), unit: z.enum(["day", "workday", "month"]) });
export type Span = z.infer<typeof Span>;

/** Each clock of handling: null where the preset knows none. A date beats a span. */
export const DeadlineRules = z.strictObject({
  preset: z.string().min(1),
  /** 签收 after 交办. */
  sign: Span.nullable(),
  /** 异议（退回） after 交办. */
  object: Span.nullable(),
  /** The office's answer to an objection, or re-assignment. */
  reassign: Span.nullable(),
  /** 会办意见 after 交办. */
  jointOpinion: Span.nullable(),
  /** The law's: 3 months, 6 at most (代表法 Art. 51). */
  reply: Span,
  replyAtMost: Span,
  /** Campaign dates, where the notice sets days instead of spans. */
  contactsOn: z.iso.date().nullable(),
  draftOn: z.iso.date().nullable(),
  proofOn: z.iso.date().nullable(),
  summaryOn: z.iso.date().nullable(),
  followUpOn: z.iso.date().nullable(),
  /** 反馈 by the deputy. */
  feedback: Span.nullable(),
  /** 重新办理 after 不满意. */
  redo: Span.nullable(),
  /** 公开 after the reply: 20 working days (条例 Art. 26). */
  publish: Span,
});
export type DeadlineRules = z.infer<typeof DeadlineRules>;

export const FEEDBACK_TIMES = ["before_reply", "after_reply"] as const;

/** 考核 weights as the year's notice states them; `key` names a rate of the unit sheet. */
export const Scoring = z.strictObject({
  source: z.string().trim().min(2, "请写明评分办法的出处").max(200),
  items: z
    .array(z.strictObject({ key: z.string().min(1).max(60), weight: z.int().min(-100).max(100) }))
    .min(1)
    .max(40)
    .refine((items) => new Set(items.map(({ key }) => key)).size === items.length, "每项指标只能写一次"),
});
export type Scoring = z.infer<typeof Scoring>;

/** What one year's work asks for. `DEFAULT_RULES` asks for nothing beyond the law. */
export const CampaignRules = z.strictObject({
  deadlines: DeadlineRules,
  feedback: z.strictObject({ preset: z.string().min(1), time: z.enum(FEEDBACK_TIMES), required: z.boolean() }),
  /** 面商 (or a reason) before a reply may be submitted. */
  contactRequired: z.boolean(),
  /** 会办意见 in or waived before a reply may be submitted. */
  opinionsRequired: z.boolean(),
  /** 单位负责人审签 by a second person of the unit before the letter leaves it. */
  unitSignOff: z.boolean(),
  /** Classes that open a follow-up; the target is the share of them to be turned within the year, 0 to 100. */
  followUp: z.strictObject({ classes: z.array(z.string()).max(8), target: z.int().min(0).max(100).nullable() }),
  /** Left out where the year states no weights: then nobody is scored. */
  scoring: Scoring.optional(),
  /** Words that differ by place: 会办 or 协办. */
  jointWord: z.enum(["会办", "协办"]),
});
export type CampaignRules = z.infer<typeof CampaignRules>;

const MONTHS = (amount: number): Span => ({ amount, unit: "month" });

export const DEFAULT_RULES: CampaignRules = {
  deadlines: {
    preset: "law",
    sign: null,
    object: null,
    reassign: null,
    jointOpinion: null,
    reply: MONTHS(3),
    replyAtMost: MONTHS(6),
    contactsOn: null,
    draftOn: null,
    proofOn: null,
    summaryOn: null,
    followUpOn: null,
    feedback: null,
    redo: null,
    publish: { amount: 20, unit: "workday" },
  },
  feedback: { preset: "two-axes", time: "after_reply", required: false },
  contactRequired: false,
  opinionsRequired: false,
  unitSignOff: false,
  followUp: { classes: ["B"], target: null },
  jointWord: "会办",
};
