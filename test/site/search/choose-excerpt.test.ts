import { describe, expect, it } from "vitest";
import { FORMS_FOLLOW } from "#domain/view/search-record.ts";
import { chooseExcerpt } from "#site/search/choose-excerpt.ts";

const title = "关于加快老旧小区加装电梯的建议";
const answer = "我局逐幢摸底，已建成88部。\n一、关于电梯的后续管理\n使用管理单位在投入使用前明确。";
const forms = `你们提出的《${title}》收悉，现答复如下：\n周予安代表\n云川市住房和城乡建设局`;
const entry = { title, body: [answer, FORMS_FOLLOW, forms].join("\n"), pairs: "" };
const read = (terms: string[], of = entry) =>
  chooseExcerpt(of, terms)
    .map((piece) => piece.text)
    .join("");

describe("the excerpt beside a result", () => {
  it("says something of the answer where only the title holds the word", () => {
    expect(read(["老旧小区"])).toMatch(/^我局逐幢摸底/);
    expect(read(["老旧小区"])).not.toContain("收悉");
  });
  it("is cut around a hit in the answer", () => expect(read(["后续管理"])).toContain("关于电梯的后续管理"));
  it("prefers the answer where title, opening and answer hold the word", () =>
    expect(read(["电梯", "老旧小区"])).not.toContain("收悉"));
  it("shows the forms for a word that is nowhere else", () => {
    expect(read(["周予安"])).toContain("周予安代表");
    expect(read(["周予安", "电梯"])).toContain("周予安代表");
  });
  it("takes a text without forms, or without an answer, as it is", () => {
    expect(read(["摸底"], { ...entry, body: answer })).toContain("逐幢摸底");
    expect(read(["摸底"], { ...entry, body: `${FORMS_FOLLOW}\n${forms}` })).toContain("收悉");
  });
});
