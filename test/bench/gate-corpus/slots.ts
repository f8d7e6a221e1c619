import type { Random } from "./random.ts";

const UNITS = [
  "市住建局",
  "市水务局",
  "市交通运输局",
  "市卫健委",
  "市财政局",
  "市教体局",
  "市民政局",
  "市市场监管局",
  "市自然资源局",
  "市政府办公室",
  "市农业农村局",
  "市生态环境局",
];
const PLACES = ["石门乡", "马鞍镇", "龙潭街道", "白石镇", "柳溪镇", "青云街道", "云岭乡", "清河镇"];
const VILLAGES = ["鱼跳滩村", "半坡田村", "红椿坪村", "老营盘社区", "三岔口社区", "荷叶塘村"];
const ROADS = ["滨河路", "建设路", "人民路", "东风大道", "环城南路", "迎宾大道"];
const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

const digits = (random: Random, length: number): string =>
  Array.from({ length }, () => String(random.below(10))).join("");

/** GB 32100: powers of 3 modulo 31. */
function creditCode(random: Random): string {
  const region = `5399${random.between(10, 89)}`;
  const body = `${random.pick(["91", "12", "11", "52", "53"])}${region}${Array.from({ length: 9 }, () => ALPHABET[random.below(31)]).join("")}`;
  const sum = [...body].reduce((total, char, at) => total + ALPHABET.indexOf(char) * (3 ** at % 31), 0);
  return body + (ALPHABET[(31 - (sum % 31)) % 31] ?? "");
}

const SLOTS: Readonly<Record<string, (random: Random) => string>> = {
  单位: (random) => random.pick(UNITS),
  乡镇: (random) => random.pick(PLACES),
  村: (random) => random.pick(VILLAGES),
  路: (random) => random.pick(ROADS),
  年: (random) => String(random.between(2018, 2027)),
  月: (random) => String(random.between(1, 12)),
  日: (random) => String(random.between(1, 28)),
  两位: (random) => String(random.between(1, 12)).padStart(2, "0"),
  时: (random) => `${random.between(8, 18)}:${String(random.between(0, 59)).padStart(2, "0")}`,
  小: (random) => String(random.between(2, 48)),
  中: (random) => String(random.between(50, 990)),
  大: (random) => String(random.between(1000, 98_000)),
  巨: (random) => String(random.between(100_000, 99_999_999_999)),
  千分: (random) => random.between(1_000_000, 99_999_999_999).toLocaleString("en-US"),
  小数: (random) => (random.between(1, 999_999) / 100).toFixed(2),
  率: (random) => (random.between(300, 1000) / 10).toFixed(1),
  文号: (random) =>
    `${random.pick(["云政发", "云政办发", "云建议字", "云提案字", "云财预", "云住建"])}〔${random.between(2018, 2026)}〕${random.between(1, 210)}号`,
  信用代码: creditCode,
  邮编: (random) => `65${digits(random, 4)}`,
  办公电话: (random) => `0890-62${digits(random, 5)}`,
  本地电话: (random) => `62${digits(random, 5)}`,
  项目代码: (random) =>
    `${random.between(18, 26)}${String(random.between(1, 12)).padStart(2, "0")}-539903-04-0${random.between(1, 9)}-${digits(random, 6)}`,
  索引号: (random) => `003187229/2026${String(random.between(1, 12)).padStart(2, "0")}-${digits(random, 5)}`,
  许可证: (random) => `539903${random.between(2018, 2026)}${digits(random, 5)}`,
  食品证: (random) => `JY1539903${digits(random, 7)}`,
  桩号: (random) => `K${random.between(1, 320)}+${String(random.between(0, 999)).padStart(3, "0")}`,
  经度: (random) => `103.${digits(random, 6)}`,
  纬度: (random) => `25.${digits(random, 6)}`,
  采购: (random) => `YCZC${random.between(2020, 2026)}-G1-${digits(random, 5)}-YZLZ`,
  标准: (random) =>
    random.pick([
      "GB/T 9704-2012",
      "GB 50763-2012",
      "JTG D20-2017",
      "CJJ 37-2012",
      "DB53/T 1369-2025",
      "GB 18306-2015",
    ]),
  条: (random) => `第${random.pick(["三", "七", "十二", "十九", "二十一", "三十六", "四十三", "五十八", "六十七"])}条`,
  不动产: (random) => `539903${digits(random, 6)}GB${digits(random, 5)}F${digits(random, 8)}`,
};

/** 《{文号}》 → 《云政发〔2026〕12号》: every slot filled anew. */
export function fillSlots(template: string, random: Random): string {
  return template.replace(/\{([^}]+)\}/g, (_, name: string) => {
    const fill = SLOTS[name];
    if (!fill) throw new Error(`Failed to fill: no slot ${name}`);
    return fill(random);
  });
}
