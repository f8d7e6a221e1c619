import { z } from "zod";
import { UNIT_KINDS, UnitEntry } from "#domain/unit/unit.ts";

const name = (max: number, what: string) =>
  z.string().trim().min(2, `请填写${what}`).max(max, `${what}请控制在 ${max} 字以内`);
const day = z.iso.date("日期应写成 2026-03-01 的格式").nullable().default(null);

const fields = {
  shortName: name(40, "简称"),
  fullName: name(80, "全称"),
  kind: z.enum(UNIT_KINDS),
  phone: z.string().trim().min(3).max(40).nullable().default(null),
  /** Other spellings that tables may use; former names keep themselves. */
  aliases: z
    .array(name(80, "其他写法"))
    .max(30, "其他写法最多 30 个")
    .refine((all) => new Set(all).size === all.length, "其他写法有重复，请每个只写一次")
    .default([]),
  startedOn: day,
  endedOn: day,
};

const isInOrder = (input: { readonly startedOn: string | null; readonly endedOn: string | null }) =>
  input.startedOn === null || input.endedOn === null || input.startedOn <= input.endedOn;
const ORDER = { path: ["endedOn"], error: "撤销日期早于设立日期，请核对" };

export const ChangeUnitInput = z.strictObject(fields).refine(isInOrder, ORDER);
export type ChangeUnitInput = z.infer<typeof ChangeUnitInput>;

/** The code is permanent: addresses carry it. */
export const AddUnitInput = z.strictObject({ code: UnitEntry.shape.code, ...fields }).refine(isInOrder, ORDER);
export type AddUnitInput = z.infer<typeof AddUnitInput>;
