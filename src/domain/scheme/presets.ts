import type { Scheme, SchemeClass } from "./scheme.ts";

type Row = Omit<SchemeClass, "definition"> & { definition?: string };
const classes = (rows: readonly Row[]): SchemeClass[] =>
  rows.map((row) => ({ ...row, definition: row.definition ?? row.label }));

/** The presets that a campaign may carry. A preset in use is never edited: a new wording is a new id. */
export const SCHEME_PRESETS: readonly Scheme[] = [
  {
    id: "zhanyi-2023",
    name: "A、B、C 三类",
    source: "沾区政发〔2023〕10号 二（五）",
    classes: classes([
      {
        code: "A",
        label: "已经解决和采纳",
        definition: "所提问题已经解决和采纳的",
        canonical: ["resolved", "adopted"],
        countsAsResolved: true,
        needsFollowUp: false,
        tone: "done",
      },
      {
        code: "B",
        label: "列入计划逐步解决",
        definition: "所提问题列入计划逐步解决的",
        canonical: ["in_progress", "planned"],
        countsAsResolved: false,
        needsFollowUp: true,
        tone: "planned",
      },
      {
        code: "C",
        label: "目前难以解决或留作参考",
        definition: "所提问题目前难以解决或留作参考的",
        canonical: ["deferred", "infeasible", "reference"],
        countsAsResolved: false,
        needsFollowUp: false,
        tone: "reference",
      },
    ]),
  },
  {
    id: "suzhou-2024",
    name: "A、B 两类",
    source: "宿州市政府办公室，索引号 003187229/202502-00045",
    classes: classes([
      {
        code: "A",
        label: "已解决或基本解决",
        canonical: ["resolved", "partly_resolved"],
        countsAsResolved: true,
        needsFollowUp: false,
        tone: "done",
      },
      {
        code: "B",
        label: "被采纳、列入计划逐步解决",
        canonical: ["adopted", "planned"],
        countsAsResolved: false,
        needsFollowUp: true,
        tone: "planned",
      },
    ]),
  },
  {
    id: "four-class",
    name: "A、B、C、D 四类",
    source: "若干城市 2020—2023 年办理情况报告",
    classes: classes([
      {
        code: "A",
        label: "已经解决或基本解决",
        canonical: ["resolved"],
        countsAsResolved: true,
        needsFollowUp: false,
        tone: "done",
      },
      {
        code: "B",
        label: "正在解决或有关工作已启动",
        canonical: ["in_progress"],
        countsAsResolved: false,
        needsFollowUp: true,
        tone: "moving",
      },
      {
        code: "C",
        label: "已列入规划计划逐步解决",
        canonical: ["planned"],
        countsAsResolved: false,
        needsFollowUp: true,
        tone: "planned",
      },
      {
        code: "D",
        label: "留作参考或不可行",
        canonical: ["reference", "infeasible"],
        countsAsResolved: false,
        needsFollowUp: false,
        tone: "reference",
      },
    ]),
  },
  {
    id: "jia-yi-bing",
    name: "甲、乙、丙三类",
    source: "沁阳市 2023 年办理情况报告",
    classes: classes([
      {
        code: "甲",
        label: "已经解决或基本解决",
        canonical: ["resolved"],
        countsAsResolved: true,
        needsFollowUp: false,
        tone: "done",
      },
      {
        code: "乙",
        label: "正在解决及列入计划",
        canonical: ["in_progress", "planned"],
        countsAsResolved: false,
        needsFollowUp: true,
        tone: "planned",
      },
      {
        code: "丙",
        label: "受政策或条件限制暂不能解决",
        canonical: ["deferred", "infeasible"],
        countsAsResolved: false,
        needsFollowUp: false,
        tone: "reference",
      },
    ]),
  },
];

export function findPreset(id: string): Scheme | undefined {
  return SCHEME_PRESETS.find((scheme) => scheme.id === id);
}
