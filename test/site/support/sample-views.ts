import { MOTION_KINDS } from "#domain/motion/kind.ts";
import type { LongList, MatterLine, Page } from "#domain/view/page-view.ts";
import { EXPIRED_RULES, NOTICE, toDocumentLine } from "./sample-documents.ts";
import { getScheme, TOPICS, UNITS } from "./sample-frame.ts";
import { LIFT, LINES, MOVED, SEPARATE, toManyLines } from "./sample-matters.ts";
import { HOME_STATISTICS, NOTHING, PROPOSALS, SUGGESTIONS, toStatistics, TOTAL } from "./sample-statistics.ts";

const DOCUMENTS = [NOTICE, EXPIRED_RULES].map(toDocumentLine);
const YEARS = [2026, 2025, 2024].map((year) => ({ name: `${year}年`, path: `/${year}/`, count: year - 1800 }));
const TOPIC_LINKS = ["教育", "医疗", "养老", "住房", "交通", "环境", "乡村", "就业", "文化"].map((name, index) => ({
  name,
  path: `/topics/t${index + 1}/`,
  count: 40 - index * 3,
}));
const UNIT_LINKS = Object.values(UNITS).map((unit, index) => ({
  name: unit.name,
  path: `/units/${unit.code}/`,
  count: 12 + index,
}));

const only = (year: number) =>
  toStatistics({
    year,
    kind: "suggestion",
    motions: 201,
    owed: 201,
    answered: 201,
    published: 201,
    withheld: 0,
    scheme: "suzhou-2024",
    classes: [67, 134],
  });

const toList = (lines: readonly MatterLine[]): LongList => ({
  lines,
  total: lines.length,
  parts: 0,
  first: "/replies/all/",
});
const toLists = (lines: readonly MatterLine[]) =>
  MOTION_KINDS.map((kind) => ({ kind, list: toList(lines.filter((line) => line.kind === kind)) }));

/** Every kind of page, and the cases at the edge of each; paths are unique. */
export const SAMPLE_PAGES: readonly Page[] = [
  {
    path: "/",
    view: {
      page: "home",
      statistics: HOME_STATISTICS,
      latest: LINES,
      topics: TOPIC_LINKS,
      years: YEARS,
      documents: DOCUMENTS,
    },
  },
  {
    path: "/replies/",
    view: {
      page: "browse",
      list: { lines: LINES, parts: 11, first: "/replies/", total: 238 },
      years: YEARS,
      units: UNIT_LINKS,
      topics: TOPIC_LINKS,
    },
  },
  {
    path: "/replies/7/",
    view: {
      page: "part",
      name: "全部公开的答复",
      home: "/replies/",
      first: "/replies/",
      number: 7,
      newer: 8,
      lines: LINES.slice(2),
    },
  },
  { path: LIFT.path, view: { page: "matter", matter: LIFT, related: LINES.slice(2, 5) } },
  { path: MOVED.path, view: { page: "matter", matter: MOVED, related: [] } },
  { path: SEPARATE.path, view: { page: "matter", matter: SEPARATE, related: LINES.slice(0, 1) } },
  {
    path: "/2025/jianyi/bihui-1/",
    view: {
      page: "tombstone",
      tombstone: {
        path: "/2025/jianyi/bihui-1/",
        year: 2025,
        kind: "suggestion",
        number: 1,
        betweenSessions: true,
        withdrawnOn: "2026-01-15",
        reason: "公开后发现含有个人信息",
      },
    },
  },
  {
    path: "/2026/",
    view: {
      page: "year",
      year: 2026,
      years: [2026, 2025, 2024],
      total: TOTAL,
      kinds: [SUGGESTIONS, PROPOSALS],
      schemes: [getScheme("zhanyi-2023"), getScheme("four-class")],
      lists: toLists([...LINES, ...toManyLines(16)]),
    },
  },
  {
    path: "/2024/",
    view: {
      page: "year",
      year: 2024,
      years: [2026, 2025, 2024],
      total: only(2024),
      kinds: [only(2024)],
      schemes: [getScheme("suzhou-2024")],
      lists: [],
    },
  },
  {
    path: "/2027/",
    view: { page: "year", year: 2027, years: [2027], total: NOTHING, kinds: [], schemes: [], lists: [] },
  },
  {
    path: "/units/",
    view: {
      page: "units",
      units: UNIT_LINKS.map((unit) => ({ ...unit, kind: unit.name.startsWith("市") ? "市直部门" : "区和功能区" })),
    },
  },
  {
    path: "/units/szjj/",
    view: {
      page: "unit",
      unit: UNITS.housing,
      phone: "0890-6215533",
      counts: [
        {
          year: 2026,
          published: 12,
          outcomes: SUGGESTIONS.classes.map((share) => ({
            outcome: { ...share.class, schemeName: "沾益 2023（A、B、C 三类）" },
            count: 4,
          })),
        },
        { year: 2025, published: 9, outcomes: [] },
      ],
      list: toList(LINES.slice(0, 2)),
    },
  },
  { path: "/units/gxq/", view: { page: "unit", unit: UNITS.zone, phone: null, counts: [], list: toList([]) } },
  {
    path: "/topics/",
    view: {
      page: "topics",
      topics: TOPIC_LINKS.map((topic) => ({ ...topic, description: `${topic.name}方面的建议和提案` })),
    },
  },
  {
    path: "/topics/zhufang/",
    view: {
      page: "topic",
      topic: TOPICS.housing,
      description: "老旧小区改造、加装电梯、物业和保障房",
      list: toList(LINES),
    },
  },
  { path: "/documents/", view: { page: "documents", documents: DOCUMENTS } },
  { path: NOTICE.path, view: { page: "document", document: NOTICE } },
  { path: EXPIRED_RULES.path, view: { page: "document", document: EXPIRED_RULES } },
  {
    path: "/about/",
    view: {
      page: "about",
      schemes: [
        { years: "2025年—2026年", scheme: getScheme("zhanyi-2023") },
        { years: "2024年", scheme: getScheme("suzhou-2024") },
        { years: "2021年—2023年", scheme: getScheme("jia-yi-bing") },
      ],
    },
  },
  {
    path: "/data/",
    view: {
      page: "data",
      files: [
        { path: "/data/replies.csv", name: "全部公开答复（CSV）", rows: 238 },
        { path: "/data/replies.json", name: "全部公开答复（JSON）", rows: 238 },
      ],
      fields: [
        { name: "id", meaning: "长期不变的标识，例如 2026-jianyi-39" },
        { name: "class_code", meaning: "办理结果类别，含义见当年口径" },
      ],
    },
  },
  { path: "/verify/", view: { page: "verify" } },
  { path: "/404/", view: { page: "not_found" } },
];

/** A portal in which nothing has been published yet. */
export const EMPTY_PAGES: readonly Page[] = [
  {
    path: "/",
    view: { page: "home", statistics: null, latest: [], topics: [], years: [], documents: [] },
  },
  {
    path: "/replies/",
    view: {
      page: "browse",
      list: { lines: [], parts: 0, first: "/replies/", total: 0 },
      years: [],
      units: [],
      topics: [],
    },
  },
  { path: "/units/", view: { page: "units", units: [] } },
  { path: "/topics/", view: { page: "topics", topics: [] } },
  { path: "/documents/", view: { page: "documents", documents: [] } },
  { path: "/about/", view: { page: "about", schemes: [] } },
  { path: "/data/", view: { page: "data", files: [], fields: [] } },
];
