import { definitionOf } from "#domain/statistics/indicator.ts";
import type { Page } from "#domain/view/page-view.ts";
import type { FiguresView, YearCohorts } from "#domain/view/record-views.ts";
import { getScheme, TOPICS, toOutcome, UNITS } from "./sample-frame.ts";
import { GONE_DOCUMENT } from "./sample-documents.ts";
import { LINES, MOVED } from "./sample-matters.ts";
import { INDICATORS, REGISTER_PAGES } from "./sample-register.ts";
import { HOME_STATISTICS, PROPOSALS, SUGGESTIONS } from "./sample-statistics.ts";

/** Bases of every size: none, too small for a share, large. */
const figuresOf = (whole: number) =>
  INDICATORS.map(({ code }, index) => {
    const graded = /^(?:satisfied_(strict|wide)|dissatisfied)_/.exec(code);
    if (graded) {
      const share = graded[1] === "strict" ? 0.6 : graded[1] === "wide" ? 0.9 : 0.1;
      return { code, numerator: Math.floor(whole * share), base: whole };
    }
    const base = [whole, 0, 7, whole - 3][index % 4] ?? 0;
    return { code, numerator: Math.floor(base * 0.8), base: code === "owed" || code === "motions" ? null : base };
  });
const COHORTS: YearCohorts = {
  year: 2025,
  asOf: "2026-11-09",
  target: 60,
  cohorts: [
    {
      kind: "suggestion",
      schemeName: getScheme("zhanyi-2023").name,
      classCode: "B",
      classLabel: "列入计划逐步解决",
      base: 41,
      points: [
        { on: "2025-12-31", numerator: 9 },
        { on: "2026-11-09", numerator: 27 },
      ],
    },
  ],
};
const FIGURES: FiguresView = {
  page: "figures",
  year: 2026,
  years: [2026, 2025],
  figures: {
    asOf: "2026-11-09",
    indicators: INDICATORS.map((indicator) => {
      const { code, group, label, unit } = indicator;
      return { code, group, label, unit, definition: definitionOf(indicator) };
    }),
    slices: [
      { kind: null, figures: figuresOf(281) },
      { kind: "suggestion", figures: figuresOf(130) },
      { kind: "proposal", figures: figuresOf(151) },
    ],
    cohorts: [...COHORTS.cohorts],
    conversionTarget: 60,
  },
  units: [
    { unit: UNITS.housing, hasPage: true, figures: figuresOf(24) },
    { unit: UNITS.zone, hasPage: false, figures: figuresOf(6) },
  ],
  topics: [{ topic: TOPICS.housing, published: 12, outcomes: [{ outcome: toOutcome("zhanyi-2023", "A"), count: 9 }] }],
};

const [FIRST, SECOND] = LINES;
if (!FIRST || !SECOND) throw new Error("two lines are needed");
const FOLLOW_UP = {
  line: FIRST,
  unit: UNITS.housing,
  number: 1,
  dueOn: "2026-12-20",
  repliedOn: null,
  from: toOutcome("zhanyi-2023", "B"),
  to: null,
} as const;
const COMMITMENT = {
  id: "2026-jianyi-39.szjj.c1",
  line: FIRST,
  unit: UNITS.housing,
  owner: UNITS.zone,
  text: "今年年底前完成12个小区的加装",
  dueOn: "2026-12-31",
  firstDueOn: "2026-06-30",
  state: "changed",
  paragraph: 3,
  keptOn: null,
} as const;

/** Pages that account for every number, with each state that a line can be in. */
export const RECORD_PAGES: readonly Page[] = [
  { path: "/2026/figures/", view: FIGURES },
  {
    path: "/figures/",
    view: {
      page: "trends",
      years: [
        { ...HOME_STATISTICS, schemeIds: ["zhanyi-2023"] },
        { ...PROPOSALS, year: 2025, schemeIds: ["four-class"] },
        { ...SUGGESTIONS, year: 2024, classes: [], schemeIds: ["zhanyi-2023", "four-class"] },
      ],
      cohorts: [COHORTS],
    },
  },
  {
    path: "/register/",
    view: {
      page: "register_index",
      years: [
        {
          year: 2026,
          matters: 6,
          parts: { full: 1, summary: 0, redacted: 0, withheld: 1, withdrawn: 1, unpublished: 0, handling: 1 },
          left: { merged: 1, transferred: 1, withdrawn: 0 },
        },
      ],
      waiting: [
        {
          year: 2026,
          kind: "suggestion",
          numberLabel: "第41号",
          unit: UNITS.zone,
          dueOn: "2026-11-17",
          lawDueOn: "2026-06-10",
        },
        { year: 2026, kind: "proposal", numberLabel: "第9号", unit: UNITS.housing, dueOn: null, lawDueOn: null },
      ],
    },
  },
  ...REGISTER_PAGES,
  {
    path: "/follow-ups/",
    view: {
      page: "follow_ups",
      year: null,
      years: [2026],
      counts: [{ year: 2026, owed: 300, done: 1 }],
      owed: [FOLLOW_UP, { ...FOLLOW_UP, line: SECOND, dueOn: null }],
      done: [
        {
          ...FOLLOW_UP,
          line: { ...SECOND, path: MOVED.path },
          repliedOn: "2026-10-08",
          to: toOutcome("zhanyi-2023", "A"),
        },
      ],
      owedTotal: 300,
      doneTotal: 1,
      cohorts: [COHORTS],
    },
  },
  {
    path: "/commitments/2026/",
    view: {
      page: "commitments",
      year: 2026,
      years: [2026],
      counts: [{ year: 2026, open: 1, kept: 2, dropped: 1 }],
      open: [COMMITMENT],
      kept: [
        { ...COMMITMENT, id: "c2", state: "kept", keptOn: "2026-10-01" },
        { ...COMMITMENT, id: "c3", state: "kept" },
      ],
      dropped: [{ ...COMMITMENT, id: "c4", state: "dropped" }],
      openTotal: 1,
      keptTotal: 2,
    },
  },
  {
    path: "/changes/",
    view: {
      page: "changes",
      changes: [
        {
          kind: "correction",
          line: FIRST,
          unitName: "市住建局",
          edition: 2,
          publishedAt: "2026-10-08 09:30",
          note: "路段长度原写为4.6公里，更正为6.4公里",
        },
        {
          kind: "withdrawal",
          tombstone: {
            path: "/2025/jianyi/bihui-1/",
            year: 2025,
            kind: "suggestion",
            number: 1,
            betweenSessions: true,
            withdrawnOn: "2026-01-15",
            reason: "误公开，已撤回",
          },
        },
        { kind: "document_withdrawal", tombstone: GONE_DOCUMENT },
      ],
    },
  },
];
