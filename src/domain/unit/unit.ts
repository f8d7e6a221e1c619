import { z } from "zod";

export const UNIT_KINDS = ["bureau", "organisation", "township"] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];
export const UNIT_KIND_LABELS: Readonly<Record<UnitKind, string>> = {
  bureau: "政府部门",
  organisation: "其他单位",
  township: "乡镇、街道",
};

/** A unit as files name it; codes are permanent because addresses carry them. */
export const UnitEntry = z.strictObject({
  code: z.string().regex(/^[a-z0-9-]{1,40}$/, "单位代码只能用小写字母、数字和连字符"),
  shortName: z.string().trim().min(2).max(40),
  fullName: z.string().trim().min(2).max(80),
  aliases: z.array(z.string().trim().min(2).max(80)),
  kind: z.enum(UNIT_KINDS),
  phone: z.string().trim().min(3).max(40).nullable(),
});
export type UnitEntry = z.infer<typeof UnitEntry>;
