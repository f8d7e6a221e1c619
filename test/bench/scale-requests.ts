import { LEDGER_SORTS } from "#db/reads/ledger-cells.ts";
import { formatCursor } from "#services/page.ts";

/** Requests that are measured, by name; all by an overseer unless the name begins with 单位. */

const FILTERS: Readonly<Record<string, string>> = {
  campaign: "campaign=2026",
  kind: "kind=proposal",
  state: "state=handling",
  unit: "unit=zhujian",
  role: "role=joint",
  publication: "publication=published",
  keyItem: "keyItem=true",
  overdue: "overdue=true",
  "not overdue": "overdue=false",
  motion: "motion=2026-jianyi-5",
  "q rare": `q=${encodeURIComponent("（2026—8）")}`,
  "q of two characters": `q=${encodeURIComponent("养老")}`,
  "q of one character": `q=${encodeURIComponent("水")}`,
  "q in every title": `q=${encodeURIComponent("关于")}`,
  "year, unit, state": "campaign=2026&unit=zhujian&state=handling",
  "year, overdue": "campaign=2026&overdue=true",
  "proposals published, key items": "kind=proposal&publication=published&keyItem=true",
  "unit, q": `unit=zhujian&q=${encodeURIComponent("关于")}`,
};

const sorts = LEDGER_SORTS.flatMap((sort) => [sort, `-${sort}`]);
const MIDDLE: Readonly<Record<string, string>> = { dueOn: "2021-09-15", number: "2021/1000020", unit: "00012" };
const middle = (sort: string) =>
  formatCursor(`ledger:${sort}`, { key: MIDDLE[sort.replace("-", "")] ?? "", id: "2021-jianyi-20" });

const ledger = [
  ...sorts.map((sort) => [`ledger by ${sort}`, `/api/assignments?sort=${sort}`] as const),
  ...sorts.map(
    (sort) => [`ledger by ${sort}, middle`, `/api/assignments?sort=${sort}&cursor=${middle(sort)}`] as const,
  ),
  ...Object.entries(FILTERS).flatMap(([name, query]) =>
    LEDGER_SORTS.map((sort) => [`ledger ${name}, by ${sort}`, `/api/assignments?sort=${sort}&${query}`] as const),
  ),
];

const motions = [
  ["motions", "/api/motions"],
  ["motions backwards", "/api/motions?sort=-number"],
  ["motions campaign, kind", "/api/motions?campaign=2026&kind=proposal"],
  ["motions keyItem", "/api/motions?keyItem=true"],
  ["motions unit", "/api/motions?unit=zhujian"],
  ["motions q", `/api/motions?q=${encodeURIComponent("养老")}`],
] as const;

const due = [
  ["due", "/api/due"],
  ["due red", "/api/due?light=red"],
  ["due yellow", "/api/due?light=yellow"],
  ["due blue", "/api/due?light=blue"],
  ["due unit", "/api/due?unit=zhujian"],
  ["due reply_campaign", "/api/due?kind=reply_campaign"],
  ["due campaign", "/api/due?campaign=2026"],
  [
    "due, middle",
    `/api/due?cursor=${formatCursor("due", { key: "2026-06-20", id: "reply_campaign|2026|2026-06-20|0|2026-jianyi-2" })}`,
  ],
] as const;

const others = [
  ["statistics of the year", "/api/statistics/2026"],
  ["statistics of an older year", "/api/statistics/2020"],
  ["commitments", "/api/commitments"],
  ["commitments unit", "/api/commitments?unit=zhujian"],
  ["reminders", "/api/reminders"],
  ["disclosure reviews", "/api/disclosure-reviews"],
  ["audit", "/api/audit"],
  ["documents", "/api/documents"],
] as const;

const ofUnit = [
  ["单位 ledger", "/api/assignments"],
  ["单位 ledger state", "/api/assignments?state=handling"],
  ["单位 due", "/api/due"],
  ["单位 motions", "/api/motions"],
  ["单位 reminders", "/api/reminders"],
] as const;

/**
 * Reckoned from a whole year, once for each state of the database. The first reading after a change grows with the year; it is
 * measured, and not held to the limit.
 */
export const OF_A_YEAR: readonly (readonly [name: string, path: string])[] = [
  ["sheets of all units", "/api/supervision/units?campaign=2026"],
  ["indicators of the year", "/api/statistics/2026/indicators"],
  ["indicators by unit", "/api/statistics/2026/indicators?by=unit"],
];

export const REQUESTS: readonly (readonly [name: string, path: string])[] = [
  ...ledger,
  ...motions,
  ...due,
  ...others,
  ...ofUnit,
  ...OF_A_YEAR,
];
