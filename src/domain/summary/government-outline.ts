import type { Outline } from "./outline.ts";
import { EXAMPLES, computed, prose } from "./outline.ts";

const TOTAL = [
  "{year}年，{government}系统共承办{sitting}{kinds}{#all.motions}件，占{kinds}总数的{#all.government_share%}。",
  "{year}年，{government}系统共承办{sitting}{kinds}{#all.motions}件。",
] as const;

/** 向人大常委会（政协）的报告: totals and classes, how the work is organised, what came of it. */
export const GOVERNMENT_OUTLINE: Outline = {
  code: "government",
  label: "政府办理情况报告",
  title: "{sitting}以来{kinds}办理情况的报告",
  of: "city",
  sections: [
    {
      level: 1,
      heading: null,
      parts: [
        computed(
          TOTAL,
          "应答复{#all.owed}件次，已答复{#all.answered_rate}件次，办复率{#all.answered_rate%}。",
          "其中按年度要求的期限答复{#all.answered_on_time_of_all}件次，占应答复件次的{#all.answered_on_time_of_all%}。",
          "按现在的办理结果分类，{@classes}。",
        ),
      ],
    },
    { level: 1, heading: "加强组织部署", parts: [prose("政府领导的部署要求，办理责任怎样落实到部门和人")] },
    { level: 1, heading: "完善办理机制", parts: [] },
    {
      level: 2,
      heading: "交办",
      parts: [
        computed(
          "交办件次已签收{#all.signed_rate}件次，签收率{#all.signed_rate%}。",
          "对承办单位提出异议的{#all.objected_rate}件次，逐件核实后予以答复或者改派。",
        ),
        prose("预交办、会商确定承办单位、限时签收的做法"),
      ],
    },
    {
      level: 2,
      heading: "承办",
      parts: [
        computed(
          "需要两个以上单位共同办理的有{#all.shared_share}件。",
          "办理中与代表、委员面商{#all.meeting_rate_by_case}件次，面商率{#all.meeting_rate_by_case%}。",
        ),
        prose("联络员队伍、部门会商、办前办中办后的沟通"),
      ],
    },
    {
      level: 2,
      heading: "督办",
      parts: [
        computed(
          "对进度偏慢的事项催办{#all.reminders}次。",
          "坚持不审核不答复，退回重新办理{#all.returned_rate}件次。",
          "列为重点办理的有{#all.key_item_share}件。",
        ),
        prose("重点督办、预警催办、审核把关的做法"),
      ],
    },
    {
      level: 1,
      heading: "推动成果转化",
      parts: [
        computed(
          "解决率为{#all.resolved_rate%}（已分类的{#all.resolved_rate/}件次中有{#all.resolved_rate}件次）。",
          "需要跟踪办理的{#all.conversion_rate/}件次中，已转为解决的{#all.conversion_rate}件次，转化率{#all.conversion_rate%}。",
          "已公开答复{#all.public_rate}件次，占已答复件次的{#all.public_rate%}。",
        ),
        EXAMPLES,
        prose("结合具体建议写政策措施和成效数字"),
      ],
    },
    { level: 1, heading: "下一步工作", parts: [prose("不足和改进措施")] },
  ],
};
