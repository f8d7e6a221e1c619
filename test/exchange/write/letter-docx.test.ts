import * as fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { LetterToCheck } from "#domain/gate/letter-to-check.ts";
import { readReply } from "#exchange/docx/read-reply.ts";
import { writeDocx } from "#exchange/write/docx/write-docx.ts";
import { toLetterPaper } from "#exchange/write/paper/letter-paper.ts";
import { readFixture, readJsonFixture } from "../fixtures.ts";
import { ISSUER, anyLetter } from "./letters.ts";

const { replies } = await readJsonFixture<{ replies: { file: string }[] }>("replies/manifest.json");

const write = async (letter: LetterToCheck, issuer = ISSUER) => await writeDocx(toLetterPaper(letter, issuer));
const partsOf = (bytes: Uint8Array) =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));

describe("a letter that was read, written and read again is the same letter", () => {
  test.each(replies.map(({ file }) => file))("%s", async (file) => {
    const first = await readReply(await readFixture(`replies/${file}`));
    const again = await readReply(await write(first.letter, first.issuer ?? ""));
    expect(again).toEqual(first);
    expect(again.hidden).toEqual([]);
  });

  test("whatever its parts are", async () => {
    await fc.assert(
      fc.asyncProperty(anyLetter, async (letter) => {
        const { letter: read, hidden, issuer } = await readReply(await write(letter));
        expect(read).toEqual(letter);
        expect(hidden).toEqual([]);
        expect(issuer).toBe(ISSUER);
      }),
      { numRuns: 25 },
    );
  });
});

const LETTER: LetterToCheck = {
  classCode: "A",
  disclosureMark: "可公开",
  docNumber: "云建议字〔2026〕39号",
  title: "关于市四届人大五次会议第39号建议的答复",
  addressee: "卢子等2名代表",
  body: { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "现答复如下：" }] }] },
  signatory: ISSUER,
  signedOn: "2026-05-20",
  contactName: "宫康",
  contactPhone: "0890-6221001",
  copyTo: "市人大常委会代表工作委员会",
};

describe("the layout of GB/T 9704-2012", () => {
  test("A4, its margins, 22 lines of one height, pages numbered at the outer edge", async () => {
    const parts = partsOf(await write(LETTER));
    const document = parts["word/document.xml"] ?? "";
    expect(document).toContain('w:w="11906" w:h="16838"');
    // 37, 26, 35, 28 mm in twentieths of a point.
    expect(document).toMatch(/w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
    expect(22 * 579).toBeLessThanOrEqual((225 * 1440) / 25.4);
    expect(document).toContain('w:line="579" w:lineRule="exact"');
    expect(parts["word/settings.xml"]).toContain("evenAndOddHeaders");
  });

  test("fonts are named with what stands in for them, and none is in the file", async () => {
    const parts = partsOf(await write(LETTER));
    for (const font of ["方正小标宋简体", "仿宋_GB2312", "黑体"]) {
      expect(parts["word/document.xml"]).toContain(`w:eastAsia="${font}"`);
    }
    expect(parts["word/fontTable.xml"]).toContain('<w:altName w:val="仿宋"/>');
    expect(Object.keys(parts).filter((name) => /font(s\/|.*\.(?:odttf|ttf))/i.test(name))).toEqual([]);
  });

  test("equal letters are equal files", async () => {
    expect(await write(LETTER)).toEqual(await write(LETTER));
  });

  test("what the letter has not yet is left out, not filled in", async () => {
    const bare = { ...LETTER, classCode: null, disclosureMark: null, docNumber: null, contactName: null, copyTo: null };
    const text = (partsOf(await write({ ...bare, contactPhone: null }))["word/document.xml"] ?? "").replace(
      /<[^>]+>/g,
      "",
    );
    expect(text).toBe(`${ISSUER}${LETTER.title}${LETTER.addressee}：现答复如下：${ISSUER}2026年5月20日`);
  });

  test("a unit with a long name is set smaller, on one line", async () => {
    const long = "云川市人民政府建议提案办理工作领导小组办公室驻政务服务中心联络处";
    const sizeOf = async (issuer: string) =>
      Number(
        /<w:color w:val="C00000"\/>[^]*?<w:sz w:val="(\d+)"/.exec(
          partsOf(await write(LETTER, issuer))["word/document.xml"] ?? "",
        )?.[1],
      );
    const size = await sizeOf(long);
    expect(size).toBeLessThan(await sizeOf("云川市商务局"));
    expect((size / 2) * long.length).toBeLessThanOrEqual((156 / 25.4) * 72);
  });
});
