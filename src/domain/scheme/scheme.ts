import { z } from "zod";
import { Outcome } from "./outcome.ts";

/** How a class looks in a badge: by shape and colour together, never by colour alone. */
export const CLASS_TONES = ["done", "moving", "planned", "reference"] as const;
export const ClassTone = z.enum(CLASS_TONES);
export type ClassTone = z.infer<typeof ClassTone>;

export const SchemeClass = z.strictObject({
  /** As printed: A, B, C, D or 甲, 乙, 丙. */
  code: z.string().min(1).max(2),
  label: z.string().min(1),
  definition: z.string().min(1),
  canonical: z.array(Outcome).min(1),
  countsAsResolved: z.boolean(),
  needsFollowUp: z.boolean(),
  tone: ClassTone,
});
export type SchemeClass = z.infer<typeof SchemeClass>;

/** 办理结果分类口径: a versioned preset; classes in printed order. */
export const Scheme = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string().min(1),
  /** Where the wording was read. */
  source: z.string().min(1),
  classes: z.array(SchemeClass).min(2),
});
export type Scheme = z.infer<typeof Scheme>;

export function findClass(scheme: Scheme, code: string): SchemeClass | undefined {
  return scheme.classes.find((item) => item.code === code);
}
