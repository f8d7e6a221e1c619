import { describe, expect, test } from "vitest";
import { parseLetterContact } from "#exchange/docx/letter-contact.ts";
import { parseLetterMark } from "#exchange/docx/letter-mark.ts";
import { readReply } from "#exchange/docx/read-reply.ts";
import { buildDocx, LETTER_FOOT, LETTER_HEAD, paragraph, run } from "../office-files.ts";
import { refusalOf } from "../refusal.ts";

describe("marks", () => {
  test.each([
    ["A类 可公开", { classCode: "A", disclosureMark: "可公开" }],
    ["Ｂ类\u3000不公开", { classCode: "B", disclosureMark: "不公开" }],
    ["（C）", { classCode: "C" }],
    ["办理结果：A", { classCode: "A" }],
    ["甲类", { classCode: "甲" }],
    ["E类", { classCode: "E" }],
    ["公开属性：不予公开", { disclosureMark: "不公开" }],
    ["（此件公开发布）", { disclosureMark: "可公开" }],
    ["类别：B 可公开", { classCode: "B", disclosureMark: "可公开" }],
  ])("%s", (line, expected) => {
    expect(parseLetterMark(line)).toEqual(expected);
  });

  test.each(["A类地区可公开", "依申请公开", "甲乙双方", "云川市商务局", "E", ""])("%j is no mark", (line) => {
    expect(parseLetterMark(line)).toBeUndefined();
  });
});

describe("contact lines", () => {
  test.each([
    ["（联系人：宫康，联系电话：0890-6224329）", { name: "宫康", phone: "0890-6224329", rest: "" }],
    ["联系人及电话：张三 0890—6224329", { name: "张三", phone: "0890—6224329", rest: "" }],
    ["联 系 电 话：6224329 转 801", { phone: "6224329 转 801", rest: "" }],
    ["联系人：张三，电话：0890-6224329，13800138000", { name: "张三", phone: "0890-6224329", rest: "13800138000" }],
  ])("%s", (line, expected) => {
    expect(parseLetterContact(line)).toEqual(expected);
  });

  test("a sentence about contact is none", () => {
    expect(parseLetterContact("我局将与您保持联系。")).toBeUndefined();
  });
});

describe("letters that are set otherwise", () => {
  const right = '<w:jc w:val="right"/>';
  const title = paragraph("关于市四届人大五次会议第39号建议的答复");
  const opening = paragraph("您提出的《关于改造农贸市场的建议》收悉。");

  test("a title over two lines, marks and number below it, signature on one line", async () => {
    const body = [
      paragraph("云川市商务局文件"),
      paragraph("关于市四届人大五次会议"),
      paragraph("第39号建议的答复"),
      paragraph("云建议字[2026]第021号"),
      paragraph("B类，不公开", right),
      paragraph("张三代表:"),
      opening,
      paragraph("联系人：李四，电话：0890-6224329"),
      paragraph("云川市商务局　2026年4月18日", right),
    ];
    const { letter, issuer, hidden } = await readReply(buildDocx({ body: body.join("") }));
    expect(letter).toMatchObject({
      title: "关于市四届人大五次会议第39号建议的答复",
      docNumber: "云建议字〔2026〕21号",
      classCode: "B",
      disclosureMark: "不公开",
      addressee: "张三代表",
      signatory: "云川市商务局",
      signedOn: "2026-04-18",
      contactName: "李四",
    });
    expect(letter.body.content).toHaveLength(1);
    expect(issuer).toBe("云川市商务局");
    expect(hidden).toEqual([]);
  });

  test("the mark in a text box is read, and the box named", async () => {
    const box =
      "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>C类 可公开</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>";
    const { letter, hidden } = await readReply(buildDocx({ body: `<w:p>${box}</w:p>${title}${opening}` }));
    expect(letter).toMatchObject({
      classCode: "C",
      disclosureMark: "可公开",
      addressee: null,
      signatory: null,
      signedOn: null,
    });
    expect(hidden.map(({ code }) => code)).toEqual(["text_box"]);
  });

  test("two signatories, a seal note, a date in characters", async () => {
    const foot = [
      paragraph("云川市商务局（盖章）", right),
      paragraph("云川市财政局", right),
      paragraph("二〇二六年四月十八日", right),
    ];
    const { letter } = await readReply(buildDocx({ body: LETTER_HEAD + foot.join("") }));
    expect(letter).toMatchObject({ signatory: "云川市商务局、云川市财政局", signedOn: "2026-04-18" });
  });

  test("a number with a blank stays as printed for the gate; a blank date is named", async () => {
    const body = [
      paragraph("云建议字［2026］xx号"),
      title,
      paragraph("张三代表："),
      opening,
      paragraph("云川市商务局"),
      paragraph("2026年x月x日"),
    ];
    const { letter, hidden } = await readReply(buildDocx({ body: body.join("") }));
    expect(letter).toMatchObject({ docNumber: "云建议字〔2026〕xx号", signatory: "云川市商务局", signedOn: null });
    expect(hidden).toMatchObject([{ code: "placeholder", severity: "block", where: "foot", text: "2026年x月x日" }]);
  });

  test("lines of head and foot that are none of the parts are named", async () => {
    const body = paragraph("签发人：王五") + LETTER_HEAD + LETTER_FOOT + paragraph("附件：内部名单");
    const { hidden } = await readReply(buildDocx({ body }));
    expect(hidden.map(({ code, where, text }) => [code, where, text])).toEqual([
      ["unread_line", "head", "签发人：王五"],
      ["unread_line", "foot", "附件：内部名单"],
    ]);
  });

  test("a document without a word is refused", async () => {
    expect((await refusalOf(() => readReply(buildDocx({ body: paragraph("  ") })))).code).toBe("empty_document");
  });

  test("runs are joined: a number cut into runs is one word", async () => {
    const cut = paragraph(run("电话138") + run("0013", "<w:b/>") + run("8000"));
    const { letter } = await readReply(buildDocx({ body: LETTER_HEAD + cut + LETTER_FOOT }));
    expect(letter.body.content[1]).toEqual({
      type: "paragraph",
      content: [
        { type: "text", text: "电话138" },
        { type: "text", text: "0013", marks: [{ type: "bold" }] },
        { type: "text", text: "8000" },
      ],
    });
  });
});
