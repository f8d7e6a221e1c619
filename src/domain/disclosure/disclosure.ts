import { z } from "zod";

/** 公开属性. The mark beside the class says 可公开 for the first three and 不公开 for none. */
export const DISCLOSURE_MODES = ["full", "summary", "redacted", "none"] as const;
export const DisclosureMode = z.enum(DISCLOSURE_MODES);
export type DisclosureMode = z.infer<typeof DisclosureMode>;

export const DISCLOSURE_LABELS: Readonly<Record<DisclosureMode, string>> = {
  full: "全文公开",
  summary: "摘要公开",
  redacted: "部分公开",
  none: "不公开",
};

/** Grounds for anything less than the full text: 政府信息公开条例 (2019) Art. 14, 15, 16; local rules for the deputy's request. */
export const DISCLOSURE_GROUNDS = ["article_14", "article_15", "article_16", "filer_request", "other"] as const;
export const DisclosureGround = z.enum(DISCLOSURE_GROUNDS);
export type DisclosureGround = z.infer<typeof DisclosureGround>;

export const GROUND_LABELS: Readonly<Record<DisclosureGround, string>> = {
  article_14: "《政府信息公开条例》第十四条（国家秘密、公共安全等）",
  article_15: "《政府信息公开条例》第十五条（商业秘密、个人隐私等）",
  article_16: "《政府信息公开条例》第十六条（内部事务、过程性信息）",
  filer_request: "代表、委员要求不公开",
  other: "其他依法不予公开的情形",
};

const plainDate = z.iso.date();

/** The decision as a unit or the office makes it. Less than full needs a ground; no bare "不公开". */
export const DisclosureDecision = z
  .strictObject({
    mode: DisclosureMode,
    ground: DisclosureGround.optional(),
    groundText: z.string().trim().max(500).optional(),
    /** 条例 Art. 18: what is not public is looked at again by this day. */
    reviewAgainOn: plainDate.optional(),
  })
  .superRefine((decision, context) => {
    if (decision.mode !== "full" && decision.ground === undefined) {
      context.addIssue({ code: "custom", path: ["ground"], message: "不全文公开的，应当写明依据" });
    }
    if (decision.ground === "other" && !decision.groundText) {
      context.addIssue({ code: "custom", path: ["groundText"], message: "依据为“其他”的，应当写明具体理由" });
    }
  });
export type DisclosureDecision = z.infer<typeof DisclosureDecision>;

export function isPublicMode(mode: DisclosureMode): boolean {
  return mode !== "none";
}
