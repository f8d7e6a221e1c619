import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser } from "#test/support/browser.ts";
import { readPage, type PageFacts } from "./support/read-page.ts";
import { buildRenderer, renderPages, type Rendered, type Renderer } from "./support/render-samples.ts";
import { BARE_SITE, SITE } from "./support/sample-frame.ts";
import { LIFT, LINES, MOVED, SEPARATE } from "./support/sample-matters.ts";
import { EMPTY_PAGES, SAMPLE_PAGES } from "./support/sample-views.ts";

const BASE = "/zwgk/hy/";
let renderer: Renderer;
let browser: Browser;
let context: BrowserContext;
let rendered: Rendered[];
let bare: Rendered[];
const facts = new Map<string, PageFacts>();

async function factsOf(items: readonly Rendered[]): Promise<[string, PageFacts][]> {
  const page = await context.newPage();
  const found: [string, PageFacts][] = [];
  for (const { page: sample, html } of items) {
    await page.setContent(html, { waitUntil: "domcontentloaded" });
    found.push([sample.path, await readPage(page)]);
  }
  await page.close();
  return found;
}

beforeAll(async () => {
  renderer = await buildRenderer(BASE, "based");
  rendered = await renderPages(renderer, SITE, SAMPLE_PAGES);
  bare = await renderPages(renderer, BARE_SITE, EMPTY_PAGES);
  browser = await openBrowser();
  context = await browser.newContext({ javaScriptEnabled: true, offline: true });
  for (const [path, found] of await factsOf(rendered)) facts.set(path, found);
});
afterAll(async () => browser?.close());

const getFacts = (path: string): PageFacts => {
  const found = facts.get(path);
  if (!found) throw new Error(`no page ${path}`);
  return found;
};
const htmlOf = (path: string): string => rendered.find((item) => item.page.path === path)?.html ?? "";

describe.each(SAMPLE_PAGES.map((page) => page.path))("the page %s", (path) => {
  it("has one heading, a language, landmarks and unique anchors", () => {
    const page = getFacts(path);
    expect(page.headings).toHaveLength(1);
    expect(page.headings[0]?.trim()).not.toBe("");
    expect(page.lang).toBe("zh-CN");
    expect(page.landmarks).toEqual(["header", "main", "footer", "nav"]);
    expect(new Set(page.ids).size).toBe(page.ids.length);
  });

  it("holds nothing that the content security policy forbids", () => {
    const page = getFacts(path);
    expect([page.inlineStyles, page.inlineScripts, page.handlers]).toEqual([0, 0, 0]);
  });

  it("keeps every own address under the base path, and its anchors lead somewhere", () => {
    const page = getFacts(path);
    const own = page.addresses.filter((address) => !address.startsWith("#") && !address.startsWith("https://"));
    expect(own.length).toBeGreaterThan(5);
    expect(own.filter((address) => !address.startsWith(BASE))).toEqual([]);
    const anchors = page.addresses.filter((address) => address.startsWith("#")).map((address) => address.slice(1));
    expect(anchors.filter((anchor) => !page.ids.includes(anchor))).toEqual([]);
  });

  it("names the site in the tags that the guideline asks of every page", () => {
    const { metas } = getFacts(path);
    expect(metas["SiteName"]).toBe(SITE.siteName);
    expect(metas["SiteDomain"]).toBe("hy.yunchuan.example");
    expect(metas["SiteIDCode"]).toBe(SITE.siteCode);
  });
});

describe("all pages together", () => {
  it("have titles of their own", () => {
    const titles = [...facts.values()].map((page) => page.title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it("say what column they are, or which article", () => {
    const untitled = [...facts].filter(([, page]) => !page.metas["ColumnName"] && !page.metas["robots"]);
    expect(untitled.map(([path]) => path)).toEqual([]);
    expect(getFacts("/2026/").metas["ColumnType"]).toBe("数据发布");
    const article = getFacts(LIFT.path).metas;
    expect(article["ArticleTitle"]).toBe(LIFT.title);
    expect(article["PubDate"]).toMatch(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/);
    expect(article["ContentSource"]).toBe("云川市住房和城乡建设局");
    expect(article["Url"]).toBe(`https://hy.yunchuan.example${BASE}2026/jianyi/39/`);
  });

  it("stay within their weight", async () => {
    const folder = join(renderer.folder, "assets/_astro");
    const sizeOf = async (suffix: string) => {
      const names = (await readdir(folder)).filter((name) => name.endsWith(suffix));
      const linked = names.filter((name) => htmlOf(LIFT.path).includes(name));
      const bytes = await Promise.all(linked.map(async (name) => gzipSync(await readFile(join(folder, name))).length));
      return bytes.reduce((sum, size) => sum + size, 0);
    };
    const [css, script] = [await sizeOf(".css"), await sizeOf(".js")];
    expect(css).toBeGreaterThan(1000);
    expect(css).toBeLessThanOrEqual(12 * 1024);
    expect(script).toBeLessThanOrEqual(1024);
    expect(gzipSync(htmlOf(LIFT.path)).length + css).toBeLessThanOrEqual(20 * 1024);
    expect(gzipSync(htmlOf(LIFT.path)).length + css + script).toBeLessThanOrEqual(60 * 1024);
  });
});

describe("a page of a matter", () => {
  it("shows the class in the words of its year, by letter and definition", () => {
    const { text } = getFacts(LIFT.path);
    expect(text).toContain("列入计划逐步解决");
    expect(text).toContain("2026年口径，B类：所提问题列入计划逐步解决的。");
  });

  it("tells the class of the letter from the class of today", () => {
    const { text } = getFacts(MOVED.path);
    expect(text).toMatch(/列入计划逐步解决\s*2025年5月12日\s*答复[^]*已经解决和采纳\s*2025年11月18日\s*第1次续办续复/);
    expect(text).toContain("路段长度原写为4.6公里，更正为6.4公里");
    expect(text).toContain("应于2025年11月30日前作出");
  });

  it("says point by point where the answer stands, and where nobody has said so", () => {
    const { text, addresses } = getFacts(LIFT.path);
    expect(text).toMatch(/明确电梯加装以后由谁维修、费用从哪里来\s*答复第 6 段\s*答复第 7 段/);
    expect(text).toMatch(/研究低层住户的补偿办法\s*没有标明在哪一段答复/);
    expect(addresses).toEqual(expect.arrayContaining(["#szjj-p6", "#szjj-p7"]));
    expect(getFacts(SEPARATE.path).text).not.toContain("没有标明在哪一段答复");
  });

  it("says what was promised, by when, by whom, and what became of it", () => {
    const { text, ids } = getFacts(LIFT.path);
    expect(text).toContain("3 项承诺：1 项已兑现，2 项待兑现");
    expect(text).toMatch(/2027年3月31日前（原定2026年12月31日）/);
    expect(text).toContain("由市市场监管局落实。");
    expect(ids).toEqual(expect.arrayContaining(["szjj-promises", "szjj-c1", "szjj-c2", "szjj-c3"]));
    expect(htmlOf(LIFT.path)).toContain("<mark>审批由七个环节并为三个，平均用时从62天缩短到27天</mark>");
  });

  it("shows both axes of every round, and the votes apart", () => {
    const textOf = (path: string) => getFacts(path).text.replace(/\s+/g, "");
    expect(textOf(MOVED.path)).toContain(
      "第1轮，2025年5月20日办理态度基本满意办理结果不满意按规定重新办理，应于2025年6月20日前再次答复。",
    );
    expect(textOf(MOVED.path)).toContain("第2轮，2025年7月2日办理态度满意办理结果满意");
    expect(textOf(LIFT.path)).toContain("发出36票，收回35票满意27票基本满意7票不满意1票");
    expect(getFacts(SEPARATE.path).text).toContain("还没有收到代表的书面评价。");
  });

  it("shows what a correction changed, for eyes and ears", () => {
    expect(htmlOf(MOVED.path)).toMatch(/<del><span class="vh">（原为：<\/span>4\.6<span class="vh">）<\/span><\/del>/);
    expect(getFacts(MOVED.path).text).toContain("（改为：6.4）");
  });

  it("leads to the same matter in other years with the reason, and to documents that it names", () => {
    const { text, addresses } = getFacts(LIFT.path);
    for (const why of ["本件的答复中提到", "该件的答复中提到本件", "题目都提到“加装电梯”"]) expect(text).toContain(why);
    expect(addresses.some((address) => address.startsWith(`${BASE}documents/`))).toBe(true);
  });

  it("carries references for three programs, a QR code and the way to report a mistake", () => {
    const { text } = getFacts(LIFT.path);
    for (const word of ["@online{2026-jianyi-39-szjj-v1,", "TY  - ELEC", '"type": "webpage"', "发现错误"]) {
      expect(text).toContain(word);
    }
    expect(htmlOf(LIFT.path)).toContain('<use href="#szjj-qr"');
  });

  it("gives every unit and paragraph an anchor, follow-ups too", () => {
    expect(getFacts(SEPARATE.path).ids).toEqual(expect.arrayContaining(["sczj", "gxq", "sczj-p1", "gxq-p1"]));
    expect(getFacts(MOVED.path).ids).toEqual(expect.arrayContaining(["sjtj-p3", "sjtj-f1", "sjtj-f1-p1"]));
  });

  it("says what is not there, and why", () => {
    const { text } = getFacts(SEPARATE.path);
    expect(text).toContain("本件另有 1 个承办单位的答复尚未作出。本件另有 2 个承办单位的答复依法不予公开。");
    expect(text).toContain("摘要公开：下文为办理单位公布的摘要");
    expect(text).toContain("没有写明日期");
  });

  it("shows a title that looks like markup as text", () => {
    expect(getFacts(SEPARATE.path).headings[0]).toContain("<script>alert(1)</script>");
    expect(htmlOf(SEPARATE.path)).toContain("&lt;script&gt;alert(1)&lt;/script&gt;消费券并公布");
  });

  it("links the same facts as JSON beside it", () =>
    expect(getFacts(LIFT.path).addresses).toContain(`${BASE}2026/jianyi/39/index.json`));
});

describe("figures", () => {
  it("come with numerator, base and definition; a base of zero has no percentage", () => {
    const { text } = getFacts("/2026/");
    expect(text).toContain("238 / 262");
    expect(text).toContain("90.84%");
    expect(text).toContain("分子：已公开的件次；分母：已答复的件次，含依法不公开的。");
    expect(text).toContain("“—”表示分母为 0");
    expect(text).not.toContain("null");
  });

  it("do not add up classes of different schemes", () =>
    expect(getFacts("/2026/").text).toContain("合计中不把类别相加"));

  it("print the shares of a year as its report states them", () => {
    const { text } = getFacts("/2024/");
    expect(text).toContain("33.33%");
    expect(text).toContain("66.67%");
  });

  it("say so where a year has nothing yet", () =>
    expect(getFacts("/2027/").text).toContain("本年度还没有可以统计的事项"));
});

describe("the list of a year", () => {
  it("is reached from the top of the page, kind by kind", () =>
    expect(getFacts("/2026/").addresses).toEqual(
      expect.arrayContaining(["#total", "#jianyi", "#jianyi-list", "#tian", "#tian-list", "#schemes"]),
    ));

  it("folds what is beyond the first ten, and holds every matter", () => {
    const html = htmlOf("/2026/");
    expect(html).toContain("其余 10 件");
    expect(html.match(/class="t1"/g)).toHaveLength(LINES.length + 16);
    expect(html.match(/<details/g)).toHaveLength(1);
  });
});

describe("a withdrawn matter", () => {
  it("keeps address, day and reason, and is not indexed", () => {
    const page = getFacts("/2025/jianyi/bihui-1/");
    expect(page.text).toContain("2026年1月15日");
    expect(page.text).toContain("公开后发现含有个人信息");
    expect(page.metas["robots"]).toBe("noindex");
  });
});

describe("sentences", () => {
  // 〔2023〕10号 二（五）: the place in a numbered document is set off.
  it("have no space between two Chinese words, wherever the source breaks its lines", async () => {
    const page = await context.newPage();
    for (const { page: sample, html } of rendered) {
      await page.setContent(html, { waitUntil: "domcontentloaded" });
      const texts = await page.locator("main p, main figcaption").allInnerTexts();
      const gaps = texts.flatMap(
        (text) => text.match(/.{0,6}[\p{Script=Han}，。：；、](?<!号) [\p{Script=Han}].{0,6}/gu) ?? [],
      );
      expect(gaps, sample.path).toEqual([]);
    }
    await page.close();
  });
});

describe("a portal in which nothing is set or published", () => {
  it("prints no empty label and no null", async () => {
    for (const [path, page] of await factsOf(bare)) {
      expect(page.headings, path).toHaveLength(1);
      expect(page.text, path).not.toMatch(/null|undefined|NaN|承办：|网站标识码|联系电话：(?!\d)/);
      expect(Object.keys(page.metas), path).not.toContain("SiteIDCode");
    }
  });

  it("cites without an address rather than by a bare path, and says where the page is", async () => {
    const matter = SAMPLE_PAGES.filter((page) => page.path === LIFT.path);
    const [[, page] = []] = await factsOf(await renderPages(renderer, BARE_SITE, matter));
    expect(page?.text).toMatch(/\[EB\/OL\]\. \(\d{4}-\d{2}-\d{2}\)\[引用日期\]\.(?!\s*\/)/);
    expect(page?.text).toContain(`站内路径：${BASE}2026/jianyi/39/。`);
    expect(page?.text).toContain("网站，站内路径");
    expect(page?.metas["Url"]).toBeUndefined();
  });

  it("refuses a view at an address that is not its own", async () => {
    const view = SAMPLE_PAGES.find((page) => page.path === "/about/")?.view;
    if (!view) throw new Error("no sample");
    await expect(renderer.render({ site: SITE, path: "/data/", view })).rejects.toThrow();
  });
});
