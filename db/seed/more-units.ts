import type { UnitEntry } from "#domain/unit/unit.ts";

const bureau = { kind: "bureau" as const };
const organisation = { kind: "organisation" as const };

/** 乡镇 and 街道 that lead nothing in the demo years. */
const TOWNSHIPS: readonly (readonly [string, string, "街道" | "镇" | "乡", string])[] = [
  ["qingyun", "青云", "街道", "0890-6245206"],
  ["nanping", "南屏", "街道", "0890-6246343"],
  ["songlin", "松林", "镇", "0890-6249754"],
  ["maan", "马鞍", "镇", "0890-6250891"],
  ["hongyan", "红岩", "镇", "0890-6252165"],
  ["liuxi", "柳溪", "镇", "0890-6253302"],
  ["daying", "大营", "镇", "0890-6254439"],
  ["shimen", "石门", "乡", "0890-6255576"],
  ["shuanghe", "双河", "乡", "0890-6256713"],
  ["yunling", "云岭", "乡", "0890-6257850"],
  ["zhuyuan", "竹园", "乡", "0890-6258987"],
];

function toTownship([code, place, level, phone]: (typeof TOWNSHIPS)[number]): UnitEntry {
  const office = level === "街道" ? "办事处" : "人民政府";
  const shortName = `${place}${level}`;
  const aliases = [`${shortName}${office}`, level === "街道" ? `${shortName}办` : `${shortName}政府`];
  return { code, shortName, fullName: `云川市${shortName}${office}`, aliases, kind: "township", phone };
}

/** The rest of the city's units: with them the register is whole, and an allocation table of 云川市 can be imported. */
export const MORE_UNITS: readonly UnitEntry[] = [
  {
    ...bureau,
    code: "sifa",
    shortName: "市司法局",
    fullName: "云川市司法局",
    aliases: ["司法局"],
    phone: "0890-6215096",
  },
  {
    ...bureau,
    code: "toucu",
    shortName: "市投资促进局",
    fullName: "云川市投资促进局",
    aliases: ["投资促进局", "市投促局"],
    phone: "0890-6234699",
  },
  {
    ...bureau,
    code: "shenji",
    shortName: "市审计局",
    fullName: "云川市审计局",
    aliases: ["审计局"],
    phone: "0890-6235836",
  },
  {
    ...organisation,
    code: "fulian",
    shortName: "市妇联",
    fullName: "云川市妇女联合会",
    aliases: ["市妇女联合会", "妇联"],
    phone: "0890-6237110",
  },
  {
    ...organisation,
    code: "tuanshiwei",
    shortName: "团市委",
    fullName: "共青团云川市委员会",
    aliases: ["共青团云川市委"],
    phone: "0890-6238247",
  },
  {
    ...organisation,
    code: "qixiang",
    shortName: "市气象局",
    fullName: "云川市气象局",
    aliases: ["气象局"],
    phone: "0890-6240521",
  },
  {
    ...organisation,
    code: "renhang",
    shortName: "人行云川支行",
    fullName: "中国人民银行云川支行",
    aliases: ["人民银行云川支行"],
    phone: "0890-6242795",
  },
  {
    ...organisation,
    code: "bianban",
    shortName: "市委编办",
    fullName: "中共云川市委机构编制委员会办公室",
    aliases: ["编办"],
    phone: "0890-6243932",
  },
  ...TOWNSHIPS.map(toTownship),
];
