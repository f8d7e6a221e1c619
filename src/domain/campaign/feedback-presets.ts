import type { Attitude } from "../feedback/feedback-kinds.ts";

/** One answer of an axis; `attitude` is its place on the canonical scale, null where it says nothing of satisfaction. */
export type FeedbackValue = { readonly code: string; readonly label: string; readonly attitude: Attitude | null };

export type FeedbackAxis = {
  readonly code: string;
  readonly label: string;
  /** Must be answered. */
  readonly required: boolean;
  /** 不满意 on this axis orders 重新办理. */
  readonly ordersRedo: boolean;
  readonly values: readonly FeedbackValue[];
};

/** 反馈表 as a place words it. Whoever is 不满意 on any axis gives reasons (上海 2015, 山东 2017). */
export type FeedbackPreset = {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  readonly axes: readonly FeedbackAxis[];
};

const SATISFACTION: readonly FeedbackValue[] = [
  { code: "satisfied", label: "满意", attitude: "satisfied" },
  { code: "basically_satisfied", label: "基本满意", attitude: "basically_satisfied" },
  { code: "dissatisfied", label: "不满意", attitude: "dissatisfied" },
];

const plain = (...values: readonly (readonly [code: string, label: string])[]): FeedbackValue[] =>
  values.map(([code, label]) => ({ code, label, attitude: null }));

const ATTITUDE: FeedbackAxis = {
  code: "attitude",
  label: "办理态度",
  required: true,
  ordersRedo: false,
  values: SATISFACTION,
};
const RESULT: FeedbackAxis = {
  code: "result",
  label: "办理结果",
  required: true,
  ordersRedo: true,
  values: SATISFACTION,
};

/** A preset in use is never edited: a new wording is a new id. */
export const FEEDBACK_PRESETS: readonly FeedbackPreset[] = [
  {
    id: "two-axes",
    name: "办理态度、办理结果两项",
    source: "《上海市人民代表大会关于代表建议、批评和意见的规定》（2015）第二十一条；山东省 2017 年地方性法规",
    axes: [ATTITUDE, RESULT],
  },
  {
    id: "overall",
    name: "总体评价一项",
    source: "以一项满意率统计的地方做法，如太湖县政协",
    axes: [{ ...RESULT, code: "overall", label: "总体评价" }],
  },
  {
    id: "hongkou",
    name: "态度、结果、听取意见方式、针对性、领导答复五项",
    source: "上海市虹口区政协履职系统提案反馈表（2021）",
    axes: [
      ATTITUDE,
      RESULT,
      {
        code: "contact",
        label: "听取意见方式",
        required: true,
        ordersRedo: false,
        values: plain(
          ["visit", "走访"],
          ["meeting", "面商"],
          ["call", "电话"],
          ["letter", "信函"],
          ["other", "其他"],
          ["none", "未联系"],
        ),
      },
      {
        code: "pertinence",
        label: "答复针对性",
        required: true,
        ordersRedo: false,
        values: plain(["pertinent", "针对"], ["basically_pertinent", "基本针对"], ["not_pertinent", "未针对"]),
      },
      {
        // Asked of 团体提案 alone.
        code: "leader_replied",
        label: "领导是否参与答复",
        required: false,
        ordersRedo: false,
        values: plain(["yes", "是"], ["no", "否"]),
      },
    ],
  },
];

export function findFeedbackPreset(id: string): FeedbackPreset | undefined {
  return FEEDBACK_PRESETS.find((preset) => preset.id === id);
}
