import type { NextStep } from "./next-steps.ts";

/** A joint unit signs, gives its opinion, and is done. */
export const JOINT_STEPS: readonly NextStep[] = [
  {
    key: "sign",
    label: "待签收",
    lead: "签收后提出会办意见；不属于本单位职责的，提出异议。",
    none: "没有等待签收的会办件。",
    query: { state: "assigned" },
  },
  {
    key: "give",
    label: "待提出意见",
    lead: "主办单位征求意见后，在期限内提出。",
    none: "没有等待提出意见的会办件。",
    query: { state: "signed" },
  },
  {
    key: "given",
    label: "已提出",
    lead: "主办单位报送答复之前，意见还可以修改。",
    none: "还没有提出过会办意见。",
    query: { state: "closed" },
  },
];
