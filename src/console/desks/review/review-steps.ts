import type { operations } from "../../api/types.gen.ts";

type Query = NonNullable<operations["listAssignments"]["parameters"]["query"]>;

/** The office's two heaps of letters. */
export const REVIEW_STEPS: readonly {
  readonly key: string;
  readonly label: string;
  readonly none: string;
  readonly query: Query;
}[] = [
  { key: "review", label: "待审核", none: "没有等待审核的答复。", query: { state: "submitted" } },
  { key: "proof", label: "待定稿", none: "没有等待定稿的答复。", query: { state: "approved" } },
];
