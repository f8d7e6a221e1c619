import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import { parse } from "csv-parse/sync";
import { parseAtomFeed } from "feedsmith";
import { type ConfigData, FileSystemConfigLoader, HtmlValidate } from "html-validate";
import readXlsxFile from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PublicFigures } from "#domain/view/public-year.ts";
import type { RegisterIndexView, RegisterView, TrendsView } from "#domain/view/record-views.ts";
import { openDemoCity, release, siteOf, type SmallCity } from "#test/release/support/small-city.ts";
import { checkFeed } from "./whole-site/check-feed.ts";
import { listFiles, listValues, readMetas, readPages, type Html } from "./whole-site/read-site.ts";
import { findHeavyPages } from "./whole-site/weigh-pages.ts";

const ORIGIN = "https://huiyin.example";
let city: SmallCity;
let site: string;
let files: string[];
let pages: Html[];
const at = (path: string) => join(site, path);
const readJson = async <T>(path: string) => JSON.parse(await readFile(at(path), "utf8")) as T;

beforeAll(async () => {
  city = await openDemoCity();
  await release(city);
  site = await siteOf(city.dataFolder);
  files = await listFiles(site);
  pages = await readPages(site, files);
}, 240_000);
afterAll(async () => await city?.remove());

describe("every page of the demo city", () => {
  it("is valid HTML", async () => {
    const rules: ConfigData = {
      extends: ["html-validate:standard"],
      rules: {
        // Astro leaves spaces at the ends of lines and the short form of attributes; both are the same HTML.
        "no-trailing-whitespace": "off",
        "attribute-boolean-style": "off",
        "attribute-empty-style": "off",
        "void-style": "off",
        "long-title": "off",
        "no-inline-style": "error",
      },
    };
    const validate = new HtmlValidate(new FileSystemConfigLoader(rules));
    const faults = new Map<string, string>();
    for (const [index, { path, html }] of pages.entries()) {
      // The frame is the same on every page: it is read on the first ones.
      const part =
        index < 20 ? html : html.replace(/<header class="site">.*?<\/header>|<footer class="site">.*?<\/footer>/gs, "");
      const { results } = await validate.validateString(part, path);
      for (const { ruleId, message } of results.flatMap(({ messages }) => messages))
        faults.set(`${ruleId} ${message}`, path);
    }
    expect([...faults]).toEqual([]);
  }, 120_000);

  it("leads only to pages, files and anchors that are there", () => {
    const known = new Set(files.map((file) => file.replace(/index\.html$/, "")));
    const ids = new Map(pages.map(({ path, html }) => [path, new Set(listValues(html, "id"))]));
    const broken: string[] = [];
    for (const { path, html } of pages) {
      const addresses = [...listValues(html, "href"), ...listValues(html, "src"), ...listValues(html, "action")];
      for (const address of new Set(addresses)) {
        const url = new URL(address, ORIGIN + path);
        if (url.origin !== ORIGIN) continue;
        const target = decodeURIComponent(url.pathname);
        const anchor = decodeURIComponent(url.hash.slice(1));
        const hasAnchor = anchor === "" || anchor.startsWith(":~:") || ids.get(target)?.has(anchor) === true;
        if (!known.has(target) || !hasAnchor) broken.push(`${path} → ${address}`);
      }
    }
    expect(broken.slice(0, 20)).toEqual([]);
  });

  it("has one heading, its tags, and nothing that the content security policy forbids", () => {
    const faults = pages.flatMap(({ path, html }) => {
      const metas = readMetas(html);
      const needs = ["SiteName", "SiteDomain", "SiteIDCode"];
      const isArticle = metas.has("ArticleTitle");
      if (isArticle) needs.push("PubDate", "ContentSource", "Url");
      if (!metas.has("robots")) needs.push("ColumnName", "ColumnType", "description");
      if (!metas.has("robots") && !isArticle) needs.push("ColumnDescription", "ColumnKeywords");
      return [
        ...((html.match(/<h1[\s>]/g) ?? []).length === 1 ? [] : [`${path} h1`]),
        ...needs.filter((name) => !metas.get(name)).map((name) => `${path} lacks ${name}`),
        ...(isArticle && !/^\d{4}-\d\d-\d\d \d\d:\d\d$/.test(metas.get("PubDate") ?? "") ? [`${path} PubDate`] : []),
        ...(/<style|\sstyle="|<script(?![^>]*\s(?:src=|type="application\/json"))|\son\w+="/.test(html)
          ? [`${path} inline`]
          : []),
      ];
    });
    expect(faults.slice(0, 20)).toEqual([]);
  });

  it("stays within its weight: style 12 KB, script 2 KB, a matter 20 KB with its style and 60 KB with everything", async () => {
    expect(await findHeavyPages(site, pages)).toEqual([]);
  });

  it("says nothing of null, undefined or an empty column", () => {
    const said = pages
      .filter(({ html }) => />[^<]*\b(?:null|undefined|NaN)\b[^<]*</.test(html))
      .map(({ path }) => path);
    expect(said).toEqual([]);
    const years = pages.filter(({ path }) => /^\/(?:register\/|follow-ups\/|commitments\/)?2027\//.test(path));
    expect(years).toEqual([]);
  });
});

describe("all counts agree", () => {
  it("in the register, the figures of the years and the yearly figures", async () => {
    const index = await readJson<RegisterIndexView>("register/index.json");
    const { years } = await readJson<TrendsView>("figures/index.json");
    expect(index.years.length).toBeGreaterThanOrEqual(4);
    for (const year of index.years) {
      const trend = years.find((item) => item.year === year.year);
      const { figures } = await readJson<{ figures: PublicFigures }>(`${year.year}/figures/index.json`);
      const { rows } = await readJson<RegisterView>(`register/${year.year}/index.json`);
      const of = (code: string) => figures.slices[0]?.figures.find((figure) => figure.code === code)?.numerator;
      const { full, summary, redacted, withheld, withdrawn, unpublished, handling } = year.parts;
      const shown = full + summary + redacted;
      const answered = shown + withheld + withdrawn + unpublished;
      expect([of("owed"), rows.length]).toEqual([answered + handling, answered + handling]);
      expect([of("answered_rate"), trend?.answered]).toEqual([answered, answered]);
      expect([of("public_rate"), trend?.published]).toEqual([shown, shown]);
      expect([trend?.owed, trend?.withheld, trend?.withdrawn]).toEqual([answered + handling, withheld, withdrawn]);
      expect(of("motions")).toBe(new Set(rows.filter((row) => row.state === "assigned").map(({ id }) => id)).size);
      const classes = trend?.classes.reduce((sum, { count }) => sum + count, 0) ?? 0;
      expect(classes + (trend?.unclassified ?? 0)).toBe(trend?.answered);
    }
  });

  it("where a number opens its list: what is not listed is not public", async () => {
    for (const year of [2023, 2024, 2025, 2026]) {
      const { counted, rows } = await readJson<RegisterView>(`register/${year}/index.json`);
      const hidden = rows.filter(({ standing }) => !["full", "summary", "redacted"].includes(standing ?? "")).length;
      for (const [place, { code, count, unit }] of counted.entries()) {
        const listed = rows.filter((row) => row.counted.includes(place));
        if (unit !== "件次") continue;
        // 会办 has no row of its own, and is no reply.
        if (["joint_parts", "parts"].includes(code)) continue;
        expect(listed.length, `${year} ${code}`).toBeLessThanOrEqual(count);
        expect(count - listed.length, `${year} ${code}`).toBeLessThanOrEqual(hidden);
      }
      for (const row of rows.filter(({ standing }) => standing === "withheld")) {
        expect([row.outcome, row.dueOn]).toEqual([null, null]);
        const said = row.counted.map((place) => counted[place]?.code ?? "");
        expect(said.filter((code) => /^(?:class|satisfied|dissatisfied|answered_on|conversion)/.test(code))).toEqual(
          [],
        );
      }
    }
  });

  it("on pages, in tables, in the year's files and in the feeds", async () => {
    const table = (name: string) =>
      parse<Record<string, string>>(readFileNow(`data/${name}-plain.csv`), { columns: true });
    const catalogue = table("catalogue");
    const letters = [2023, 2024, 2025, 2026].flatMap((year) => table(String(year)));
    const keys = (rows: Record<string, string>[]) => rows.map((row) => `${row["标识"]}.${row["单位代码"]}`).toSorted();
    expect(keys(letters)).toEqual(keys(catalogue));
    const matters = new Set(letters.map((row) => row["网址"]));
    const addresses = pages.map(({ path }) => ORIGIN + path).filter((path) => /\/\d{4}\/(?:jianyi|tian)\//.test(path));
    const gone = new Set(
      table("changes")
        .filter((row) => row["变动"] === "撤回")
        .map((row) => row["网址"]),
    );
    expect(new Set(addresses.filter((path) => !gone.has(path)))).toEqual(matters);
    const shown = ["全文公开", "摘要公开", "部分公开"];
    expect(keys(table("register").filter((row) => shown.includes(row["公开情况"] ?? "")))).toEqual(keys(letters));
    const map = (await readFile(at("sitemap-2025.xml"), "utf8")).match(/<loc>/g)?.length;
    expect(map).toBe(new Set(table("2025").map((row) => row["网址"])).size);
  });
});

const readFileNow = (path: string): string => texts.get(path) ?? "";
const texts = new Map<string, string>();
beforeAll(async () => {
  for (const file of files.filter((name) => name.endsWith("-plain.csv")))
    texts.set(file.slice(1), await readFile(at(file), "utf8"));
});

describe("open data", () => {
  it("are the same in every form", async () => {
    for (const year of [2023, 2026]) {
      const plain = await readFile(at(`data/${year}-plain.csv`));
      expect(await readFile(at(`data/${year}.csv`))).toEqual(Buffer.concat([Buffer.from("\uFEFF"), plain]));
      const rows = parse<Record<string, string>>(plain, { columns: true });
      // The same bytes whichever version of SQLite wrote them.
      expect((await readFile(at(`data/${year}.sqlite`))).readUInt32BE(96)).toBe(3_040_000);
      const db = new DatabaseSync(at(`data/${year}.sqlite`), { readOnly: true });
      expect(db.prepare("PRAGMA integrity_check").get()).toEqual({ integrity_check: "ok" });
      const stored = db.prepare("SELECT id, unit_code, title, body FROM replies").all();
      db.close();
      expect(stored.map((row) => ({ ...row }))).toEqual(
        rows.map((row) => ({ id: row["标识"], unit_code: row["单位代码"], title: row["标题"], body: row["正文"] })),
      );
      const [sheet] = await readXlsxFile(at(`data/${year}.xlsx`));
      expect(sheet?.data.length).toBe(rows.length + 1);
      expect(sheet?.data[1]?.[6]).toBe(rows[0]?.["标题"]);
      const matters = await readJson<{ id: string }[]>(`data/${year}.json`);
      expect(matters.map(({ id }) => id)).toEqual([...new Set(rows.map((row) => row["标识"]))]);
    }
    const book = await readXlsxFile(at("data/huiyin.xlsx"));
    expect(book.map(({ sheet }) => sheet)).toEqual([
      "公开答复目录",
      "登记簿",
      "统计指标",
      "指标口径",
      "续办续复",
      "承诺事项",
      "更正和撤回",
    ]);
  });

  it("have checksums that hold", async () => {
    const lines = (await readFile(at("data/SHA256SUMS.txt"), "utf8")).trimEnd().split("\n");
    const named = lines.map((line) => line.slice(66));
    const present = files.filter((file) => file.startsWith("/data/")).map((file) => file.slice(6));
    expect(new Set([...named, "SHA256SUMS.txt", "index.html"])).toEqual(new Set(present));
    for (const line of lines) {
      const bytes = await readFile(at(`data/${line.slice(66)}`));
      expect(createHash("sha256").update(bytes).digest("hex")).toBe(line.slice(0, 64));
    }
  });

  it("are described by an OpenAPI document, and are as it says", async () => {
    const document = await readJson<Record<string, unknown>>("data/openapi.json");
    const { valid, errors } = await new Validator().validate(structuredClone(document));
    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema({ ...document, $id: "openapi" });
    const checkMatter = ajv.compile({ $ref: "openapi#/components/schemas/Matter" });
    for (const matter of await readJson<unknown[]>("data/2025.json")) {
      checkMatter(matter);
      expect(checkMatter.errors ?? []).toEqual([]);
    }
    const checkFigures = ajv.compile({ $ref: "openapi#/components/schemas/Figures" });
    const { figures } = await readJson<{ figures: object }>("2025/figures/index.json");
    checkFigures({ ...figures, units: [] });
    expect(checkFigures.errors ?? []).toEqual([]);
  });

  it("say of every column what it means", async () => {
    const pack = await readJson<{
      resources: { path: string; schema: { fields: { name: string; description: string }[] } }[];
    }>("data/datapackage.json");
    for (const { path, schema } of pack.resources) {
      const [head] = parse(readFileNow(`data/${path}`), { to: 1 });
      expect(schema.fields.map(({ name }) => name)).toEqual(head);
      expect(schema.fields.every(({ description }) => description !== "")).toBe(true);
    }
  });

  it("can be followed by feeds that readers of feeds accept", async () => {
    const feeds = files.filter((file) => file.startsWith("/feeds/"));
    expect(feeds.length).toBeGreaterThan(60);
    for (const file of feeds) {
      const text = await readFile(at(file), "utf8");
      const { ids, faults } = checkFeed(file, text);
      expect(faults, file).toEqual([]);
      expect(new Set(ids).size, file).toBe(ids.length);
      expect(
        ids.every((id) => id?.startsWith(ORIGIN)),
        file,
      ).toBe(true);
    }
    const deletions = await readFile(at("feeds/deletions.xml"), "utf8");
    expect(deletions.match(/<at:deleted-entry /g)?.length).toBe(parseAtomFeed(deletions).entries?.length);
  });

  it("are not told to robots by what is withheld", async () => {
    expect(await readFile(at("robots.txt"), "utf8")).toBe(`User-agent: *\nAllow: /\nSitemap: ${ORIGIN}/sitemap.xml\n`);
  });
});
