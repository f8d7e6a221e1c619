import { z } from "zod";
import type { Refusal } from "../handling/refusal.ts";
import { refuse } from "../handling/refusal.ts";
import { ASSIGNMENT_ROLES } from "../motion/campaign.ts";

/** One unit's part in a motion, as the office deals it out. */
export const Part = z.strictObject({
  unit: z.string().min(1, "请选择承办单位").max(40),
  role: z.enum(ASSIGNMENT_ROLES),
});
export type Part = z.infer<typeof Part>;

/**
 * 主办 (or 独办) is one unit; 分办 are at least two, and then there is no lead. 会办 alone answer nobody.
 * Undefined: the parts are sound.
 */
export function findPartsFault(parts: readonly Part[]): Refusal | undefined {
  if (new Set(parts.map((part) => part.unit)).size < parts.length) return refuse("unit_twice");
  const count = (role: Part["role"]) => parts.filter((part) => part.role === role).length;
  const [leads, separates] = [count("lead"), count("separate")];
  if (leads === 1 && separates === 0) return undefined;
  if (leads === 0 && separates >= 2) return undefined;
  return refuse("parts_wrong");
}
