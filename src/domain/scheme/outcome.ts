import { z } from "zod";

/**
 * The canonical ladder on which years and places are compared. Letters differ by place, body and year
 * (采纳 is A in 沾益 2023, B in 宿州 2024), so letters are never compared across schemes.
 */
export const OUTCOMES = [
  "resolved",
  "adopted",
  "partly_resolved",
  "in_progress",
  "planned",
  "deferred",
  "infeasible",
  "reference",
] as const;
export const Outcome = z.enum(OUTCOMES);
export type Outcome = z.infer<typeof Outcome>;
