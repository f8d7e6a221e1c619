/** 通知, 制度, 总结, 通报, 动态. */
export const DOCUMENT_KINDS = ["notice", "rules", "summary", "bulletin", "news"] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export const DOCUMENT_KIND_LABELS: Readonly<Record<DocumentKind, string>> = {
  notice: "通知",
  rules: "制度",
  summary: "总结",
  bulletin: "通报",
  news: "工作动态",
};

export const DOCUMENT_STATES = ["draft", "published", "withdrawn"] as const;
export const VALIDITIES = ["in_force", "expired", "repealed"] as const;
export type Validity = (typeof VALIDITIES)[number];
export const VALIDITY_LABELS: Readonly<Record<Validity, string>> = {
  in_force: "有效",
  expired: "失效",
  repealed: "废止",
};
