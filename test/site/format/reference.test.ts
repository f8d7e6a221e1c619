import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-csl";
import "@citation-js/plugin-ris";
import { Cite } from "@citation-js/core";
import { describe, expect, it } from "vitest";
import { type Reference, toReferences } from "#site/format/reference.ts";

const REFERENCE: Reference = {
  id: "2026-jianyi-39-szjj-v2",
  author: "云川市住房和城乡建设局",
  title: "关于市四届人大五次会议第39号建议的答复",
  docNumber: "云建议字〔2026〕12号",
  edition: 2,
  publishedAt: "2026-06-08 09:30",
  siteName: "云川市建议提案办理公开",
  address: "https://hy.yunchuan.example/2026/jianyi/39/#szjj-p3",
};
const read = (name: string, reference: Reference) => {
  const text = toReferences(reference).find((item) => item.name === name)?.text ?? "";
  return new Cite(text).data[0];
};

describe.each(["BibTeX", "RIS", "CSL-JSON"])("%s, read by citation-js", (name) => {
  it("says who, what, when and where of that very paragraph", () => {
    const item = read(name, REFERENCE);
    expect(item?.title).toBe(REFERENCE.title);
    const [author] = item?.author ?? [];
    expect(author?.literal ?? author?.family).toBe(REFERENCE.author);
    expect(item?.URL).toBe(REFERENCE.address);
    expect(item?.issued?.["date-parts"]?.[0]?.map(Number)).toEqual([2026, 6, 8]);
    expect(JSON.stringify(item)).toContain("云建议字〔2026〕12号");
  });

  it("is printed by a style as a reference with all of it", () => {
    const text = toReferences(REFERENCE).find((item) => item.name === name)?.text ?? "";
    const printed = new Cite(text).format("bibliography", { format: "text", template: "apa", lang: "en-US" });
    for (const part of [REFERENCE.author, REFERENCE.title, REFERENCE.address ?? "", "2026"]) {
      expect(printed).toContain(part);
    }
  });

  it("holds out against signs that its format reads as commands, and leaves out what is not known", () => {
    const title = `50%的{补助}_第1期 & "A" \\ #2 ~ ^ $`;
    const item = read(name, { ...REFERENCE, title, docNumber: null, address: null });
    expect(item?.URL).toBeUndefined();
    expect(item?.title?.replace(/[{}]/g, "")).toBe(title.replace(/[{}]/g, ""));
  });
});
