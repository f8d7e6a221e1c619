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

/** What a class may mean, in words that a clerk can choose from. */
export const OUTCOME_LABELS: Readonly<Record<Outcome, string>> = {
  resolved: "已经解决",
  adopted: "已经采纳",
  partly_resolved: "基本解决、部分解决",
  in_progress: "正在解决",
  planned: "列入计划逐步解决",
  deferred: "目前难以解决，暂缓",
  infeasible: "不可行，不予采纳",
  reference: "留作参考",
};
