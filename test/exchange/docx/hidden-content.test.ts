import { strToU8 } from "fflate";
import { describe, expect, test } from "vitest";
import { plainText } from "#domain/reply/plain-text.ts";
import { readReply } from "#exchange/docx/read-reply.ts";
import type { DocumentInput } from "../office-files.ts";
import { buildLetter, buildXlsx, paragraph, run, wordPart, zipParts } from "../office-files.ts";
import { refusalOf } from "../refusal.ts";

const SECRET = "手机13800138000";
const box = (inner: string): string => `<w:txbxContent><w:p>${inner}</w:p></w:txbxContent>`;
const field = (instruction: string, result: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

async function look(body: string, input: Omit<DocumentInput, "body"> = {}): Promise<{ found: string[]; text: string }> {
  const { hidden, letter } = await readReply(buildLetter(body, input));
  return { found: hidden.map(({ code, severity }) => `${code} ${severity}`), text: plainText(letter.body) };
}

const style = (id: string, properties: string): string =>
  `<w:style w:type="character" w:styleId="${id}"><w:rPr>${properties}</w:rPr></w:style>`;
const STYLES = {
  links: [["rId9", "styles", "styles.xml"] as const],
  parts: {
    "word/styles.xml": wordPart(
      "w:styles",
      `${style("a", "<w:vanish/>")}<w:style w:type="character" w:styleId="b"><w:basedOn w:val="a"/></w:style>`,
    ),
  },
};

describe("text that a reader cannot see blocks and never reaches the body (T-U07)", () => {
  test.each<[string, string]>([
    ["vanish", run(SECRET, "<w:vanish/>")],
    ["white", run(SECRET, '<w:color w:val="FFFFFF"/>')],
    ["nearly white", run(SECRET, '<w:color w:val="F8F8F8"/>')],
    ["white of the theme", run(SECRET, '<w:color w:val="auto" w:themeColor="background1"/>')],
    ["1 pt", run(SECRET, '<w:sz w:val="2"/>')],
    ["squeezed", run(SECRET, '<w:w w:val="1"/>')],
    ["black on black", run(SECRET, '<w:color w:val="000000"/><w:highlight w:val="black"/>')],
    [
      "between the marks of a field",
      field(" PAGE ", "1").replace("</w:instrText></w:r>", `</w:instrText></w:r>${run(SECRET)}`),
    ],
  ])("%s", async (_, xml) => {
    const { found, text } = await look(paragraph(xml));
    expect(found).toEqual(["hidden_text block"]);
    expect(text).not.toContain("138");
  });

  test("hidden by an inherited style, shown again by the run", async () => {
    const hidden = await look(paragraph(run(SECRET, '<w:rStyle w:val="b"/>')), STYLES);
    expect(hidden.found).toEqual(["hidden_text block"]);
    const shown = await look(paragraph(run("看得见", '<w:rStyle w:val="b"/><w:vanish w:val="0"/>')), STYLES);
    expect(shown).toMatchObject({ found: [], text: expect.stringContaining("看得见") });
  });

  test("a hidden table row", async () => {
    const row = (properties: string, text: string): string =>
      `<w:tr><w:trPr>${properties}</w:trPr><w:tc>${paragraph(text)}</w:tc><w:tc>${paragraph("乙")}</w:tc></w:tr>`;
    const { found, text } = await look(`<w:tbl>${row("", "甲")}${row("<w:hidden/>", SECRET)}</w:tbl>`);
    expect(found).toEqual(["hidden_text block"]);
    expect(text).not.toContain("138");
  });

  test("white on a dark cell, dark red, small print and blanks in white are no finding", async () => {
    const cell = `<w:tc><w:tcPr><w:shd w:fill="1F4E79"/></w:tcPr>${paragraph(run("序号", '<w:color w:val="FFFFFF"/>'))}</w:tc>`;
    const seen = [
      `<w:tbl><w:tr>${cell}<w:tc>${paragraph("任务")}</w:tc></w:tr></w:tbl>`,
      paragraph(run("红字", '<w:color w:val="C00000"/>')),
      paragraph(run("小字", '<w:sz w:val="12"/>')),
      paragraph(run("   ", "<w:vanish/>")),
    ];
    const { found, text } = await look(seen.join(""));
    expect(found).toEqual([]);
    expect(text).toContain("序号");
  });
});

describe("what is in the file besides the letter is named", () => {
  test.each<[string, string]>([
    ["tracked_change block", paragraph(`<w:ins>${run("新增")}</w:ins>`)],
    ["tracked_change block", paragraph(`<w:del><w:r><w:delText>${SECRET}</w:delText></w:r></w:del>${run("x")}`)],
    ["tracked_change block", `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run("甲")}</w:p>`],
    ["embedded_object block", paragraph('<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>')],
    ["embedded_object block", '<w:altChunk r:id="rId1"/>'],
    ["text_box review", paragraph(`<w:r><w:pict>${box(run(SECRET))}</w:pict></w:r>`)],
    ["text_box review", paragraph(`<w:r><w:drawing><a:t>${SECRET}</a:t></w:drawing></w:r>`)],
    ["alt_text review", paragraph(`<w:r><w:drawing><wp:docPr descr="${SECRET}"/></w:drawing></w:r>`)],
    ["formula review", paragraph("<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>")],
    ["symbol review", paragraph('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>')],
    ["external_content review", paragraph(field('INCLUDETEXT "c:\\x"', "甲"))],
    ["direction_control review", paragraph(run("\u202e321\u202c"))],
    ["unsafe_link review", paragraph(field('HYPERLINK "javascript:alert(1)"', "甲"))],
  ])("%s", async (expected, xml) => {
    const { found, text } = await look(xml);
    expect(found).toEqual([expected]);
    expect(text).not.toContain("138");
  });

  test("the choice and the fallback of one text box are one finding, a different fallback is another", async () => {
    const alternatives = (fallback: string): string =>
      paragraph(
        `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box(run("甲"))}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box(run(fallback))}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
      );
    expect((await look(alternatives("甲"))).found).toEqual(["text_box review"]);
    expect((await look(alternatives(SECRET))).found).toEqual(["text_box review", "text_box review"]);
  });

  test.each<[string, string, string | Uint8Array]>([
    ["comment block", "word/comments.xml", wordPart("w:comments", `<w:comment>${paragraph(SECRET)}</w:comment>`)],
    ["header_text review", "word/header1.xml", wordPart("w:hdr", paragraph("内部资料"))],
    ["footer_text review", "word/odd-name.xml", wordPart("w:ftr", paragraph("内部资料 第1页"))],
    ["footnote review", "word/footnotes.xml", wordPart("w:footnotes", `<w:footnote>${paragraph("注")}</w:footnote>`)],
    ["embedded_object block", "word/embeddings/sheet.xlsx", strToU8("x")],
    ["image review", "word/media/image1.png", strToU8("x")],
    ["chart review", "word/diagrams/data1.xml", "<x/>"],
    ["unread_part review", "word/glossary/document.xml", wordPart("w:glossaryDocument", paragraph("甲"))],
  ])("%s: %s", async (expected, part, data) => {
    expect((await look(paragraph("甲"), { parts: { [part]: data } })).found).toEqual([expected]);
  });

  test("page numbers, separators of notes and settings are no finding", async () => {
    const footer = wordPart("w:ftr", paragraph(`${run("— ")}${field("PAGE", "3")}${run(" —")}`));
    const notes = wordPart("w:footnotes", `<w:footnote w:type="separator">${paragraph("-")}</w:footnote>`);
    const parts = {
      "word/footer1.xml": footer,
      "word/footnotes.xml": notes,
      "word/settings.xml": wordPart("w:settings", ""),
    };
    expect((await look(paragraph("甲"), { parts })).found).toEqual([]);
  });

  test("an external picture is named, a web link is kept", async () => {
    const { hidden, letter } = await readReply(
      buildLetter(paragraph(`<w:hyperlink r:id="rId1">${run("网站")}</w:hyperlink>`), {
        links: [
          ["rId1", "hyperlink", "https://example.gov.cn/a", true],
          ["rId2", "image", "https://example.com/track.png", true],
        ],
      }),
    );
    expect(hidden.map(({ code }) => code)).toEqual(["external_content"]);
    expect(JSON.stringify(letter.body)).toContain('"href":"https://example.gov.cn/a"');
  });

  test("a flood of one kind does not drown another", async () => {
    const shapes = Array.from({ length: 50 }, (_, at) =>
      paragraph(`<w:r><w:drawing><wp:docPr descr="图${at}"/></w:drawing></w:r>`),
    );
    const { found } = await look(shapes.join("") + paragraph(run(SECRET, "<w:vanish/>")));
    expect(found).toHaveLength(21);
    expect(found.at(-1)).toBe("hidden_text block");
  });

  test("every finding says what to do", async () => {
    const { hidden } = await readReply(buildLetter(paragraph(run(SECRET, "<w:vanish/>"))));
    expect(hidden[0]).toMatchObject({ where: "body", text: SECRET, message: expect.stringMatching(/请.*。$/) });
  });
});

describe("files that are refused", () => {
  const deep = "<w:sdt><w:sdtContent>".repeat(3_000) + "</w:sdtContent></w:sdt>".repeat(3_000);
  test.each<[string, Uint8Array]>([
    ["wrong_type", buildXlsx({ rows: [["编号"]] })],
    ["wrong_type", zipParts({ "index.html": "<script>" })],
    ["wrong_type", strToU8("<html>")],
    ["macro", buildLetter("", { parts: { "word/vbaProject.bin": strToU8("x") } })],
    ["too_deep", buildLetter(deep)],
    ["broken_xml", buildLetter("<w:p>")],
    ["broken_xml", buildLetter(paragraph("<w:r><w:t>&xxe;</w:t></w:r>"))],
    ["broken_xml", buildLetter(paragraph("<w:r><w:t>\0</w:t></w:r>"))],
    ["doctype", buildLetter("", { parts: { "word/header1.xml": '<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>' } })],
    ["too_complex", buildLetter(paragraph("甲").repeat(2100))],
    ["zip_bomb", buildLetter("", { parts: { "word/media/a.bin": new Uint8Array(21 * 1024 * 1024) } })],
  ])("%s", async (code, bytes) => {
    expect((await refusalOf(() => readReply(bytes))).code).toBe(code);
  });
});
