import type { UnitEntry } from "#domain/unit/unit.ts";
import { UNITS } from "#test/support/city.ts";
import type { Matter } from "./letters.ts";
import type { Person, Walk } from "./walk.ts";
import { startWalk } from "./walk.ts";

/**
 * 2024 as 巴宜区 sums it up: a district that is a unit of its city, with seven of the city's matters, and that runs a year of
 * its own beside it. Two governments are two installations; the names are invented.
 */

const DISTRICT: UnitEntry = {
  code: "yunxi",
  shortName: "云溪区政府",
  fullName: "云川市云溪区人民政府",
  aliases: ["云溪区"],
  kind: "organisation",
  phone: "0890-6330001",
};
const QU_JIAOYU: UnitEntry = {
  code: "jiaoti",
  shortName: "区教育局",
  fullName: "云溪区教育局",
  aliases: [],
  kind: "bureau",
  phone: "0890-6330002",
};

const yearOf = (place: "市" | "区", name: string) => ({
  id: "2024",
  year: 2024,
  name: "2024 年建议提案办理",
  kinds: (["suggestion", "proposal"] as const).map((kind) => ({
    kind,
    sitting: {
      id: kind === "suggestion" ? "npc-2-4" : "cppcc-2-4",
      term: 2,
      session: 4,
      name: kind === "suggestion" ? `${name}第二届人民代表大会第四次会议` : `政协第二届${name}委员会第四次会议`,
      shortName: kind === "suggestion" ? `${place}二届人大四次会议` : `${place}政协二届四次会议`,
    },
    schemeId: "zhanyi-2023",
    assignedOn: "2024-03-20",
    followUpDueOn: "2024-12-20",
  })),
  overrides: {
    deadlines: { object: { amount: 5, unit: "workday" }, jointOpinion: { amount: 1, unit: "month" } },
    feedback: { preset: "two-axes", time: "after_reply", required: true },
    contactRequired: true,
    opinionsRequired: true,
    unitSignOff: true,
  },
});
export const CITY_YEAR = yearOf("市", "云川市");
export const DISTRICT_YEAR = yearOf("区", "云溪区");

const ofNpc = { kind: "suggestion", sitting: "市二届人大四次会议", filers: "", lead: "yunxi", joint: null } as const;
const ofCppcc = { kind: "proposal", sitting: "市政协二届四次会议", filers: "", lead: "yunxi", joint: null } as const;

export type CityMatter = Matter & { readonly lead: string; readonly joint: string | null };
const byBureau = (lead: string) => ({ lead, joint: "yunxi" });

/** The subjects of the seven. */
export const VILLAGE: CityMatter = { ...ofNpc, number: 12, title: "关于加快征地村升级改造的建议" };
export const COMPUTERS: CityMatter = { ...ofCppcc, number: 7, title: "关于配备乡村学校一体机维修人员的提案" };
export const FOR_DISTRICT: readonly CityMatter[] = [
  VILLAGE,
  { ...ofNpc, ...byBureau("jiaoti"), number: 36, title: "关于完善托育服务的建议" },
  COMPUTERS,
  { ...ofCppcc, ...byBureau("jiaoti"), number: 50, title: "关于加强农村小学师资的提案" },
  { ...ofCppcc, ...byBureau("gongan"), number: 61, title: "关于住宅小区消防安全的提案" },
  { ...ofCppcc, ...byBureau("zhujian"), number: 82, title: "关于规范城区农贸市场的提案" },
  { ...ofCppcc, ...byBureau("zhujian"), number: 96, title: "关于农村养老服务体系的提案" },
];
/** One of the city's that is no business of the district. */
export const ELSEWHERE: CityMatter = { ...ofNpc, number: 40, lead: "zhujian", title: "关于城区排水管网改造的建议" };
/** The district's own, under a number that the city has used too. */
export const OWN: Matter = {
  kind: "suggestion",
  number: 12,
  title: "关于增设城北公办幼儿园的建议",
  sitting: "区二届人大四次会议",
  filers: "",
};

export const motionIdOf = ({ kind, number }: Matter) => `2024-${kind === "suggestion" ? "jianyi" : "tian"}-${number}`;

export type Desk = { readonly handler: Person; readonly signer: Person; readonly publisher: Person };
export type Cast = {
  readonly city: Walk;
  readonly district: Walk;
  /** 市政府办 and its bureaus. */
  readonly cityOffice: Person;
  readonly cityChief: Person;
  readonly zhujian: Person;
  /** The district at the city's desk: 经办, 区领导, 区政府办. */
  readonly asUnit: Desk;
  /** 区政府办 at its own desk, and its 教育局. */
  readonly districtOffice: Person;
  readonly districtChief: Person;
  readonly quJiaoyu: Desk;
};

async function gatherDesk(walk: Walk, unit: string): Promise<Desk> {
  return {
    handler: await walk.person("unit", unit),
    signer: await walk.person("unit", unit),
    publisher: await walk.person("unit", unit),
  };
}

export async function gather(): Promise<Cast> {
  const city = await startWalk("2024-03-20", [...UNITS, DISTRICT], { organisationCode: "000000001" });
  const district = await startWalk("2024-03-20", [QU_JIAOYU], { organisationCode: "000000002" });
  return {
    city,
    district,
    cityOffice: await city.person("office"),
    cityChief: await city.person("office"),
    zhujian: await city.person("unit", "zhujian"),
    asUnit: await gatherDesk(city, "yunxi"),
    districtOffice: await district.person("office"),
    districtChief: await district.person("office"),
    quJiaoyu: await gatherDesk(district, "jiaoti"),
  };
}
