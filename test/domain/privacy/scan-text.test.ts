import { describe, expect, it } from "vitest";
import { idCheckCharacter } from "#domain/privacy/id-card.ts";
import { isLuhn } from "#domain/privacy/bank-card.ts";
import { scanText } from "#domain/privacy/scan-text.ts";
import { EMBEDDINGS, EVASIONS } from "./evasions.ts";

const codesOf = (text: string): string[] => scanText([text]).map((finding) => finding.code);

function cardWithLuhn(start: string): string {
  return [..."0123456789"].map((digit) => start + digit).find(isLuhn) ?? "";
}

const MOBILE = "13800138000";
const ID_18 = "539901197809295210";
const ID_15 = "530101780929521";
const CARD = cardWithLuhn("622202240300123456");
const SEVENTEEN = [
  "53990119780929521",
  "53990119780929522",
  "53990119780929523",
  "53990119780929524",
  "53990119780929525",
  "53990119780929526",
  "53990119780929527",
  "53990119780929528",
  "53990119780929529",
  "53990119780929530",
  "53990119780929531",
].find((id) => idCheckCharacter(id) === "X");

const KINDS = [
  { code: "pii_mobile", label: "手机", number: MOBILE },
  { code: "pii_mobile", label: "联系方式", number: "19912345678" },
  { code: "pii_id_card", label: "身份证号", number: ID_18 },
  { code: "pii_id_card", label: "身份证号", number: ID_15 },
  { code: "pii_bank_card", label: "银行卡号", number: CARD },
] as const;

describe.each(KINDS)("$code $number in every disguise", ({ code, label, number }) => {
  it.each(EVASIONS)("$name", ({ disguise }) => {
    const texts = EMBEDDINGS.map((embed) => embed(label, disguise(number)));
    const missed = texts.filter((text) => !codesOf(text).includes(code));
    expect(missed).toEqual([]);
  });
});

describe("an identity number with a check letter", () => {
  it.each(["X", "x", "Ｘ", "ｘ", "×", "✕", "Х", "Ⅹ", " X", "-X"])("ends in %s", (x) => {
    const [finding] = scanText([`身份证${SEVENTEEN}${x}。`]);
    expect(finding).toMatchObject({ code: "pii_id_card", severity: "block", text: `${SEVENTEEN}${x}` });
  });
});

describe("a finding quotes the words as they stand", () => {
  it.each([
    ["拨打１３８-００１３-８０００联系", "１３８-００１３-８０００"],
    ["拨打138\u200B0013\u200B8000联系", "138\u200B0013\u200B8000"],
    ["拨打一三八〇〇一三八〇〇〇联系", "一三八〇〇一三八〇〇〇"],
    ["电话+86 138 0013 8000", "138 0013 8000"],
    ["电话：8613800138000", "13800138000"],
  ])("%s", (text, words) => {
    expect(scanText([text])).toMatchObject([{ code: "pii_mobile", severity: "block", where: "body", text: words }]);
  });

  it("says where the blocks stand, and each wording once", () => {
    const findings = scanText(["手机13800138000", "再拨13800138000"], { where: "foot" });
    expect(findings.map(({ where, text }) => [where, text])).toEqual([["foot", MOBILE]]);
  });
});

describe("a number cut by a border of blocks", () => {
  it("is found over table cells and paragraphs", () => {
    expect(scanText(["身份证号", "539901", "19780929", "5210", "备注"]).map(({ code }) => code)).toEqual([
      "pii_id_card",
    ]);
    expect(scanText(["他的手机号码是138", "00138000"]).map(({ code }) => code)).toEqual(["pii_mobile"]);
  });

  it("does not glue the cells of a table of figures", () => {
    expect(scanText(["1350", "2100", "860", "17", "19780929", "5210", "138", "42"])).toEqual([]);
  });
});

describe("the edge of each number", () => {
  it.each([
    ["12 digits", "编号138001380001"],
    ["10 digits", "编号1380013800"],
    ["second digit 2", "手机12800138000"],
    ["masked", "手机138****1234，身份证35*************123"],
    ["amount", "投入13800138000元"],
    ["amount with commas", "投入13,800,138,000元"],
    ["decimals", "系数0.13800138000"],
    ["wrong check digit, unnamed", "流水号539901197809295211"],
    ["no such day", "流水号539901197802305214"],
    ["no card words", "序列号6222022403001234567"],
    ["service number", "拨打400-820-1234"],
  ])("%s is no finding", (_, text) => {
    expect(scanText([text])).toEqual([]);
  });

  it("blocks an identity number with a slip where the words name it", () => {
    expect(codesOf("身份证号539901197809295211")).toEqual(["pii_id_card"]);
  });
});

describe("landlines", () => {
  it.each([
    "联系电话：0890-6224329",
    "电话(0890)6224329",
    "座机 0890 622 4329",
    "联系电话：6224329",
    "传真08906224329",
    "电话010-62243290",
  ])("%s is for a person to see", (text) => {
    expect(scanText([text])).toMatchObject([{ code: "pii_landline", severity: "review" }]);
  });

  it.each(["监督电话：0890-6224329", "12345热线0890-6224329", "拨打12345、110、120、119", "文件0890-2026号"])(
    "%s is public",
    (text) => {
      expect(scanText([text])).toEqual([]);
    },
  );

  it("knows the lines of the offices, with and without area code", () => {
    const officeLines = ["0890-6224329"];
    expect(scanText(["电话0890-6224329", "电话：6224329", "电话（0890）6224329"], { officeLines })).toEqual([]);
    expect(scanText(["电话0890-6224328"], { officeLines })).toHaveLength(1);
  });
});

describe("contacts of deputies", () => {
  const privateContacts = ["13800138000", "0890-6550123", "lu.zi@example.cn", "滨河小区3栋2单元501室"];
  it.each(EVASIONS.filter(({ name }) => name !== "turned round"))("are blocked in disguise: $name", ({ disguise }) => {
    const findings = scanText([`请与${disguise(MOBILE)}联系`], { privateContacts });
    expect(findings.map(({ code }) => code)).toContain("pii_private_contact");
  });

  it.each(["家里电话6550123不公开，0890-6550123亦然", "信箱 LU.ZI＠example．cn", "住滨河小区３栋２单元５０１室"])(
    "%s",
    (text) => {
      const found = scanText([text], { privateContacts }).filter(({ code }) => code === "pii_private_contact");
      expect(found).toMatchObject([{ severity: "block" }]);
    },
  );

  it("does not gather digits from all over a sentence", () => {
    const text = "1个乡镇、3个村、8个组、0起、0件、1次、3户、8人、0元、0项、0处";
    expect(scanText([text], { privateContacts })).toEqual([]);
  });
});
