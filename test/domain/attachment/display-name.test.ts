import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toDisplayName } from "#domain/attachment/display-name.ts";

describe("T-U09 the name of an upload is text for people, cleaned", () => {
  it.each([
    ["../../x.docx", "x.docx"],
    ["..\\x.docx", "x.docx"],
    ["C:\\答复\\x.docx", "x.docx"],
    ["CON", "文件"],
    ["nul.pdf", "文件.pdf"],
    ["a\0b.pdf", "ab.pdf"],
    ["答复\u202Egpj.exe", "答复gpj.exe"],
    ["-rf.docx", "rf.docx"],
    ["a\r\nSet-Cookie: x=1.pdf", "aSet-Cookie  x=1.pdf"],
    ["", "文件"],
    ["...", "文件"],
    ["第39号建议答复（定稿）.docx", "第39号建议答复（定稿）.docx"],
  ])("%j → %j", (name, shown) => {
    expect(toDisplayName(name)).toBe(shown);
  });

  it("300 characters are cut, the ending stays", () => {
    const shown = toDisplayName(`${"长".repeat(300)}.docx`);
    expect([...shown].length).toBeLessThanOrEqual(120);
    expect(shown.endsWith("长.docx")).toBe(true);
  });

  it("the two forms of one name are one", () => {
    expect(toDisplayName("é.pdf")).toBe(toDisplayName("é.pdf".normalize("NFD")));
  });

  it("no name leaves a path, a control character or nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (name) => {
        const shown = toDisplayName(name);
        expect(shown).not.toMatch(/[/\\\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
        expect(shown.length).toBeGreaterThan(0);
        expect([...shown].length).toBeLessThanOrEqual(124);
      }),
    );
  });
});
