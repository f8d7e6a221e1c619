import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findPasswordFault, normalisePassword } from "#domain/account/password.ts";

const OWN = ["回音", "zhujian", "市住建局", "云川市住房和城乡建设局", "li.na", "李娜"];
const GOOD = "梧桐树下三把旧藤椅真凉快";

describe("a password is refused where it is", () => {
  it.each([
    ["too short by one", "梧桐树下三把旧藤椅真凉", "不能少于 12 个字符"],
    ["too long by one", `${"晴7u云k9".repeat(21)}雨雪霜`, "不能多于 128 个字符"],
    ["a common word and numbers", "Password123456", "常见"],
    ["the keyboard", "1qaz2wsx3edc4rfv", "常见"],
    ["a run of letters", "abcdefghijklmn", "常见"],
    ["a run backwards", "9876543210987", "常见"],
    ["in full width, the same", "Ｐａｓｓｗｏｒｄ１２３４５６", "常见"],
    ["one thing again and again", "天天天天天天天天天天天天", "常见"],
    ["signs around the common", "!!admin@123456!!", "常见"],
    ["the unit", "市住建局的门口有一只猫呀", "单位名称"],
    ["the code of the unit", "ZhuJian-kd82-qmvx", "单位名称"],
    ["the system", "回音壁前听松涛阵阵入梦来", "系统名称"],
    ["the login", "xyz-Li.Na-48jdk2", "登录名"],
    ["the name", "李娜爱喝碧螺春配桂花糕点", "姓名"],
  ])("%s", (_, password, sentence) => expect(findPasswordFault(password, OWN)).toContain(sentence));
});

describe("a password is taken", () => {
  it.each([
    ["in Chinese", GOOD],
    ["in letters only: no rule of composition", "correcthorsebatterystaple"],
    ["in digits only", "718293645502917"],
    ["with spaces and signs", "  k7 ≠ §q, tw☂ "],
    ["at 128 characters", "晴7u𠮷k雨w9".repeat(16)],
    ["with characters beyond the BMP counted as one each", "𠮷𠮸𠮹𠮺𠮻𠮼𠮽𠮾𠮿𠯀𠯁𠯂"],
  ])("%s", (_, password) => expect(findPasswordFault(password, OWN)).toBeUndefined());

  it("though it holds a word too short to tell", () => {
    expect(findPasswordFault("correcthorsebatterystaple", ["or", "局"])).toBeUndefined();
  });
});

it("is the same however the keyboard composed it, and nothing else is changed", () => {
  expect(normalisePassword("e\u0301")).toBe("\u00E9");
  fc.assert(
    fc.property(fc.string({ unit: "grapheme-ascii" }), (text) => {
      expect(normalisePassword(text)).toBe(text);
    }),
  );
});

it("whatever is typed gets an answer", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
      const fault = findPasswordFault(text, OWN);
      if ([...normalisePassword(text)].length < 12) expect(fault).toContain("不能少于");
    }),
  );
});
