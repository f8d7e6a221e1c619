import * as fc from "fast-check";
import type { LetterToCheck } from "#domain/gate/letter-to-check.ts";
import type { Block, RichText } from "#domain/reply/rich-text.ts";

/** Letters as the reader gives them: titles that are titles, headings without a full stop, nothing empty. */

const HAN = "云川市城乡建设局会同有关部门逐条研究现将办理情况答复如下群众反映道路照明停车设施改造项目已经完成";
const han = (min: number, max: number) =>
  fc.array(fc.constantFrom(...HAN), { minLength: min, maxLength: max }).map((characters) => characters.join(""));
const sentence = fc
  .tuple(han(4, 40), fc.constantFrom("。", "；计划投入资金120万元。", "（“十四五”期间）<a&b>。"))
  .map((parts) => parts.join(""));
const text = sentence.map((words) => ({ type: "text" as const, text: words }));
const bold = sentence.map((words) => ({ type: "text" as const, text: words, marks: [{ type: "bold" as const }] }));
const link = fc.tuple(sentence, fc.webUrl({ withQueryParameters: true })).map(([words, href]) => ({
  type: "text" as const,
  text: words,
  marks: [{ type: "link" as const, attrs: { href } }],
}));
const paragraph = fc.oneof(
  text.map((node) => ({ type: "paragraph" as const, content: [node] })),
  fc.tuple(text, bold, link).map((content) => ({ type: "paragraph" as const, content })),
  fc.tuple(text, text).map(([first, second]) => ({
    type: "paragraph" as const,
    content: [first, { type: "hard_break" as const }, second],
  })),
);
const heading = (level: 1 | 2 | 3, prefix: string) =>
  han(3, 14).map((words): Block => ({
    type: "heading",
    attrs: { level },
    content: [{ type: "text", text: `${prefix}${words}` }],
  }));
const item = text.map((node) => ({
  type: "list_item" as const,
  content: [{ type: "paragraph" as const, content: [node] }],
}));
const list = fc
  .array(item, { minLength: 2, maxLength: 4 })
  .map((content): Block => ({ type: "ordered_list", content }));
const cell = (type: "table_cell" | "table_header", words: string) => ({
  type,
  content: [{ type: "paragraph" as const, content: [{ type: "text" as const, text: words }] }],
});
const table = fc.array(fc.tuple(han(2, 8), fc.nat(9999)), { minLength: 1, maxLength: 4 }).map((rows): Block => ({
  type: "table",
  content: [
    { type: "table_row", content: [cell("table_header", "事项"), cell("table_header", "数量")] },
    ...rows.map(([name, count]) => ({
      type: "table_row" as const,
      content: [cell("table_cell", name), cell("table_cell", `${count}处`)],
    })),
  ],
}));

// A list ends where no list goes on: two of them in a row would be one.
const body: fc.Arbitrary<RichText> = fc
  .array(
    fc.oneof(
      paragraph,
      heading(1, "一、"),
      heading(2, "（二）"),
      heading(3, ""),
      fc.tuple(list, paragraph),
      fc.tuple(table, paragraph),
    ),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  .map((blocks) => ({
    type: "doc",
    content: [...blocks.flat(), { type: "paragraph", content: [{ type: "text", text: "感谢你们的关心和支持。" }] }],
  }));

const number = fc.integer({ min: 1, max: 999 });
const date = fc
  .tuple(fc.integer({ min: 2010, max: 2099 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
  .map(([year, month, day]) => `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`);

export const ISSUER = "云川市住房和城乡建设局";

export const anyLetter: fc.Arbitrary<LetterToCheck> = fc.record({
  classCode: fc.constantFrom("A", "B", "C", "丙", null),
  disclosureMark: fc.constantFrom("可公开" as const, "不公开" as const, null),
  docNumber: fc.option(number.map((at) => `云建议字〔2026〕${at}号`)),
  title: number.map((at) => `关于市四届人大五次会议第${at}号建议的答复`),
  addressee: fc.tuple(han(2, 3), number).map(([name, count]) => `${name}等${count}名代表`),
  body,
  signatory: fc.constantFrom(ISSUER, "云川市公安局", "云川市教育体育局"),
  signedOn: date,
  contactName: fc.constantFrom("宫康", "冉云芳", null),
  contactPhone: fc.constantFrom("0890-6221001", "0890-6221001转802", null),
  copyTo: fc.constantFrom("市人大常委会代表工作委员会，市人民政府办公室", null),
});
