import { z } from "zod";
import { PERSON_DUTIES } from "#domain/assignment/motion-state.ts";

export const PersonInput = z.strictObject({
  duty: z.enum(PERSON_DUTIES),
  name: z.string().trim().min(2, "请填写姓名").max(40, "姓名请控制在 40 字以内"),
  title: z.string().trim().min(1).max(60).nullable().default(null),
  phone: z
    .string()
    .trim()
    .regex(/^[\d+()（）\- ]{5,30}$/, "电话只能用数字、空格、括号和连字符")
    .nullable()
    .default(null),
});
export type PersonInput = z.infer<typeof PersonInput>;

export const AddPersonInput = z.strictObject({ unit: z.string().min(1, "请选择单位").max(40), ...PersonInput.shape });
export type AddPersonInput = z.infer<typeof AddPersonInput>;

export const ChangePersonInput = z.strictObject({
  ...PersonInput.shape,
  /** The last day on duty; null: still on duty. */
  endedOn: z.iso.date("日期应写成 2026-03-01 的格式").nullable().default(null),
});
export type ChangePersonInput = z.infer<typeof ChangePersonInput>;
