import type { MatterLine } from "#domain/view/page-view.ts";
import type { CommitmentRow, FollowUpRow } from "#domain/view/record-views.ts";
import { toOutcome, UNITS } from "./sample-frame.ts";
import { LINES } from "./sample-matters.ts";
import { LIFT_REPLY } from "./sample-replies.ts";

const [LIFT_LINE, , MOVED_LINE] = LINES;
/** What was promised and what is owed, as the home page shows it. */
export const PROMISES: readonly CommitmentRow[] = LIFT_REPLY.commitments.map(
  ({ id, text, dueOn, firstDueOn, state, paragraph, unit }) => ({
    id,
    text,
    dueOn,
    firstDueOn,
    state,
    paragraph,
    owner: unit,
    unit: LIFT_REPLY.unit,
    keptOn: state === "kept" ? "2026-06-24" : null,
    line: LIFT_LINE as MatterLine,
  }),
);
export const FOLLOW_UPS: readonly FollowUpRow[] = [
  {
    unit: UNITS.housing,
    number: 1,
    dueOn: "2026-12-20",
    repliedOn: null,
    to: null,
    from: toOutcome("zhanyi-2023", "B"),
    line: LIFT_LINE as MatterLine,
  },
  {
    unit: UNITS.transport,
    number: 1,
    dueOn: "2025-11-30",
    repliedOn: "2025-11-18",
    from: toOutcome("zhanyi-2023", "B"),
    to: toOutcome("zhanyi-2023", "A"),
    line: MOVED_LINE as MatterLine,
  },
];
export const FACETS = [
  {
    name: "类别",
    links: [
      { name: "人大代表建议", path: "/replies/jianyi/", count: 120 },
      { name: "政协提案", path: "/replies/tian/", count: 118 },
    ],
  },
  {
    name: "办理结果",
    links: [{ name: "B类 列入计划逐步解决（2025—2026年）", path: "/replies/class-zhanyi-2023-2/", count: 2 }],
  },
  { name: "重点", links: [{ name: "重点办理", path: "/replies/key/", count: 9 }] },
];
