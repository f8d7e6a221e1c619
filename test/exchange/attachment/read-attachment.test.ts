import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAttachment as readWith } from "#exchange/attachment/read-attachment.ts";
import { readPdf } from "#exchange/attachment/read-pdf.ts";
import { buildDocx } from "../office-files.ts";
import { concat } from "../raw-zip.ts";
import { refusalOf } from "../refusal.ts";
import { buildJpeg, buildPdf, buildPng } from "./attachment-files.ts";

const readAttachment = async (bytes: Uint8Array) => await readWith(bytes, readPdf);
const text = (value: string): Uint8Array => new TextEncoder().encode(value);
const has = (bytes: Uint8Array, words: string): boolean => new TextDecoder("latin1").decode(bytes).includes(words);

describe("the type is that of the bytes", () => {
  it.each<[string, Uint8Array, string]>([
    ["a PDF", buildPdf({ pages: ["reply to motion 39"] }), "application/pdf"],
    ["a JPEG", buildJpeg(), "image/jpeg"],
    ["a PNG", buildPng(), "image/png"],
  ])("%s", async (_, bytes, type) => {
    expect((await readAttachment(bytes)).type).toBe(type);
  });

  it.each<[string, Uint8Array, string]>([
    ["nothing", new Uint8Array(0), "empty_file"],
    [
      "T-U11 an SVG under the name of an image",
      text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      "wrong_attachment_type",
    ],
    ["T-U11 a page", text("<!DOCTYPE html><script>"), "wrong_attachment_type"],
    ["a Word file", buildDocx({ body: "" }), "wrong_attachment_type"],
    ["a GIF", text("GIF89a"), "wrong_attachment_type"],
    ["a program", Uint8Array.of(0x4d, 0x5a, 0x90), "wrong_attachment_type"],
    ["T-U11 a PDF behind a page", concat([text("<html>"), buildPdf({ pages: ["x"] })]), "wrong_attachment_type"],
    ["T-U11 a page behind a PNG", concat([buildPng(), text("<script>alert(1)</script>")]), "broken_attachment"],
    ["T-U11 an archive behind a JPEG", concat([buildJpeg(), text("PK\u0003\u0004")]), "broken_attachment"],
    ["a JPEG cut off", buildJpeg().subarray(0, 60), "broken_attachment"],
    ["a PNG cut off", buildPng().subarray(0, 40), "broken_attachment"],
    ["a PNG of ten thousand million pixels", buildPng([], 100_000), "broken_attachment"],
    ["a JPEG of four thousand million pixels", buildJpeg([], 65_535), "broken_attachment"],
    ["a PDF in name only", text("%PDF-1.7\nnothing"), "broken_attachment"],
    ["10 MB and more", new Uint8Array(10 * 1024 * 1024 + 1).fill(0x25), "too_large"],
    ["a PDF of 201 pages", buildPdf({ pages: Array.from({ length: 201 }, () => "") }), "too_many_pages"],
  ])("%s is refused", async (_, bytes, code) => {
    const refusal = await refusalOf(async () => await readAttachment(bytes));
    expect(refusal.code).toBe(code);
    expect(refusal.message).toMatch(/请/);
  });

  it("any bytes end in a file or in a refusal", async () => {
    const start = fc.constantFrom(text("%PDF-1.7\n"), Uint8Array.of(0xff, 0xd8, 0xff), buildPng().subarray(0, 33));
    await fc.assert(
      fc.asyncProperty(start, fc.uint8Array({ maxLength: 200 }), async (head, rest) => {
        const refusal = await refusalOf(async () => await readAttachment(concat([head, rest])));
        expect(refusal.code).not.toBe("");
      }),
      { numRuns: 60 },
    );
  });
});

describe("what nobody sees in a picture goes", () => {
  it("EXIF, XMP, comments and profiles of a JPEG, and nothing else", async () => {
    const secret = "GPS 25.601432 103.254789 Xiaomi";
    const { bytes, notes } = await readAttachment(
      buildJpeg([
        [0xe1, `Exif\0\0${secret}`],
        [0xe2, "ICC_PROFILE"],
        [0xed, "Photoshop 3.0 8BIM"],
        [0xfe, secret],
        [0xee, "Adobe"],
      ]),
    );
    expect(has(bytes, "GPS")).toBe(false);
    expect(has(bytes, "ICC_PROFILE")).toBe(false);
    expect(has(bytes, "Photoshop")).toBe(false);
    expect(has(bytes, "Adobe")).toBe(true);
    expect(bytes).toEqual((await readAttachment(buildJpeg([[0xee, "Adobe"]]))).bytes);
    expect(notes.map(({ code }) => code)).toEqual(["image_only"]);
  });

  it("text, times and positions of a PNG", async () => {
    const { bytes } = await readAttachment(
      buildPng([
        ["tEXt", "Author\0Zhang San"],
        ["eXIf", "GPS"],
        ["tIME", "1234567"],
        ["prVt", "anything"],
      ]),
    );
    expect(bytes).toEqual(buildPng());
  });

  it("cleaning a clean file changes nothing", async () => {
    for (const file of [buildPng(), buildJpeg()]) expect((await readAttachment(file)).bytes).toEqual(file);
  });
});

describe("a PDF", () => {
  it("gives its text, page by page, and its pages", async () => {
    const {
      text: lines,
      pages,
      notes,
    } = await readAttachment(buildPdf({ pages: ["first page of text", "13800138000 is here"] }));
    expect(pages).toBe(2);
    expect(lines).toEqual(["first page of text", "13800138000 is here"]);
    expect(notes).toEqual([]);
  });

  it("says which pages are pictures", async () => {
    const some = await readAttachment(buildPdf({ pages: ["a page with words", "", "another page of words"] }));
    expect(some.notes).toMatchObject([
      { code: "image_only", severity: "review", text: "1 / 3", message: expect.stringMatching(/第 2 页/) as string },
    ]);
    const all = await readAttachment(buildPdf({ pages: ["", ""] }));
    expect(all.notes[0]?.message).toMatch(/全部是图片/);
  });

  it("names its description: title, author, key words", async () => {
    const { metadata, notes } = await readAttachment(
      buildPdf({ pages: ["a page with words"], info: "/Author (Zhang San 13800138000) /Title (draft)" }),
    );
    expect(metadata.toSorted()).toEqual(["Zhang San 13800138000", "draft"]);
    expect(notes.map(({ code }) => code)).toEqual(["file_metadata"]);
  });

  it.each<[string, Partial<Parameters<typeof buildPdf>[0]>, string]>([
    [
      "a script that runs when it is opened",
      { catalog: "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>" },
      "active_content",
    ],
    [
      "another file inside",
      {
        catalog: "/Names << /EmbeddedFiles << /Names [(a.exe) 4 0 R] >> >>",
        objects: [
          "<< /Type /Filespec /F (a.exe) /EF << /F 5 0 R >> >>",
          "<< /Type /EmbeddedFile /Length 3 >>\nstream\nabc\nendstream",
        ],
      },
      "embedded_object",
    ],
    [
      "a note on the page",
      { page: "/Annots [<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (call 13900139000) >>]" },
      "annotation",
    ],
  ])("%s is named", async (_, more, code) => {
    const { notes } = await readAttachment(buildPdf({ pages: ["a page with words"], ...more }));
    expect(notes.map((note) => note.code)).toContain(code);
  });

  it("reads what a note on the page says", async () => {
    const { text: lines } = await readAttachment(
      buildPdf({
        pages: ["a page with words"],
        page: "/Annots [<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (call 13900139000) >>]",
      }),
    );
    expect(lines).toContain("call 13900139000");
  });
});
