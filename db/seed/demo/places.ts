import type { Random } from "./random.ts";
import { getAt } from "./random.ts";

const STREETS = ["龙潭街道", "青云街道", "南屏街道", "临江街道"] as const;
const TOWNS = [
  "白石镇",
  "松林镇",
  "马鞍镇",
  "清河镇",
  "红岩镇",
  "柳溪镇",
  "大营镇",
  "石门乡",
  "双河乡",
  "云岭乡",
  "竹园乡",
] as const;
export const TOWNSHIPS: readonly string[] = [...STREETS, ...TOWNS];

const ROADS = [
  "文昌路",
  "环湖路",
  "学府街",
  "迎春路",
  "龙泉路",
  "望江路",
  "建设东路",
  "翠屏路",
  "石桥街",
  "紫薇路",
  "南门街",
  "银桦路",
  "丰登路",
  "竹海路",
] as const;

/** Stems that go with 村, 社区 and 小区 alike. */
const STEMS = [
  "柿子湾",
  "水碾坝",
  "银杏坪",
  "茶花坞",
  "石榴巷",
  "枫香湾",
  "梨花坪",
  "双井巷",
  "磨盘坝",
  "杜鹃坪",
  "青杉湾",
  "古槐坪",
  "荷叶塘",
  "杨梅岭",
  "白鹭滩",
  "老染坊",
  "桑园坝",
  "月牙塘",
] as const;

/** The places of one letter: P, Q townships, R road, C neighbourhood, V the village or community seen by the unit. */
export type Places = {
  readonly P: string;
  readonly Q: string;
  readonly R: string;
  readonly C: string;
  readonly V: string;
};

export function pickPlaces(random: Random, urban: boolean, fixed: string | undefined): Places {
  const own = fixed ?? random.pick<string>(urban ? STREETS : TOWNS);
  const other = random.pick(TOWNS.filter((town) => town !== own));
  const stems = random.shuffle(STEMS);
  const suffix = own.endsWith("街道") ? "社区" : "村";
  return { P: own, Q: other, R: random.pick(ROADS), C: getAt(stems, 0), V: `${own}${getAt(stems, 1)}${suffix}` };
}
