/** Within a unit: 经办 drafts, 审签 signs; within the office: 编辑 and 审核. Null: any. */
export const DUTIES = ["handler", "signer"] as const;
export type Duty = (typeof DUTIES)[number];
