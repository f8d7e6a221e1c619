import { z } from "zod";

export const ReasonFields = {
  text: z.string().trim().min(2, "请写明理由").max(60, "理由请控制在 60 字以内"),
  /** Place in the list, smallest first. */
  position: z.int().min(1).max(9_999),
};

export const AddReasonInput = z.strictObject({
  code: z.string().regex(/^[a-z][a-z0-9_]{1,39}$/, "代码只能用小写字母、数字和下划线，以字母开头"),
  ...ReasonFields,
});
export type AddReasonInput = z.infer<typeof AddReasonInput>;

export const ChangeReasonInput = z.strictObject({
  ...ReasonFields,
  /** 停用: no longer offered; what was returned for it keeps it. */
  retired: z.boolean(),
});
export type ChangeReasonInput = z.infer<typeof ChangeReasonInput>;
