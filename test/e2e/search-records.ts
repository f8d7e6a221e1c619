import type { SearchRecord } from "#domain/view/search-record.ts";

const UNITS = [
  "市住建局",
  "市教育局",
  "市财政局",
  "市交通运输局",
  "市卫生健康委",
  "市民政局",
  "市自然资源局",
  "市文旅局",
  "市水务局",
  "云东区人民政府",
];
const TOPICS = ["住房", "教育", "交通", "医疗", "养老", "环境"];
const THINGS = [
  "老旧小区加装电梯",
  "校门口停车",
  "社区食堂",
  "托育收费",
  "农村公路养护",
  "雨污分流",
  "共享单车停放",
  "夜间公交",
  "高龄津贴",
  "古井保护",
  "5G基站",
  "公园标识",
];
const ACTIONS = ["实地察看了", "会同有关部门研究了", "逐条办理了", "征求居民对", "安排专人负责", "列支资金支持"];
const RESULTS = [
  "已完成摸底",
  "正在编制方案",
  "列入年度计划",
  "条件暂不具备",
  "办结率达66.67%",
  "补助提高到12.5万元",
  "惠及1036户",
  "热线为0000-8120000转3",
];
const NAMES = ["周予安", "林听雨", "沈若川", "许砚北", "叶知秋", "陆𬭼"];
const OUTCOMES = ["A 已经解决", "B 列入计划逐步解决", "C 留作参考"];

/** A small deterministic generator (mulberry32); the same records in every run. */
export function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

type PickOne = <T>(values: readonly T[]) => T;

function makeSentence(pick: PickOne, random: (below: number) => number): string {
  const amount = `${1 + random(3000)}${pick(["个", "户", "公里", "万元", "平方米", "%"])}`;
  const forms = [
    () => `${pick(UNITS)}${pick(ACTIONS)}${pick(THINGS)}，${pick(RESULTS)}，涉及${amount}。`,
    () => `“${pick(THINGS)}”事项由${pick(UNITS)}主办；${pick(NAMES)}委员提出的${amount}目标，${pick(RESULTS)}。`,
    () =>
      `截至${2023 + random(4)}年${1 + random(12)}月，${pick(THINGS)}与${pick(THINGS)}合计${amount}、占${random(100)}.${random(10)}%。`,
    () =>
      `下一步（${1 + random(12)}月底前），${pick(UNITS)}将按《云川市${pick(THINGS)}办法》第${1 + random(40)}条推进ＡＰＰ和GIS平台建设。`,
  ];
  return pick(forms)();
}

type Naming = Pick<SearchRecord, "path" | "title" | "numberLabel" | "outcomes" | "proposers">;

function nameDocument(place: number, thing: string): Naming {
  return {
    path: `/documents/d-${place}/`,
    title: `关于做好${thing}工作的通知`,
    numberLabel: "",
    outcomes: [],
    proposers: [],
  };
}

function nameMatter(place: number, isProposal: boolean, thing: string, pick: PickOne): Naming {
  const number = 1 + Math.floor(place / 4);
  const isBetween = place % 17 === 3;
  return {
    path: `/${2023 + (place % 4)}/${isProposal ? "tian" : "jianyi"}/${isBetween ? "bihui-" : ""}${number}/`,
    title: `关于${pick(["加快", "规范", "完善", "支持"])}${thing}的${isProposal ? "提案" : "建议"}`,
    numberLabel: isBetween ? `闭会第${number}号` : `第${number}号`,
    outcomes: [pick(OUTCOMES)],
    proposers: [pick(NAMES)],
  };
}

function makeBody(pick: PickOne, random: (below: number) => number): string {
  const sentences = Array.from({ length: 5 + random(8) }, () => makeSentence(pick, random));
  return sentences.map((sentence) => (random(3) === 0 ? `${sentence}\n` : sentence)).join("");
}

function makeRecord(place: number, pick: PickOne, random: (below: number) => number): SearchRecord {
  const year = 2023 + (place % 4);
  const isProposal = place % 3 === 0;
  const isDocument = place % 13 === 5;
  const thing = pick(THINGS);
  return {
    ...(isDocument ? nameDocument(place, thing) : nameMatter(place, isProposal, thing, pick)),
    year,
    kind: isDocument ? "document" : isProposal ? "proposal" : "suggestion",
    docNumbers: [`云建字〔${year}〕${100 + place}号`],
    indexNumbers: [`000000000/${year}-${String(place).padStart(5, "0")}`],
    units: [...new Set([pick(UNITS), ...(random(4) === 0 ? [pick(UNITS)] : [])])],
    topic: random(6) === 0 ? null : pick(TOPICS),
    mode: random(8) === 0 ? "summary" : "full",
    keyItem: random(7) === 0,
    publishedOn: `${year}-${String(1 + random(12)).padStart(2, "0")}-${String(1 + random(28)).padStart(2, "0")}`,
    body: makeBody(pick, random),
  };
}

/** Records that differ from one another, over the years 2023 to 2026. */
export function makeSearchRecords(count: number, seed = 20261121): SearchRecord[] {
  const random = createRandom(seed);
  const pick: PickOne = (values) => {
    const value = values[random(values.length)];
    if (value === undefined) throw new Error("Nothing to pick from");
    return value;
  };
  return Array.from({ length: count }, (_, place) => makeRecord(place, pick, random));
}
