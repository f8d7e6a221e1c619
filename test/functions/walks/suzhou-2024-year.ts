import type { UnitEntry } from "#domain/unit/unit.ts";
import { UNITS } from "#test/support/city.ts";
import type { ClassCode, Matter } from "./letters.ts";
import type { Person, Walk } from "./walk.ts";
import { startWalk } from "./walk.ts";

/** 2024 as 宿州 reports it: 201 of 216 建议, 88 of them for several units, 5 key items, 67 A and 134 B. In 云川市. */

const bureau = (code: string, name: string, phone: string): UnitEntry => ({
  code,
  shortName: `市${name}`,
  fullName: `云川市${name}`,
  aliases: [],
  kind: "bureau",
  phone,
});
export const CITY_UNITS: readonly UnitEntry[] = [
  ...UNITS,
  bureau("nongye", "农业农村局", "0890-6221005"),
  bureau("minzheng", "民政局", "0890-6221006"),
];
export type Code = "zhujian" | "jiaoti" | "gongan" | "nongye" | "minzheng";
const CODES: readonly Code[] = ["zhujian", "jiaoti", "gongan", "nongye", "minzheng"];

export const COUNT = 201;
export const NUMBERS: readonly number[] = Array.from({ length: COUNT }, (_, index) => index + 1);
/** The 88th is shared once a unit has commented on it (199). */
export const SHARED = 87;
/** Numbers that the report names. */
export const KEY_ITEMS = [37, 39, 172, 196, 199] as const;

const TITLES: Readonly<Record<number, string>> = {
  37: "关于完善项目管理机制、提高衔接资金效益的建议",
  39: "关于推动民营经济高质量发展的建议",
  172: "关于规范医院过度检查的建议",
  196: "关于推进韧性安全城市建设的建议",
  199: "关于推进创业孵化器建设的建议",
};

export const CAMPAIGN = {
  id: "2024",
  year: 2024,
  name: "2024 年代表建议办理",
  kinds: [
    {
      kind: "suggestion",
      sitting: {
        id: "npc-6-3",
        term: 6,
        session: 3,
        name: "云川市第六届人民代表大会第三次会议",
        shortName: "市六届人大三次会议",
      },
      schemeId: "suzhou-2024",
      assignedOn: "2024-02-08",
      followUpDueOn: "2024-12-20",
      expectedCount: COUNT,
      filedCount: 216,
    },
  ],
  overrides: {
    deadlines: {
      sign: { amount: 3, unit: "workday" },
      object: { amount: 5, unit: "workday" },
      reassign: { amount: 5, unit: "workday" },
      jointOpinion: { amount: 1, unit: "month" },
      feedback: { amount: 15, unit: "workday" },
      redo: { amount: 1, unit: "month" },
    },
    unitSignOff: true,
    opinionsRequired: true,
    jointWord: "协办",
  },
};

export const motionOf = (number: number) => `/api/motions/2024-jianyi-${number}`;
export const idOf = (number: number, unit: Code) => `2024-jianyi-${number}.${unit}`;
const unitAt = (index: number): Code => CODES[index % CODES.length] ?? "zhujian";
/** Before anything was objected to. */
export const leadOf = (number: number): Code => unitAt(number);
export const jointOf = (number: number): Code | null => (number <= SHARED ? unitAt(number + 1) : null);
export const classOf = (number: number): ClassCode => (number % 3 === 0 ? "A" : "B");

export function matterOf(number: number): Matter {
  const title = TITLES[number] ?? `关于改进第${number}号事项的建议`;
  return { kind: "suggestion", number, title, sitting: "市六届人大三次会议", filers: "桂安等2名" };
}

export function partsOf(number: number) {
  const joint = jointOf(number);
  const lead = { unit: leadOf(number), role: "lead" };
  return joint === null ? [lead] : [lead, { unit: joint, role: "joint" }];
}

export type Cast = {
  readonly walk: Walk;
  readonly office: Person;
  readonly chief: Person;
  readonly supervisor: Person;
  readonly handlers: Readonly<Record<Code, Person>>;
  readonly signers: Readonly<Record<Code, Person>>;
};

async function gatherUnits(walk: Walk): Promise<Record<Code, Person>> {
  const person = async (code: Code) => await walk.person("unit", code);
  return {
    zhujian: await person("zhujian"),
    jiaoti: await person("jiaoti"),
    gongan: await person("gongan"),
    nongye: await person("nongye"),
    minzheng: await person("minzheng"),
  };
}

export async function gather(): Promise<Cast> {
  const walk = await startWalk("2024-02-06", CITY_UNITS);
  return {
    walk,
    office: await walk.person("office"),
    chief: await walk.person("office"),
    supervisor: await walk.person("supervisor"),
    handlers: await gatherUnits(walk),
    signers: await gatherUnits(walk),
  };
}
