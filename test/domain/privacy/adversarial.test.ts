import { describe, expect, it } from "vitest";
import { verdictOf } from "#domain/gate/finding.ts";
import { scanDocument, scanText } from "#domain/privacy/scan-text.ts";

// The X cases of security.md §5 that are about text; T-X04 whole is the corpus of test/bench/gate-corpus.
const codes = (blocks: readonly string[]) => scanText(blocks).map(({ code, severity }) => `${code} ${severity}`);

describe("T-X04 in a title, a cell and a body alike", () => {
  it.each([
    "13800138000",
    "一三八〇〇一三八〇〇〇",
    "〡〣〨〇〇〡〣〨〇〇〇",
    "幺三八洞洞幺三八洞洞洞",
    "138★0013★8000",
    "138📞0013📞8000",
  ])("%s", (number) => {
    expect(verdictOf(scanDocument(`关于手机${number}反映事项的答复`, ["正文"]))).toBe("block");
    expect(verdictOf(scanText(["手机", "备注", number, "无"]))).toBe("block");
    expect(verdictOf(scanText([`请拨手机${number}联系。`]))).toBe("block");
  });
});

describe("T-X05 in pieces", () => {
  it.each<[string, readonly string[]]>([
    ["over cells", ["身份证号", "539901", "19780929", "5210"]],
    ["over paragraphs", ["其手机号码为138", "00138000"]],
    ["under the heading of a column, with commas", ["手机", "138，0013，8000"]],
    ["soft hyphens", ["手机1\u00AD3\u00AD8\u00AD0\u00AD0\u00AD1\u00AD3\u00AD8\u00AD0\u00AD0\u00AD0"]],
    ["fifteen digits", ["身份证530101780929521"]],
  ])("%s", (_, blocks) => {
    expect(["block", "review"]).toContain(verdictOf(scanText(blocks)));
  });
});

describe("T-X06 clean official text", () => {
  it.each([
    "云政发〔2026〕12号",
    "统一社会信用代码91350211M000100Y46",
    "邮政编码655000",
    "我局办公室电话：0890-6224329",
    "联系单位：市水务局，电话：0890-6221002",
    "拨打12345",
    "流水号539901197809295211",
    "占比13.8%，2026-03-15",
    "改造3栋、8栋共435户，涉及8栋435户",
    "课题编号2021ZD17562534908",
    "由1380万元增至1390万元，共150处",
    "环比1380→1390→150",
  ])("%s", (text) => {
    expect(scanText([text])).toEqual([]);
  });
});

describe("T-X07 an address at each grain", () => {
  it.each([
    ["家住云川市", false],
    ["家住云川市龙潭街道", false],
    ["家住云川市石门乡", false],
    ["家住云川市石门乡鱼跳滩村", true],
    ["家住鱼跳滩村第三村民小组12号", true],
    ["家住滨河路18号", true],
    ["家住滨河小区3栋2单元501室", true],
    ["家住滨河小区(3)栋⑵单元５０１室", true],
    ["家住滨河小区叁栋贰单元伍零壹室", true],
    ["家住我院对面", false],
  ] as const)("%s: found %s", (text, found) => {
    expect(codes([text]).includes("pii_address review")).toBe(found);
  });
});

describe("landlines of offices and of homes", () => {
  it.each([
    ["市住建局办公室联系电话：0890-6221001", []],
    ["如有疑问，请与市财政局办公室联系，联系电话：0890-6243380。", []],
    ["代表联系电话：0890-6221001", ["pii_landline review"]],
    ["村民张某（市水务局职工），电话0890-6221001", ["pii_landline review"]],
    ["市住建局已回访。其宅电0890-6221001", ["pii_landline review"]],
    ["联系电话：0890-6221001", ["pii_landline review"]],
  ])("%s", (text, found) => {
    expect(codes([text])).toEqual(found);
  });
});

describe("T-X09 Unicode", () => {
  it("rare characters, surrogate halves and private-use glyphs pass through and crash nothing", () => {
    for (const text of ["𠮷田代表", "\ud83d", "\udc00手机13800138000", "\ue000\uf8ff", "龘".normalize("NFD")])
      scanText([text]);
    expect(codes(["\udc00手机13800138000"])).toEqual(["pii_mobile block"]);
  });
});
