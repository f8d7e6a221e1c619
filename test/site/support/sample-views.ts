import { MOTION_KINDS } from "#domain/motion/kind.ts";
import type { LongList, MatterLine, Page, ThreadLine } from "#domain/view/page-view.ts";
import { EXPIRED_RULES, GONE_DOCUMENT, NOTICE, SAMPLE_OFFER, toDocumentLine } from "./sample-documents.ts";
import { FACETS, FOLLOW_UPS, PROMISES } from "./sample-home.ts";
import { getScheme, TOPICS, toOutcome, UNITS } from "./sample-frame.ts";
import { LIFT, LINES, MOVED, SEPARATE, toManyLines } from "./sample-matters.ts";
import { EMPTY_LISTS } from "./sample-empty-lists.ts";
import { RECORD_PAGES } from "./sample-records.ts";
import { HOME_STATISTICS, NOTHING, PROPOSALS, SUGGESTIONS, toStatistics, TOTAL } from "./sample-statistics.ts";

const DOCUMENTS = [NOTICE, EXPIRED_RULES].map(toDocumentLine);
const THREAD: readonly ThreadLine[] = LINES.slice(2, 5).map((line, at) => ({
  line: { ...line, year: 2025 - at },
  why: (["cited", "words", "citing"] as const)[at] ?? "words",
  words: at === 1 ? "加装电梯" : null,
}));
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
      promises: { open: PROMISES.slice(1), openTotal: 41, kept: PROMISES.slice(0, 1), keptTotal: 96 },
      followUps: { owed: FOLLOW_UPS.slice(0, 1), owedTotal: 23, turned: FOLLOW_UPS.slice(1), turnedTotal: 58 },
      topics: TOPIC_LINKS,
      years: YEARS,
      documents: DOCUMENTS,
    },
  },
  {
    path: "/replies/",
    view: {
      page: "browse",
      title: "全部公开的答复",
      path: "/replies/",
      note: null,
      list: { lines: LINES, parts: 11, first: "/replies/", total: 238 },
      groups: [
        ...FACETS,
        { name: "年份", links: YEARS },
        { name: "主题", links: TOPIC_LINKS },
        { name: "单位", links: UNIT_LINKS },
      ],
    },
  },
  {
    path: "/replies/class-zhanyi-2023-2/",
    view: {
      page: "browse",
      title: "B类：列入计划逐步解决（2025—2026年口径）",
      path: "/replies/class-zhanyi-2023-2/",
      note: "沾益 2023（A、B、C 三类），B类：所提问题列入计划逐步解决的。列出的是现在的类别，续办续复后改过的按改后的算。",
      list: { lines: LINES.slice(0, 2), parts: 0, first: "/replies/class-zhanyi-2023-2/", total: 2 },
      groups: FACETS,
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
  {
    path: LIFT.path,
    view: {
      page: "matter",
      matter: LIFT,
      thread: THREAD,
      related: LINES.slice(2, 5),
      documents: DOCUMENTS.slice(0, 1),
    },
  },
  { path: MOVED.path, view: { page: "matter", matter: MOVED, thread: [], related: [], documents: [] } },
  {
    path: SEPARATE.path,
    view: { page: "matter", matter: SEPARATE, thread: [], related: LINES.slice(0, 1), documents: [] },
  },
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
      units: UNIT_LINKS.map((unit) => ({ ...unit, kind: unit.name.startsWith("市") ? "bureau" : "township" })),
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
      counts: [
        { year: 2026, published: 8, outcomes: [{ outcome: toOutcome("zhanyi-2023", "A"), count: 9 }] },
        {
          year: 2025,
          published: 5,
          outcomes: [
            { outcome: toOutcome("four-class", "A"), count: 3 },
            { outcome: toOutcome("four-class", "D"), count: 2 },
          ],
        },
      ],
      list: toList(LINES),
    },
  },
  { path: "/documents/", view: { page: "documents", documents: DOCUMENTS } },
  { path: NOTICE.path, view: { page: "document", document: NOTICE } },
  { path: EXPIRED_RULES.path, view: { page: "document", document: EXPIRED_RULES } },
  { path: GONE_DOCUMENT.path, view: { page: "document_tombstone", tombstone: GONE_DOCUMENT } },
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
        { group: "全部目录和统计", path: "/data/huiyin.xlsx", name: "Excel 工作簿", rows: null },
        { group: "2026年答复全文", path: "/data/2026.csv", name: "CSV，供 Excel 打开", rows: 238 },
        { group: "2026年答复全文", path: "/data/2026.json", name: "JSON，字段最全", rows: 226 },
      ],
      fields: [
        { table: "replies", title: "答复全文（各年）", name: "标识", key: "id", type: "string", meaning: "长期不变" },
        {
          table: "register",
          title: "登记簿",
          name: "依据",
          key: "ground",
          type: "string",
          meaning: "没有全文公开的依据",
        },
      ],
      feeds: [
        { name: "全部答复", path: "/feeds/all" },
        { name: "更正和撤回", path: "/feeds/changes" },
      ],
      licence: null,
      offer: SAMPLE_OFFER,
    },
  },
  ...RECORD_PAGES,
  { path: "/search/", view: { page: "search", years: [2026, 2025], units: [], topics: [] } },
  { path: "/follow-search/", view: { page: "follow_search", years: [2026, 2025], units: [], topics: [] } },
  { path: "/about/search/", view: { page: "about_search" } },
  { path: "/verify/", view: { page: "verify" } },
  { path: "/404/", view: { page: "not_found" } },
];

/** A portal in which nothing has been published yet. */
export const EMPTY_PAGES: readonly Page[] = [
  {
    path: "/",
    view: {
      page: "home",
      statistics: null,
      latest: [],
      promises: { open: [], openTotal: 0, kept: [], keptTotal: 0 },
      followUps: { owed: [], owedTotal: 0, turned: [], turnedTotal: 0 },
      topics: [],
      years: [],
      documents: [],
    },
  },
  {
    path: "/replies/",
    view: {
      page: "browse",
      title: "全部公开的答复",
      path: "/replies/",
      note: null,
      list: { lines: [], parts: 0, first: "/replies/", total: 0 },
      groups: [],
    },
  },
  ...EMPTY_LISTS,
];
