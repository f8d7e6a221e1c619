import type { Outline } from "./outline.ts";
import { computed, prose } from "./outline.ts";

const COUNTED = [
  "{year}年，{unit}共承办{kinds}{#all.motions}件，其中主办（分办）{#all.owed}件次、{joint}{#all.joint_parts}件次。",
  "{year}年，{unit}共承办{kinds}{#all.motions}件，均为主办（分办）。",
] as const;
const ANSWERED = "应答复{#all.owed}件次，已答复{#all.answered_rate}件次，办复率{#all.answered_rate%}。";
const ON_TIME =
  "其中按年度要求的期限答复{#all.answered_on_time_of_all}件次，占应答复件次的{#all.answered_on_time_of_all%}。";
const MET = "与代表、委员面商{#all.meeting_rate_by_case}件次，面商率{#all.meeting_rate_by_case%}。";
const FEEDBACK = [
  "收回反馈意见{#all.feedback_returned_of_answered}件次，其中对{axis}表示满意的{#all.satisfied_strict_<axis>_latest}件次，占收回件次的{#all.satisfied_strict_<axis>_latest%}；表示不满意的{=all.dissatisfied_<axis>_latest}件次。",
  "收回反馈意见{#all.feedback_returned_of_answered}件次。",
] as const;
const PUBLISHED = "已公开答复{#all.public_rate}件次，占已答复件次的{#all.public_rate%}。";
const CLASSES = "按现在的办理结果分类，{@classes}。";

/** 承办单位总结: the five parts of a unit's own summary. */
export const UNIT_OUTLINE: Outline = {
  code: "unit",
  label: "承办单位工作总结",
  title: "{unit}{year}年{kinds}办理工作总结",
  of: "unit",
  sections: [
    { level: 1, heading: null, parts: [prose("一两句话交代背景：年度要求、领导重视情况")] },
    {
      level: 1,
      heading: "基本情况",
      parts: [computed(COUNTED, "答复已经公开的有：{@lead}。"), computed(ANSWERED, ON_TIME, PUBLISHED)],
    },
    {
      level: 1,
      heading: "办理程序",
      parts: [
        computed("交办件次已签收{#all.signed_rate}件次，签收率{#all.signed_rate%}。"),
        prose("组织领导、责任分工、内部交办督办催办制度、审签和归档"),
      ],
    },
    {
      level: 1,
      heading: "协商程序",
      parts: [
        computed(MET, FEEDBACK),
        computed("应提出{joint}意见的，已提出{#all.opinion_given_rate}件次。"),
        prose("怎样与代表、委员沟通，怎样与{joint}单位会商，意见怎样体现到答复中"),
      ],
    },
    {
      level: 1,
      heading: "办理成效",
      parts: [
        computed(CLASSES),
        computed("所提问题已经解决的有：{@resolved}。"),
        computed("已列入计划、正在推进的有：{@moving}。"),
        computed("受条件限制暂时难以解决、已向代表、委员说明原因的有：{@open}。"),
        prose("办成了哪些实事，群众得到什么"),
      ],
    },
    { level: 1, heading: "创新举措", parts: [prose("出台的政策、请上级协调解决的事项、值得推广的做法")] },
  ],
};

/** 县（市、区）总结: a lower government that undertakes matters of the higher one. */
export const DISTRICT_OUTLINE: Outline = {
  code: "district",
  label: "县（市、区）工作总结",
  title: "{unit}{year}年{kinds}办理工作总结",
  of: "unit",
  sections: [
    { level: 1, heading: null, parts: [prose("一段话交代总体情况")] },
    {
      level: 1,
      heading: "基本情况",
      parts: [
        computed(COUNTED, "内容主要涉及{topics}。", "已办结{#all.closed_rate}件次，办结率{#all.closed_rate%}。"),
        computed(ANSWERED, FEEDBACK),
      ],
    },
    {
      level: 1,
      heading: "主要做法",
      parts: [],
    },
    { level: 2, heading: "加强组织领导", parts: [prose("主要领导、分管领导怎样部署、过问，交办会何时召开")] },
    {
      level: 2,
      heading: "严格办理程序",
      parts: [
        computed("审核中因答复不明确、沟通不到位等原因退回{#all.returned_rate}件次，均要求重新办理。"),
        prose("台账、责任人、审核把关和签发制度"),
      ],
    },
    {
      level: 2,
      heading: "加大督办力度",
      parts: [computed("对进度偏慢的事项催办{#all.reminders}次。"), prose("闭环管理、督查方式和通报情况")],
    },
    {
      level: 2,
      heading: "注重沟通实效",
      parts: [
        computed(MET),
        computed("已经办成的有：{@resolved}。"),
        prose("典型事例：怎么沟通、怎么解决、群众怎么评价"),
      ],
    },
    { level: 1, heading: "存在的不足和下一步打算", parts: [prose("不足之处和改进措施")] },
  ],
};
