/** Why a page went; the public reads the label, the reason in words stays inside. */
export const WITHDRAWAL_KINDS = ["withdrawn", "published_in_error", "legal"] as const;
export type WithdrawalKind = (typeof WITHDRAWAL_KINDS)[number];

export const WITHDRAWAL_LABELS: Readonly<Record<WithdrawalKind, string>> = {
  withdrawn: "答复单位撤回",
  published_in_error: "误公开，已撤回",
  legal: "依法不再公开",
};
