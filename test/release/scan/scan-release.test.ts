import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readFiles } from "#release/read-files.ts";
import { NeedleFinder } from "#release/scan/needles.ts";
import { chooseNeedles, findLeaks } from "#release/scan/scan-release.ts";
import { writeSearchIndex } from "#release/search-index/write-index.ts";

const SECRET = "拟将临江路地块收储后转让给某企业";
/** Ten in a row only over its marks. */
const QUOTING = '他说"不同意公开"并要"退回材料"了事';
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "huiyin-scan-"));
});
afterEach(async () => await rm(folder, { recursive: true, force: true }));

async function plant(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), content);
}

async function scan(): Promise<string[]> {
  const finder = new NeedleFinder(chooseNeedles([SECRET, QUOTING], [], []));
  const leaks: string[] = [];
  for await (const { path, bytes } of readFiles(folder))
    leaks.push(...(await findLeaks(finder, path, bytes)).map((leak) => leak.path));
  return leaks;
}
const entities = [...SECRET].map((char) => `&#x${char.codePointAt(0)?.toString(16)};`).join("");
const escapes = [...SECRET].map((char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`).join("");
const nested = JSON.stringify(JSON.stringify(escapes)).slice(3, -3);
const btoa64 = (text: string) => Buffer.from(text).toString("base64");

describe("the scan of a release", () => {
  it.each<[string, string, string | Uint8Array]>([
    ["plain text in a page", "2026/index.html", `<p>${SECRET}</p>`],
    ["text split by tags", "a.html", `<p>${SECRET.slice(0, 6)}<b>${SECRET.slice(6)}</b></p>`],
    ["an attribute", "a.html", `<meta content="${SECRET}">`],
    ["a comment", "a.html", `<!-- ${SECRET} -->`],
    ["character references", "a.html", entities],
    [
      "character references with zeros in front",
      "a.html",
      entities.replaceAll("&#x", "&#x0000").replaceAll(/&#(?=\d)/g, "&#000"),
    ],
    ["quotation marks doubled in a table", "data/a.csv", `"1","${QUOTING.replaceAll('"', '""')}"`],
    ["JSON escapes", "index.json", `{"a":"${escapes}"}`],
    ["what remains of a title cut short", "a.html", `<title>…${SECRET.slice(2, 12)}…</title>`],
    ["JSON within JSON within an attribute", "a.html", `<p data-x="{&quot;a&quot;:&quot;${nested}&quot;}">`],
    ["escaped markup of a feed", "feed.xml", `&lt;p&gt;${SECRET.slice(0, 7)}&lt;b&gt;${SECRET.slice(7)}&lt;/b&gt;`],
    ["base64", "a.css", `url(data:image/svg+xml;base64,${btoa64(`<svg><text>${SECRET}</text></svg>`)})`],
    ["base64 in lines, after a word", "a.txt", `Content ${btoa64(SECRET).replace(/.{20}/g, "$&\r\n")}`],
    ["base64 for addresses", "a.js", `"${Buffer.from(SECRET).toString("base64url")}"`],
    ["gzip in base64", "a.json", `"${gzipSync(SECRET).toString("base64")}"`],
    ["gzip in gzip", "x.gz", gzipSync(gzipSync(SECRET))],
    ["an address", "sitemap.xml", `<loc>https://x/${encodeURIComponent(SECRET)}/</loc>`],
    ["zero-width joiners", "a.txt", [...SECRET].join("\u200b")],
    ["spaces between characters", "a.txt", [...SECRET].join(" ")],
    ["full-width forms", "a.csv", SECRET.replace("江", "江\u3000")],
    ["gzip under another name", "search-index/2026/0/text/1.gz", gzipSync([...SECRET].join(" "))],
    ["a script", "_astro/page.js", `const a = "${SECRET}";`],
    ["a style sheet", "_astro/a.css", `/* ${SECRET} */`],
    ["a picture of lines", "a.svg", `<svg><title>${SECRET}</title></svg>`],
    ["the name of a file", `data/${SECRET}.csv`, "空"],
  ])("finds %s", async (_, path, content) => {
    await plant("clean.html", "<p>公开的内容</p>");
    await plant(path, content);
    expect(await scan()).toContain(path);
  });

  it("finds what the search index holds", async () => {
    const record = {
      path: "/2026/jianyi/1/",
      year: 2026,
      kind: "suggestion",
      title: "关于路灯的建议",
      numberLabel: "第1号",
    } as const;
    const rest = {
      docNumbers: [],
      indexNumbers: [],
      units: [],
      topic: null,
      outcomes: [],
      mode: "full",
      keyItem: false,
      proposers: [],
    } as const;
    await writeSearchIndex([{ ...record, ...rest, publishedOn: "2026-05-01", body: `${SECRET}。` }], folder);
    expect((await scan()).some((path) => path.startsWith("search-index/"))).toBe(true);
  });

  it("finds nothing in a clean folder", async () => {
    await plant("a.html", "<p>公开的内容</p>");
    await plant("b.json", "{}");
    expect(await scan()).toEqual([]);
  });

  it.each(["a.docx", "b.pdf", "c.sqlite", "d.bin", "e.woff2", "search-index/2026/0/pairs/b-1.grams"])(
    "stops at %s, which it cannot open",
    async (path) => {
      await plant(path, "x");
      await expect(scan()).rejects.toThrow(path);
    },
  );
});
