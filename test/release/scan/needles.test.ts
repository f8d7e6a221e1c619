import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NeedleFinder, toPieces } from "#release/scan/needles.ts";
import { chooseNeedles, findLeaks } from "#release/scan/scan-release.ts";

const HOUSE: string[] = [];

async function leaksIn(
  page: string,
  withheld: readonly string[],
  open: readonly string[] = [],
  path = "a.html",
): Promise<string[]> {
  const finder = new NeedleFinder(chooseNeedles(withheld, open, HOUSE));
  return (await findLeaks(finder, path, Buffer.from(page))).map((leak) => leak.needle);
}

describe("windows of ten characters", () => {
  const text = "经研究，拟将临江路地块收储后转让给某企业，价款分三年付清。";

  it.each([0, 1, 5, 12, 17])("are found wherever the excerpt begins (%i)", async (start) => {
    expect(await leaksIn(`<p>${text.slice(start, start + 10)}…</p>`, [text])).not.toEqual([]);
  });

  it("are no leak when one character shorter", async () => {
    expect(await leaksIn(text.slice(4, 13), [text])).toEqual([]);
  });

  it("are told as the whole stretch that stands there", async () => {
    expect(await leaksIn(`前言${text.slice(4, 20)}结语`, [text])).toEqual([text.slice(4, 20)]);
  });

  it("stand in nothing public", async () => {
    const withheld = ["感谢您对我市城市建设工作的关心和支持。"];
    expect(
      await leaksIn(withheld[0] as string, withheld, ["现答复如下。感谢您对我市城市建设工作的关心和支持。"]),
    ).toEqual([]);
  });

  it("let an open text stand between the signs that a page puts around it", async () => {
    const withheld = ["情况如下。你们提出的关于保护古桥的建议，已经办结。"];
    const open = ["你们提出的关于保护古桥的建议"];
    expect(await leaksIn("摘要。你们提出的关于保护古桥的建议，", withheld, open)).toEqual([]);
    expect(await leaksIn("如下。你们提出的关于保护", withheld, open)).not.toEqual([]);
  });

  it("go on where prose goes on, not from cell to cell", () => {
    expect(toPieces("现答复如下：\n一、加强巡查\n责任单位\n第三科")).toEqual([
      "现答复如下:一、加强巡查",
      "责任单位",
      "第三科",
    ]);
  });

  it("are not dates, figures or Latin words", async () => {
    expect(
      await leaksIn("已于2026年10月12日前，100.00%，JavaScript", ["于2026年10月12日前。", "为100.00%", "JavaScript"]),
    ).toEqual([]);
    expect(await leaksIn("见 zhang.san@example.cn", ["邮箱 zhang.san@example.cn"])).not.toEqual([]);
  });

  it("leave out what the program itself says", async () => {
    const sentence = "答复依法不予公开的，只列编号、类别和承办单位。";
    expect(await leaksIn(sentence, [sentence])).not.toEqual([]);
    expect(chooseNeedles(["下文隐去了依法不予公开的内容，其余与答复原文一致"], []).size).toBe(0);
  });
});

describe("names", () => {
  it.each([
    "<p>冉云芳代表：</p>",
    "<p>的答复冉云芳等3名代表：</p>",
    '{"proposers":["冉云芳","卢子"]}',
    "<td>冉云芳</td>",
    "提案人：冉云芳、卢子",
    "<dt>联系人</dt> <dd>冉云芳</dd>",
  ])("are found in %s", async (page) => {
    expect(await leaksIn(page, ["冉云芳"])).toEqual(["冉云芳"]);
  });

  it("are not found inside other words", async () => {
    expect(await leaksIn("从严明确责任", ["严明"])).toEqual([]);
    expect(await leaksIn("严明代表", ["严明"])).toEqual(["严明"]);
  });

  it("are no needle where they are public anywhere", async () => {
    expect(await leaksIn("<td>冉云芳</td>", ["冉云芳"], ["由冉云芳委员提出"])).toEqual([]);
  });
});

describe("telephone numbers", () => {
  it.each([
    "0890-6211548",
    "(0890)6211548",
    "0890 621 1548",
    "08906211548转3",
    "+86-890-6211548".replace("+86-890", "0890"),
  ])("written as %s are found by their local part", async (phone) => {
    expect(await leaksIn("<p>电话：0890—6211548。</p>", [phone])).toEqual(["6211548"]);
    expect(await leaksIn("<p>电话：0890—6211548。</p>", [phone], ["0890-6211548"])).toEqual([]);
  });

  it("are not found within a longer number or a hash", async () => {
    expect(await leaksIn("a6211548f 76211548 62115480", ["0890-6211548"])).toEqual([]);
  });
});

describe("short texts", () => {
  it("are found as a whole", async () => {
    expect(await leaksIn("<li>企业报价过低</li>", ["企业报价过低"])).toEqual(["企业报价过低"]);
    expect(await leaksIn("<li>企业报价</li>", ["企业报价过低"])).toEqual([]);
  });
});

it("a 文号 is found as a whole, however long", async () => {
  for (const number of ["云府〔2026〕1号", "云府办〔2026〕12号"]) {
    expect(await leaksIn(`<td>${number}</td>`, [number])).toEqual([number]);
    expect(await leaksIn("<td>云财〔2026〕1号</td>", [number])).toEqual([]);
  }
});

/** Prose of few words, so that texts share much; two alphabets, so that some of it is always its own. */
const words = (alphabet: string) => fc.string({ unit: fc.constantFrom(...alphabet), minLength: 0, maxLength: 60 });
const withheldText = words("水电路桥校医房田，。“”；…—·（");
const openText = words("水电路桥校医房田，。“”；…—·（");
const CHANNELS: readonly ((text: string) => readonly [path: string, page: string])[] = [
  (text) => ["a.html", `<p>${text}</p>`],
  (text) => ["a.html", `<meta content="${text.replaceAll('"', "&quot;")}">`],
  (text) => ["a.html", [...text].map((char) => `<i>${char}</i>`).join("")],
  (text) => ["a.html", [...text].map((char) => `&#${char.codePointAt(0)};`).join("")],
  (text) => [
    "a.xml",
    text
      .replaceAll("“", "&ldquo;")
      .replaceAll("”", "&rdquo;")
      .replaceAll("…", "&hellip;")
      .replaceAll("—", "&mdash;")
      .replaceAll("·", "&middot;"),
  ],
  (text) => ["a.json", JSON.stringify({ a: { b: JSON.stringify(text) } })],
  (text) => ["a.json", [...text].map((char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`).join("")],
  (text) => ["a.txt", encodeURIComponent(text)],
  (text) => ["a.txt", [...text].join("\u200b")],
  (text) => ["a.txt", [...text].join("\n")],
  (text) => ["a.txt", Buffer.from(`此处另有前文。${text}此处另有后文。`).toString("base64")],
  (text) => [`文-${text}.txt`, ""],
];

describe("whatever the texts", () => {
  it("an own window is found in any channel, and what is open never alarms", async () => {
    await fc.assert(
      fc.asyncProperty(
        withheldText,
        fc.array(openText, { maxLength: 6 }),
        fc.nat(),
        fc.constantFrom(...CHANNELS),
        async (withheld, open, place, channel) => {
          const finder = new NeedleFinder(chooseNeedles([withheld], open, HOUSE));
          for (const text of open) {
            const [path, page] = channel(text);
            expect(await findLeaks(finder, path, Buffer.from(page))).toEqual([]);
          }
          const [whole = ""] = toPieces(withheld);
          const starts = [...whole].slice(0, -9).map((_, at) => whole.slice(at, at + 10));
          const own = starts.filter((window) => finder.findIn(window).size > 0);
          // What is not a needle stands in the open, beside a sign of the page, or says nothing.
          const others = starts.filter((window) => !own.includes(window) && /^[水电路桥校医房田]{10}$/.test(window));
          for (const window of others) expect(open.some((text) => toPieces(text).join("").includes(window))).toBe(true);
          const window = own[place % Math.max(own.length, 1)];
          if (window === undefined) return;
          const [path, page] = channel(window);
          expect(await findLeaks(finder, path, Buffer.from(page))).not.toEqual([]);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("windows are found exactly where includes() finds them", () => {
    const unit = fc.constantFrom("甲", "乙", "丙");
    const text = fc.string({ unit, maxLength: 400 });
    const long = fc.string({ unit, minLength: 10, maxLength: 400 });
    fc.assert(
      fc.property(long, text, text, (withheld, open, page) => {
        const windows = (from: string) => [...from].slice(0, -9).map((_, at) => from.slice(at, at + 10));
        const own = windows(withheld).filter((window) => !open.includes(window));
        const found = new NeedleFinder(chooseNeedles([withheld], [open], HOUSE)).findIn(page);
        const expected = own.filter((window) => page.includes(window));
        expect(found.size > 0).toBe(expected.length > 0);
        for (const window of expected) expect([...found].some((stretch) => stretch.includes(window))).toBe(true);
      }),
    );
  });
});
