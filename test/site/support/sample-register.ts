import { findFeedbackPreset } from "#domain/campaign/feedback-presets.ts";
import { listIndicators } from "#domain/statistics/indicators.ts";
import { isPublicIndicator } from "#domain/statistics/public-indicators.ts";
import type { Page } from "#domain/view/page-view.ts";
import type { RegisterRow } from "#domain/view/record-views.ts";
import { countRegister } from "#domain/view/register-counts.ts";
import { getScheme, toOutcome, UNITS } from "./sample-frame.ts";
import { LIFT } from "./sample-matters.ts";

const axes = findFeedbackPreset("two-axes")?.axes ?? [];
const schemes = [getScheme("zhanyi-2023")];
export const INDICATORS = listIndicators({ axes, schemes, followUpClasses: ["B"] }).filter(isPublicIndicator);

const PLAIN: RegisterRow = {
  id: LIFT.id,
  kind: "suggestion",
  number: 39,
  betweenSessions: false,
  state: "assigned",
  numberLabel: "第39号",
  title: LIFT.title,
  path: LIFT.path,
  merged: null,
  unit: UNITS.housing,
  standing: "full",
  ground: null,
  outcome: toOutcome("zhanyi-2023", "B"),
  dueOn: null,
  lawDueOn: null,
  counted: [0, 1, 5],
};
const BLANK = { title: null, path: null, outcome: null, counted: [0] } as const;
const ROWS: readonly RegisterRow[] = [
  PLAIN,
  {
    ...PLAIN,
    ...BLANK,
    id: "2026-jianyi-40",
    number: 40,
    numberLabel: "第40号",
    standing: "withheld",
    ground: "article_15",
  },
  {
    ...PLAIN,
    ...BLANK,
    id: "2026-jianyi-41",
    number: 41,
    numberLabel: "第41号",
    standing: "handling",
    dueOn: "2026-11-17",
  },
  {
    ...PLAIN,
    ...BLANK,
    id: "2026-jianyi-42",
    number: 42,
    numberLabel: "第42号",
    state: "merged",
    standing: null,
    unit: null,
    merged: { name: "第39号建议", path: LIFT.path },
  },
  {
    ...PLAIN,
    ...BLANK,
    id: "2026-tian-1",
    kind: "proposal",
    number: 1,
    numberLabel: "第1号",
    state: "transferred",
    standing: null,
    unit: null,
  },
  {
    ...PLAIN,
    ...BLANK,
    id: "2026-tian-2",
    kind: "proposal",
    number: 2,
    numberLabel: "第2号",
    standing: "withdrawn",
    path: "/2026/tian/2/",
  },
];

const COUNTED = INDICATORS.map(({ code, label, unit }, index) => ({ code, label, unit, count: index % 3 }));

/** The register of a year, and of one of very many numbers. */
export const REGISTER_PAGES: readonly Page[] = [
  {
    path: "/register/2026/",
    view: {
      page: "register",
      year: 2026,
      years: [2026, 2025],
      part: null,
      asOf: "2026-11-09",
      counted: COUNTED,
      unnamed: 2,
      rows: ROWS,
    },
  },
  {
    path: "/register/2024/",
    view: {
      page: "register_parts",
      year: 2024,
      years: [2026, 2024],
      asOf: "2026-11-09",
      counted: COUNTED,
      unnamed: 2,
      parts: [1, 2].map((number) => ({
        number,
        first: { kind: "suggestion", numberLabel: `第${number}号` },
        last: { kind: "proposal", numberLabel: `第${number + 1}号` },
        rows: ROWS.length,
        counts: countRegister(ROWS, COUNTED),
      })),
    },
  },
  {
    path: "/register/2024/2/",
    view: {
      page: "register",
      year: 2024,
      years: [],
      part: { number: 2, of: 3, before: 1, behind: 3 },
      asOf: null,
      counted: COUNTED,
      unnamed: 0,
      rows: ROWS,
    },
  },
];
