import type { Finding } from "./finding.ts";
import type { LetterToCheck } from "./letter-to-check.ts";
import { letterPlaces } from "./letter-places.ts";
import { reviewFinding } from "./quote-words.ts";

/** 省, 市, 县 as bodies call themselves; 区 and 旗 rank with 县, 州 and 盟 with 市. */
export const LEVELS = ["province", "city", "county"] as const;
export type Level = (typeof LEVELS)[number];

const LEVEL_OF: Readonly<Record<string, Level>> = {
  省: "province",
  市: "city",
  州: "city",
  县: "county",
  区: "county",
  旗: "county",
};

// A bare 县政协 after a word border; a named county (云岭县政协) and lists (市、县人民政府) are no slips.
const BODY =
  /(?<![\p{Script=Han}、\d])([省市县区])(?:政协|人大|人民政府|政府办|委办)|(?<=[和与及向由给报请送的对在到])([省市县区])(?:政协|人大(?!代表))/gu;
const OWN = /[我本]([省市县区])(?!域|间|内)/gu;

/** The level of the body in whose sitting the motion was filed: 关于市四届人大… is a city. */
export function levelOfTitle(title: string): Level | undefined {
  const match = /(?:关于|对)[^省市县区州旗]{0,12}([省市县区州旗])[^省市县区州旗]{0,6}?(?:政协|人大|届)/u.exec(
    title.normalize("NFKC"),
  );
  return LEVEL_OF[match?.[1] ?? ""];
}

/** Superiors are named in good right; a body below comes from another template. */
function isBelow(named: Level | undefined, level: Level): boolean {
  return named !== undefined && LEVELS.indexOf(named) > LEVELS.indexOf(level);
}

function wrongWords(text: string, level: Level): string[] {
  const bodies = [...text.matchAll(BODY)].filter((match) => isBelow(LEVEL_OF[match[1] ?? match[2] ?? ""], level));
  // 我省 in a city's letter is as wrong as 我县.
  const own = [...text.matchAll(OWN)].filter((match) => LEVEL_OF[match[1] ?? ""] !== level);
  return [...bodies, ...own].map(([words]) => words);
}

/** 县政协 in the reply of a city: words left over from a template of another level. A person looks. */
export function checkLevel(letter: LetterToCheck, level: Level | undefined): Finding[] {
  const own = level ?? levelOfTitle(letter.title ?? "");
  if (own === undefined) return [];
  return letterPlaces(letter).flatMap(({ where, text }) =>
    wrongWords(text, own).map((words) =>
      reviewFinding("wrong_level", { where, text: words }, `“${words}”与本级不符，可能是沿用了别处的模板。请核对。`),
    ),
  );
}
