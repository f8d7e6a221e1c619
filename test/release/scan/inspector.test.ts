import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutText, type TextForm } from "#release/scan/cut-text.ts";
import { findHeld } from "#release/scan/file-grams.ts";
import { GramFilter } from "#release/scan/gram-filter.ts";
import { Inspector } from "#release/scan/inspector.ts";
import { NeedleFinder, Needles } from "#release/scan/needles.ts";

const SECRET = "拟将临江路地块收储后转让给某企业";
const PAGE = `<html><p class="a">公开的内容在这里说明白</p><p>${SECRET}</p></html>`;
const inspectorOf = (withheld: readonly string[]) => new Inspector(new NeedleFinder(Needles.of(withheld)));

describe("a text that stands in many files", () => {
  it("is noted in the filter of each part", async () => {
    const inspector = inspectorOf([]);
    const filters = [GramFilter.empty(), GramFilter.empty(), GramFilter.empty()] as const;
    await inspector.inspect("2026/jianyi/1/index.html", PAGE, filters[0]);
    await inspector.inspect("2026/tian/1/index.html", PAGE, filters[1]);
    await inspector.inspect("data/2026.json", JSON.stringify({ a: SECRET }), filters[2]);
    for (const grams of filters) expect(findHeld(grams, Needles.of([SECRET]))).not.toEqual([]);
  });

  it("is a suspect in each of them", async () => {
    const inspector = inspectorOf([SECRET]);
    const grams = GramFilter.empty();
    for (const path of ["a.html", "b.html"]) await inspector.inspect(path, PAGE, grams);
    await inspector.inspect("c.json", Buffer.from(JSON.stringify({ a: SECRET })), GramFilter.empty());
    expect(inspector.takeSuspects().map(({ path }) => path)).toEqual(["a.html", "b.html", "c.json"]);
    expect(inspector.takeSuspects()).toEqual([]);
  });
});

describe("a page written anew", () => {
  it("is searched whole, and what stood there before is not noted again", async () => {
    const inspector = inspectorOf([SECRET]);
    const grams = GramFilter.empty();
    await inspector.inspect("a.html", `${PAGE}<p>另外新写了这一段话来说明</p>`, grams, PAGE);
    expect(inspector.takeSuspects().map(({ path }) => path)).toEqual(["a.html"]);
    expect(findHeld(grams, Needles.of([SECRET]))).toEqual([]);
    expect(findHeld(grams, Needles.of(["另外新写了这一段话来说明"]))).not.toEqual([]);
  });
});

describe("the pieces of a text", () => {
  const words = fc.constantFrom(
    "临江路",
    "13900001111",
    "<b>",
    "</p>",
    '"',
    '\\"',
    '""',
    "<p a='",
    ">",
    "<",
    "{",
    ",",
    "%E4",
    "a ",
    "@",
  );
  const text = fc.array(words, { maxLength: 20 }).map((some) => some.join(""));

  it.each<TextForm>(["markup", "json", "csv", "plain"])("hold all that could be withheld (%s)", (form) => {
    fc.assert(
      fc.property(text, (whole) => {
        const pieces = cutText(whole, form);
        const runs = whole.split(/[<>"]/).filter((run) => /[^ -~]|[@%]|\d{7}/.test(run));
        for (const run of runs) expect(pieces.some((piece) => piece.includes(run))).toBe(true);
      }),
    );
  });

  it("go on where a word may be broken, and begin anew at any other tag", () => {
    expect(cutText("<h1>拟将<wbr>临江路<wbr>收储</h1>", "markup")).toEqual(["拟将临江路收储"]);
    expect(cutText("<p>拟将<b>临江路</b>收储</p>", "markup")).toEqual(["拟将", "临江路", "收储", "拟将临江路收储"]);
  });
});
