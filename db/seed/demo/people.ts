import type { Random } from "./random.ts";
import { getAt, makeRandom } from "./random.ts";
import { TOWNSHIPS } from "./places.ts";

const SURNAMES = [..."罗唐卢龚骆聂岑卞柏季褚鲍戚宁阮游祝芦汤简殷巫蓝谷甄邝覃邬舒茅廖施倪穆雷贺莫邹庞桂阎滕解应宗丁晏"];
const FIRST = [..."启守泽秋廷汝沛昭绍敬岳显柏云承惠素映晓静庭锦继运开荣"];
const SECOND = [..."川安宁禾原舟岚松谦溪章容桐霖仁恒远芝萍槐谷平堂源"];

/** An invented name of two or three characters. */
export function makeName(random: Random): string {
  const given = random.chance(0.16) ? random.pick(SECOND) : random.pick(FIRST) + random.pick(SECOND);
  return random.pick(SURNAMES) + given;
}

function makeNames(label: string, count: number): string[] {
  const random = makeRandom(label);
  const names = new Set<string>();
  while (names.size < count) names.add(makeName(random));
  return [...names];
}

export const LEADERS: readonly string[] = makeNames("leaders", 6);
export const SUPERVISORS: readonly string[] = makeNames("supervisors", 6);

const DELEGATIONS = TOWNSHIPS.map((name) => `${name.replace(/(街道|镇|乡)$/, "")}代表团`);
const CIRCLES = [
  "中共",
  "民革",
  "民盟",
  "民建",
  "民进",
  "农工党",
  "九三学社",
  "无党派",
  "工会",
  "共青团和青联",
  "妇联",
  "工商联",
  "科协",
  "文化艺术",
  "经济",
  "农业",
  "教育",
  "医药卫生",
  "社会福利和社会保障",
  "少数民族",
  "环境资源",
  "特邀",
];

/** Parties, committees and groups that file in their own name, with their 界别. */
const BODIES: readonly (readonly [string, string])[] = [
  ["民进云川市支部", "民进"],
  ["民盟云川市支部", "民盟"],
  ["九三学社云川市支社", "九三学社"],
  ["市政协人口资源环境委员会", "专门委员会"],
  ["市政协教科卫体委员会", "专门委员会"],
  ["市工商业联合会", "工商联"],
  ["青云街道政协委员小组", "委员小组"],
  ["大营镇政协委员小组", "委员小组"],
];

type Person = { readonly name: string; readonly group: string };
const seat = (label: string, groups: readonly string[], each: number): Person[] =>
  makeNames(label, groups.length * each).map((name, index) => ({ name, group: getAt(groups, index) }));

const DEPUTIES = seat("deputies", DELEGATIONS, 7);
const MEMBERS = seat("members", CIRCLES, 5);

export type Filers = { readonly group: string; readonly proposers: string[]; readonly isBody: boolean };

export function pickFilers(random: Random, kind: "suggestion" | "proposal"): Filers {
  if (kind === "proposal" && random.chance(0.08)) {
    const [name, group] = random.pick(BODIES);
    return { group, proposers: [name], isBody: true };
  }
  const people = random.shuffle(kind === "suggestion" ? DEPUTIES : MEMBERS);
  const count = random.pick([1, 1, 1, 1, 2, 2, 3, 3, 4, 5, 6]);
  return {
    group: getAt(people, 0).group,
    proposers: people.slice(0, count).map((person) => person.name),
    isBody: false,
  };
}

/** 罗启川代表, 罗启川等3名代表, or the body itself. */
export function toAddressee(filers: Filers, kind: "suggestion" | "proposal"): string {
  const lead = getAt(filers.proposers, 0);
  if (filers.isBody) return lead;
  const office = kind === "suggestion" ? "代表" : "委员";
  return filers.proposers.length > 1 ? `${lead}等${filers.proposers.length}名${office}` : `${lead}${office}`;
}
