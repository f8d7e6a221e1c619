/** Why a page went; the public reads the label, the reason in words stays inside. */
export const WITHDRAWAL_KINDS = ["withdrawn", "published_in_error", "legal"] as const;
export type WithdrawalKind = (typeof WITHDRAWAL_KINDS)[number];

/** As it is asked for; 并入 is stored as a withdrawal that says where to. */
export const WITHDRAWAL_WAYS = [...WITHDRAWAL_KINDS, "merged"] as const;

export const WITHDRAWAL_LABELS: Readonly<Record<WithdrawalKind, string>> = {
  withdrawn: "答复单位撤回",
  published_in_error: "误公开，已撤回",
  legal: "依法不再公开",
};

/** Of a document, which no unit gave in answer. */
export const DOCUMENT_WITHDRAWAL_LABELS: Readonly<Record<WithdrawalKind, string>> = {
  ...WITHDRAWAL_LABELS,
  withdrawn: "发布单位撤回",
};
