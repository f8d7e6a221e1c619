import type { CitedMatter, SummaryFacts } from "#domain/summary/facts.ts";

export const YEAR_ADDRESS = "https://www.example.gov.cn/2026/";

export const MATTER: CitedMatter = {
  numberLabel: "第39号",
  kindLabel: "建议",
  title: "关于加快老旧小区加装电梯的建议",
  filer: "卢子等代表",
  unitName: "市住建局",
  classLabel: "A类（已经解决）",
  href: "https://www.example.gov.cn/2026/jianyi/39/",
};

export const toFacts = (figures: Readonly<Record<string, string>>, more: Partial<SummaryFacts> = {}): SummaryFacts => ({
  words: { year: "2026", unit: "云川市住房和城乡建设局", kinds: "人大代表建议", axisCode: "result", axis: "办理结果" },
  figures: new Map(Object.entries(figures)),
  asOf: "2026-11-22",
  yearAddress: YEAR_ADDRESS,
  pieces: {},
  examples: [],
  ...more,
});
