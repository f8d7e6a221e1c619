import type { DemoPara } from "./demo-city.ts";
import type { LetterParts, Titled } from "./letter-parts.ts";
import { getAt } from "./random.ts";

const CHINESE = "一二三四五六七八九十";
const first = (index: number): string => `${CHINESE.charAt(index)}、`;
const second = (index: number): string => `（${CHINESE.charAt(index)}）`;
const h1 = (index: number, text: string): DemoPara => ({ heading: 1, text: first(index) + text });
const plain = (texts: readonly string[]): DemoPara[] => texts.map((text) => ({ text }));
const joined = (items: readonly Titled[]): DemoPara[] => items.map(({ text }) => ({ text }));

const underSecond = (items: readonly Titled[]): DemoPara[] =>
  items.flatMap(({ heading, text }, index) => [{ heading: 2 as const, text: second(index) + heading }, { text }]);

type Layout = (parts: LetterParts) => DemoPara[];

/** 基本情况、办理情况（一）（二）（三）、下一步工作. */
const inThreeParts =
  (names: readonly [string, string, string]): Layout =>
  (parts) => [
    { text: parts.opening },
    h1(0, names[0]),
    ...plain(parts.findings),
    h1(1, names[1]),
    ...underSecond([...parts.measures, ...parts.extras]),
    ...parts.table,
    h1(2, names[2]),
    ...plain(parts.next),
    { text: parts.thanks },
  ];

/** One section for each problem, as it was put. */
const byProblem: Layout = (parts) => [
  { text: parts.opening },
  ...plain(parts.findings),
  ...parts.measures.flatMap(({ problem, heading, text }, index) =>
    problem === undefined
      ? [h1(index, heading), { text }]
      : [h1(index, `关于${problem}的问题`), { text: `${heading}。${text}` }],
  ),
  h1(parts.measures.length, "保障措施"),
  ...joined(parts.extras),
  ...parts.table,
  h1(parts.measures.length + 1, "后续安排"),
  ...plain(parts.next),
  { text: parts.thanks },
];

/** No headings: 一是、二是、三是. */
const asRunningText: Layout = (parts) => [
  { text: parts.opening },
  ...plain(parts.findings),
  ...parts.measures.map(({ heading, text }, index) => ({ text: `${CHINESE.charAt(index)}是${heading}。${text}` })),
  ...parts.table,
  ...joined(parts.extras),
  ...plain(parts.next),
  { text: parts.thanks },
];

/** 1. 2. 3. under 主要措施. */
const asNumbered: Layout = (parts) => [
  { text: parts.opening },
  h1(0, "办理过程"),
  ...plain(parts.findings),
  h1(1, "主要措施"),
  ...[...parts.measures, ...parts.extras].map(({ heading, text }, index) => ({
    text: `${index + 1}.${heading}。${text}`,
  })),
  ...parts.table,
  h1(2, "有关说明"),
  ...plain(parts.next),
  { text: parts.thanks },
];

/** Each measure is a section. */
const byMeasure: Layout = (parts) => [
  { text: parts.opening },
  ...plain(parts.findings),
  ...parts.measures.flatMap(({ heading, text }, index) => [h1(index, heading), { text }]),
  ...parts.table,
  h1(parts.measures.length, "强化保障落实"),
  ...underSecond(parts.extras),
  h1(parts.measures.length + 1, "下一步打算"),
  ...plain(parts.next),
  { text: parts.thanks },
];

const LAYOUTS: readonly Layout[] = [
  inThreeParts(["基本情况", "办理情况", "下一步工作"]),
  byProblem,
  asRunningText,
  asNumbered,
  byMeasure,
  inThreeParts(["调查核实情况", "已经做的工作", "办理结论和后续安排"]),
];

export function layOut(parts: LetterParts, layout: number): DemoPara[] {
  return getAt(LAYOUTS, layout)(parts);
}

/** Characters of a body, headings and table cells included. */
export function lengthOfBody(body: readonly DemoPara[]): number {
  return body.reduce((sum, para) => sum + ("table" in para ? para.table.flat().join("") : para.text).length, 0);
}
