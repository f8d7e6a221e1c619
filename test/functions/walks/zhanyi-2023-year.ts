import type { UnitEntry } from "#domain/unit/unit.ts";
import { UNITS } from "#test/support/city.ts";
import type { Matter } from "./letters.ts";
import { allocationFile } from "./letters.ts";
import type { Person, Walk } from "./walk.ts";
import { startWalk } from "./walk.ts";

/** The year 2023 as the notice 沾区政发〔2023〕10号 asks for it, in 云川市: two 建议 and two 提案 that owe five replies. */

const MINZHENG: UnitEntry = {
  code: "minzheng",
  shortName: "市民政局",
  fullName: "云川市民政局",
  aliases: [],
  kind: "bureau",
  phone: "0890-6221004",
};

export const CAMPAIGN = {
  id: "2023",
  year: 2023,
  name: "2023 年建议提案办理",
  preset: "zhanyi-2023",
  kinds: [
    {
      kind: "suggestion",
      sitting: {
        id: "npc-3-3",
        term: 3,
        session: 3,
        name: "云川市第三届人民代表大会第三次会议",
        shortName: "市三届人大三次会议",
      },
      schemeId: "zhanyi-2023",
      assignedOn: "2023-03-10",
      expectedCount: 2,
    },
    {
      kind: "proposal",
      sitting: {
        id: "cppcc-3-2",
        term: 3,
        session: 2,
        name: "政协第三届云川市委员会第二次会议",
        shortName: "市政协三届二次会议",
      },
      schemeId: "zhanyi-2023",
      assignedOn: "2023-03-10",
      expectedCount: 2,
    },
  ],
};

const ofNpc = { kind: "suggestion", sitting: "市三届人大三次会议" } as const;
const ofCppcc = { kind: "proposal", sitting: "市政协三届二次会议" } as const;

export const LIFT: Matter = { ...ofNpc, number: 12, title: "关于加快老旧小区加装电梯的建议", filers: "桂安等3名" };
export const TRAFFIC: Matter = { ...ofNpc, number: 36, title: "关于整治校园周边交通秩序的建议", filers: "卢子等2名" };
export const SPORTS: Matter = { ...ofCppcc, number: 7, title: "关于开放学校运动场地的提案", filers: "冉云芳" };
export const HOMES: Matter = { ...ofCppcc, number: 50, title: "关于清理闲置养老用房的提案", filers: "栗川" };

const LIFT_ROW = ["12", LIFT.title, "桂安", "卢子、冉云芳", "市住建局", "市公安局", "殷督办", "是"];
const TRAFFIC_ROW = ["36", TRAFFIC.title, "卢子", "桂安", "市公安局", "市教育体育局", "殷督办", "否"];
/** 附件1 with a row forgotten, 附件1 whole, 附件2. */
export const SHORT_TABLE = () => allocationFile("领衔代表", [LIFT_ROW]);
export const SUGGESTIONS = () => allocationFile("领衔代表", [LIFT_ROW, TRAFFIC_ROW]);
export const PROPOSALS = () =>
  allocationFile("第一提案人", [
    ["7", SPORTS.title, "冉云芳", "", "市教育体育局、市住建局", "", "殷督办", "否"],
    ["50", HOMES.title, "栗川", "", "市民政局", "", "殷督办", "否"],
  ]);

export const ID = {
  lift: "2023-jianyi-12.zhujian",
  liftOpinion: "2023-jianyi-12.gongan",
  traffic: "2023-jianyi-36.gongan",
  trafficOpinion: "2023-jianyi-36.jiaoti",
  sportsJiaoti: "2023-tian-7.jiaoti",
  sportsZhujian: "2023-tian-7.zhujian",
  homes: "2023-tian-50.minzheng",
} as const;

/** One 经办 and one 审签 of a unit. */
export type Pair = { readonly handler: Person; readonly signer: Person };
export type Cast = {
  readonly walk: Walk;
  readonly office: Person;
  readonly chief: Person;
  readonly supervisor: Person;
  readonly machine: Person;
  readonly zhujian: Pair;
  readonly gongan: Pair;
  readonly jiaoti: Pair;
  readonly minzheng: Pair;
};

/** Everybody at their desks on the day of the notice. */
export async function gather(): Promise<Cast> {
  const walk = await startWalk("2023-03-09", [...UNITS, MINZHENG]);
  const pair = async (unit: string): Promise<Pair> => ({
    handler: await walk.person("unit", unit),
    signer: await walk.person("unit", unit),
  });
  return {
    walk,
    office: await walk.person("office"),
    chief: await walk.person("office"),
    supervisor: await walk.person("supervisor"),
    machine: await walk.person("machine"),
    zhujian: await pair("zhujian"),
    gongan: await pair("gongan"),
    jiaoti: await pair("jiaoti"),
    minzheng: await pair("minzheng"),
  };
}

export async function importTable({ ask }: Person, file: File, kind: string) {
  const body = new FormData();
  body.set("file", file);
  body.set("campaign", "2023");
  body.set("kind", kind);
  return await ask("/api/imports/allocation", {
    method: "POST",
    body,
    headers: { "Idempotency-Key": crypto.randomUUID() },
  });
}
