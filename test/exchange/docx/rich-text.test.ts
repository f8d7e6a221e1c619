import { describe, expect, test } from "vitest";
import type { Block } from "#domain/reply/rich-text.ts";
import { readReply } from "#exchange/docx/read-reply.ts";
import { buildLetter, paragraph, wordPart } from "../office-files.ts";

const level = (index: number, format: string, text: string): string =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
const LEVELS = [
  level(0, "chineseCounting", "%1、"),
  level(1, "decimal", "%2."),
  level(2, "bullet", "\uf0b7"),
  level(3, "decimal", "%1.%4"),
];
const NUMBERING = {
  links: [["rId1", "numbering", "numbering.xml"] as const],
  parts: {
    "word/numbering.xml": wordPart(
      "w:numbering",
      `<w:abstractNum w:abstractNumId="0">${LEVELS.join("")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
    ),
  },
};
const numbered = (text: string, at: number): string =>
  paragraph(text, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="1"/></w:numPr>`);

/** The blocks between the opening and the thanks. */
async function bodyOf(xml: string, input = {}): Promise<Block[]> {
  return (await readReply(buildLetter(xml, input))).letter.body.content.slice(1, -1);
}

const shape = (block: Block): string => {
  const texts = JSON.stringify(block).match(/"text":"[^"]*"/g) ?? [];
  return `${block.type}${block.type === "heading" ? block.attrs.level : ""} ${texts.map((text) => text.slice(8, -1)).join("|")}`;
};

describe("headings and lists", () => {
  test("typed numbers", async () => {
    const lines = ["一、基本情况", "（一）完善机制", "1.甲。", "2.乙。", "3.丙。", "完。"];
    expect((await bodyOf(lines.map((line) => paragraph(line)).join(""))).map(shape)).toEqual([
      "heading1 一、基本情况",
      "heading2 （一）完善机制",
      "ordered_list 甲。|乙。|丙。",
      "paragraph 完。",
    ]);
  });

  test("numbers that Word sets are not lost", async () => {
    const lines = [
      numbered("基本情况", 0),
      numbered("甲。", 1),
      numbered("乙。", 1),
      numbered("丙", 2),
      numbered("下一步", 0),
      numbered("丁。", 1),
    ];
    expect((await bodyOf(lines.join(""), NUMBERING)).map(shape)).toEqual([
      "heading1 一、基本情况",
      "ordered_list 甲。|乙。",
      "bullet_list 丙",
      "heading1 二、下一步",
      "paragraph 1.丁。",
    ]);
  });

  test("a number that is no list stays in the text", async () => {
    const lines = ["2.乙。", "4.丁。", "1.5亿元。", "一、这是一整句话。", "1.独一条。"];
    expect((await bodyOf(lines.map((line) => paragraph(line)).join(""))).map(shape)).toEqual(
      lines.map((line) => `paragraph ${line}`),
    );
  });
});

describe("tables", () => {
  const cell = (text: string, properties = ""): string =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`;
  const table = (...rows: string[]): string => `<w:tbl>${rows.map((row) => `<w:tr>${row}</w:tr>`).join("")}</w:tbl>`;

  test("header, spans and text", async () => {
    const [block] = await bodyOf(
      table(
        cell("任务") + cell("进展") + cell("单位"),
        cell("甲", '<w:vMerge w:val="restart"/>') + cell("完成1项", '<w:gridSpan w:val="2"/>'),
        cell("", "<w:vMerge/>") + cell("完成2项") + cell("乙局"),
      ),
    );
    if (block?.type !== "table") throw new Error("no table");
    expect(block.content.map((row) => row.content.map(({ type, attrs }) => [type, attrs]))).toEqual([
      [
        ["table_header", undefined],
        ["table_header", undefined],
        ["table_header", undefined],
      ],
      [
        ["table_cell", { colspan: 1, rowspan: 2 }],
        ["table_cell", { colspan: 2, rowspan: 1 }],
      ],
      [
        ["table_cell", undefined],
        ["table_cell", undefined],
      ],
    ]);
  });

  test("a table inside a cell is read as its lines; a table without a word is none", async () => {
    const inner = `<w:tc>${paragraph("外")}${table(cell("内一") + cell("内二"))}${paragraph("")}</w:tc>`;
    expect((await bodyOf(table(inner + cell("右")) + table(cell("") + cell("")))).map(shape)).toEqual([
      "table 外|内一|内二|右",
    ]);
  });
});

test("line breaks stay, indents and invisible characters go", async () => {
  const xml = paragraph("<w:r><w:t>　　甲\u200b乙</w:t><w:br/><w:t>丙</w:t><w:tab/><w:t>丁 </w:t></w:r>");
  expect(await bodyOf(xml)).toEqual([
    {
      type: "paragraph",
      content: [{ type: "text", text: "甲乙" }, { type: "hard_break" }, { type: "text", text: "丙 丁" }],
    },
  ]);
});
