import type { operations } from "../../api/types.gen.ts";

type Query = NonNullable<operations["listAssignments"]["parameters"]["query"]>;

/** What a unit does next with a heap of its assignments. */
export type NextStep = {
  readonly key: string;
  readonly label: string;
  readonly lead: string;
  readonly none: string;
  readonly query: Query;
};

/** By what is to be done next; joint parts have a desk of their own. */
export const NEXT_STEPS: readonly NextStep[] = [
  {
    key: "sign",
    label: "待签收",
    lead: "签收后开始办理；不属于本单位职责的，在期限内提出异议。",
    none: "没有等待签收的交办。",
    query: { state: "assigned" },
  },
  {
    key: "begin",
    label: "待办理",
    lead: "先同代表、委员沟通，再拟写答复。",
    none: "没有已签收而尚未动笔的交办。",
    query: { state: "signed" },
  },
  {
    key: "draft",
    label: "拟稿和退回",
    lead: "拟写答复；被退回的排在前面，按退回意见修改后重新报送。",
    none: "没有正在拟写或者被退回的答复。",
    query: { state: "handling" },
  },
  {
    key: "sign-off",
    label: "待审签",
    lead: "由本单位审签人审签报送，或者退回拟稿人。",
    none: "没有等待审签的答复。",
    query: { state: "unit_review" },
  },
  {
    key: "with-office",
    label: "办公室审核",
    lead: "已经报送，等候政府办公室审核、定稿。",
    none: "没有在政府办公室审核的答复。",
    query: { state: "submitted" },
  },
  {
    key: "proof",
    label: "校稿定稿",
    lead: "审核已经通过，等候政府办公室定稿。",
    none: "没有等候定稿的答复。",
    query: { state: "approved" },
  },
  {
    key: "objected",
    label: "异议中",
    lead: "等候政府办公室答复异议，期间不必办理。",
    none: "没有等候答复的异议。",
    query: { state: "objected" },
  },
  {
    key: "replied",
    label: "已答复",
    lead: "已经定稿答复。公开、续办在“公开”各栏办理。",
    none: "还没有定稿的答复。",
    query: { state: "replied" },
  },
];
