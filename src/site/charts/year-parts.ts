import type { YearStatistics } from "#domain/statistics/year-statistics.ts";
import type { BarPart } from "./stacked-bar.ts";

/** The classes of answered replies in printed order, and those without a class. */
export function toClassParts(statistics: YearStatistics): BarPart[] {
  const parts = statistics.classes.map((share): BarPart => ({
    short: share.class.code,
    label: `${share.class.code}类 ${share.class.label}`,
    count: share.count,
    tone: share.class.tone,
  }));
  if (statistics.unclassified === 0) return parts;
  return [...parts, { short: "未分类", label: "未分类", count: statistics.unclassified, tone: "rest" }];
}

/**
 * What became of every reply owed: the parts add up to 应答复件次. Empty where the stated figures do not add up,
 * for a bar must not hide a contradiction.
 */
export function toFlowParts({ owed, answered, published, withheld, withdrawn }: YearStatistics): BarPart[] {
  const waiting = answered - published - withheld - withdrawn;
  const unanswered = owed - answered;
  if (owed === 0 || waiting < 0 || unanswered < 0) return [];
  return [
    { short: "已公开", label: "已公开", count: published, tone: "flow-1" },
    { short: "不公开", label: "依法不公开", count: withheld, tone: "flow-2" },
    { short: "撤回", label: "公开后撤回", count: withdrawn, tone: "flow-3" },
    { short: "待公开", label: "已答复待公开", count: waiting, tone: "flow-4" },
    { short: "未答复", label: "尚未答复", count: unanswered, tone: "flow-5" },
  ].filter((part) => part.count > 0);
}
