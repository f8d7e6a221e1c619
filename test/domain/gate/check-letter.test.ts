import { describe, expect, it } from "vitest";
import { checkLetter } from "#domain/gate/check-letter.ts";
import type { MotionToMatch } from "#domain/gate/letter-to-check.ts";
import { RichText } from "#domain/reply/rich-text.ts";
import { brief, check, letterOf, preset } from "./letter.ts";

describe("checkLetter", () => {
  it("has nothing to say about a clean letter", () => {
    expect(check({})).toEqual([]);
  });

  it.each([
    [{ classCode: null }, "class_missing block mark 可公开"],
    [{ classCode: "D" }, "class_unknown block mark D类"],
    [{ disclosureMark: null }, "disclosure_missing block mark A类"],
    [{ title: null }, "title_missing block title"],
    [{ addressee: null }, "addressee_missing block head"],
    [{ addressee: " " }, "addressee_missing block head"],
    [{ addressee: "冯清邦等3名委员：" }, "addressee_mismatch block head 冯清邦等3名委员："],
    [{ docNumber: "云建议字〔202621号" }, "doc_number_invalid block head 云建议字〔202621号"],
    [{ docNumber: "云建议字〔2026〕 号" }, "placeholder block head 〔2026〕 号"],
    [{ signedOn: "2026-02-30" }, "impossible_date block foot 2026-02-30"],
    [{ contactPhone: "13800138000" }, "pii_mobile block foot 13800138000"],
    [{ title: "关于市四届人大五次会议第xx号建议的答复" }, "placeholder block title xx"],
    [{ copyTo: "县政协提案委员会" }, "wrong_level review foot 县政协"],
  ] as const)("%j: %s", (changes, expected) => {
    expect(brief(check(changes))).toEqual([expected]);
  });

  it("lets the contact line give an office telephone, and no other place", () => {
    expect(check({ contactPhone: "0890-6550123" })).toEqual([]);
    const body = ["有关问题已经解决。有事请联系0890-6550123。"];
    expect(brief(check({ body }))).toEqual(["pii_landline review body 0890-6550123"]);
    expect(check({ body }, { officeLines: ["0890-6550123"] })).toEqual([]);
  });

  it("blocks a deputy's own contact, whatever it looks like", () => {
    const found = check(
      { body: ["有关问题已经解决。座机６５５-０１２３。"] },
      { privateContacts: ["0890-6550123", "6550123"] },
    );
    expect(brief(found)).toContain("pii_private_contact block body ６５５-０１２３");
  });

  it("accepts a draft that has no number, date or signature yet", () => {
    expect(check({ docNumber: null, signedOn: null, signatory: null, copyTo: null })).toEqual([]);
  });
});

describe("what a page carries beside its words", () => {
  const bodyOf = (...content: readonly object[]) =>
    RichText.parse({ type: "doc", content: [{ type: "paragraph", content }] });
  const link = (href: string) => ({ type: "text", text: "联系我们", marks: [{ type: "link", attrs: { href } }] });
  const codes = (body: RichText) =>
    checkLetter({ ...letterOf(), body }, { scheme: preset("zhanyi-2023") }).map(
      ({ code, severity, where }) => `${code} ${severity} ${where}`,
    );

  it.each([
    ["https://example.cn/form?tel=13800138000", "pii_mobile block link"],
    ["https://example.cn/?q=%31%33%38%30%30%31%33%38%30%30%30", "pii_mobile block link"],
    ["https://box:Ab1234567@files.example.cn", "pii_credential block link"],
    ["https://example.cn/?id=539901197809295210", "pii_id_card block link"],
  ])("a link to %s", (href, found) => {
    expect(codes(bodyOf(link(href)))).toContain(found);
  });

  it("an ordinary link", () => {
    expect(codes(bodyOf(link("https://www.example.cn/art/2026/3/15/art_13800138_000.html?%E0%A4%A")))).toEqual([]);
  });

  it("a number over marks and a break of the line", () => {
    const text = (words: string, ...types: readonly string[]) => ({
      type: "text",
      text: words,
      marks: types.map((type) => ({ type })),
    });
    const parts = [text("手机138"), text("00", "bold"), text("13"), { type: "hard_break" }, text("8000", "bold")];
    expect(codes(bodyOf(...parts))).toEqual(["pii_mobile block body"]);
  });
});

describe("class against wording", () => {
  const mismatch = (body: readonly string[], classCode: string, scheme = "zhanyi-2023") =>
    check({ classCode, body }, { scheme: preset(scheme) }).map(
      ({ code, severity, where }) => `${code} ${severity} ${where}`,
    );
  const BLOCK = ["class_text_mismatch block mark and body"];
  const REVIEW = ["class_text_mismatch review mark and body"];

  it.each([
    ["A", "已列入计划逐步解决。按照办理结果分类标准，本件确定为B类。", BLOCK],
    ["A", "有关问题已经解决。本件确定为Ｂ 类。", BLOCK],
    ["A", "由于工作量大，已列入计划逐步解决。", BLOCK],
    ["A", "目前难以解决，您的意见留作今后工作参考。", BLOCK],
    ["A", "有关问题已经解决，其余事项列入计划逐步解决。", REVIEW],
    ["B", "目前难以解决，您的意见留作今后工作参考。", BLOCK],
    ["C", "本件确定为A类。", BLOCK],
    ["A", "我局拟启动管网改造。", REVIEW],
    ["A", "该路段将进行拓宽。", REVIEW],
    ["A", "我局已开展前期工作，计划于2027年完成改造。", REVIEW],
  ] as const)("%s, text: %s", (classCode, text, expected) => {
    expect(mismatch([text], classCode)).toEqual(expected);
  });

  it.each([
    ["A", "有关问题已经解决。我局将继续做好日常管护，计划每季度回访一次。"],
    ["A", "有关问题已经解决，获评A类城市，整治B类火灾隐患，引进C类人才。"],
    ["A", "有关问题已经解决。分类标准为：A类已经解决，B类列入计划逐步解决，C类留作参考。"],
    ["A", "有关问题已经解决，本件由B类转为A类。"],
    ["A", "《关于目前难以解决的问题列入计划逐步解决的建议》所提问题已经解决。"],
    ["B", "路灯问题已经解决，其余列入计划逐步解决。"],
    ["A", "我局已启动管网改造，将加快进度。"],
    ["A", "争取上级专项资金179万元用于管网改造。"],
    ["A", "有关问题已经解决，计划于2027年完成二期改造。"],
    ["A", "您所提意见已经采纳，拟在下一轮修订中写入。"],
    ["B", "该路段将进行拓宽。"],
    ["B", "有关问题已经解决。"],
    ["C", "部分诉求列入计划逐步解决，其余目前难以解决。"],
  ] as const)("%s agrees with: %s", (classCode, text) => {
    expect(mismatch([text], classCode)).toEqual([]);
  });

  it("follows the scheme of the campaign, not the letter", () => {
    expect(mismatch(["已列入计划逐步解决。"], "C", "four-class")).toEqual([]);
    expect(mismatch(["已列入计划逐步解决。"], "C")).toEqual(BLOCK);
    expect(mismatch(["本件确定为乙类。"], "甲", "jia-yi-bing")).toEqual(BLOCK);
  });
});

describe("the number in the title", () => {
  const motions: readonly MotionToMatch[] = [
    { kind: "suggestion", number: 44, betweenSessions: false, title: "关于整治占用盲道问题的建议" },
    { kind: "suggestion", number: 45, betweenSessions: false, title: "关于整治农村面包车超员的建议" },
    { kind: "suggestion", number: 44, betweenSessions: true, title: "关于规范夜市摊点管理的建议" },
    { kind: "proposal", number: 44, betweenSessions: false, title: "关于扩建污水处理厂的提案" },
  ];
  const found = (title: string, list: readonly MotionToMatch[] | undefined = motions) =>
    brief(check({ title, addressee: "云川市工商联：" }, list ? { motions: list } : {}));

  it("fits", () => {
    expect(found("关于市四届人大五次会议第44号建议的答复")).toEqual([]);
    expect(found("关于市四届人大五次会议第044号建议的答复")).toEqual([]);
  });

  it.each([
    ["第45号", "关于市四届人大五次会议第45号建议的答复"],
    ["第44号", "关于市四届人大闭会期间第44号建议的答复"],
    ["第44号", "关于市政协四届五次会议第44号提案的答复"],
  ])("%s belongs to another: %s", (words, title) => {
    expect(found(title)).toEqual([`motion_number_mismatch block title ${words}`]);
  });

  it("is unknown", () => {
    const list = motions.slice(1);
    expect(found("关于市四届人大五次会议第99号建议的答复", list)).toEqual(["motion_unknown review title 第99号"]);
  });

  it("forgives a title written a little differently", () => {
    const list = motions.with(0, {
      kind: "suggestion",
      number: 44,
      betweenSessions: false,
      title: "整治占用盲道的问题",
    });
    expect(found("关于市四届人大五次会议第44号建议的答复", list)).toEqual([]);
  });

  it("cannot be judged without the list, except against the opening", () => {
    expect(brief(check({ title: "关于市四届人大五次会议第45号建议的答复" }))).toEqual([]);
  });
});
