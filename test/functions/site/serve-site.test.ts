import fs from "node:fs";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createSite } from "#functions/site/serve-site.ts";

let data: string;

async function put(path: string, text: string): Promise<void> {
  const file = join(data, "releases", path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), "huiyin-serve-"));
  await put("r000001/site/index.html", "<h1>首页</h1>");
  await put("r000001/site/404.html", "<h1>没有这个页面</h1>");
  await put("r000001/site/2026/jianyi/39/index.html", "<h1>第39号</h1>");
  await put("r000001/site/_astro/a.css", "h1{}");
  await put("r000000/site/_astro/older.css", "h2{}");
  await put("r000000/site/2025/index.html", "<h1>撤下之前</h1>");
  await put("r000001/site/data/2026.csv", "a");
  await put("r000001/manifest.json", '{"holds":["secret"]}');
  await put("../huiyin.db", "secret");
  await symlink("r000001", join(data, "releases/current"));
});
afterAll(async () => await rm(data, { recursive: true, force: true }));

const get = async (path: string, headers: Record<string, string> = {}, base = "") =>
  await createSite(data, base).request(path, { headers });

describe("the portal as served", () => {
  it.each([
    ["/", 200, "text/html; charset=utf-8"],
    ["/2026/jianyi/39/", 200, "text/html; charset=utf-8"],
    ["/_astro/a.css", 200, "text/css; charset=utf-8"],
    ["/data/2026.csv", 200, "text/csv; charset=utf-8"],
    ["/no-such-page/", 404, "text/html; charset=utf-8"],
    ["/2026/", 404, "text/html; charset=utf-8"],
  ])("answers %s with %i %s", async (path, status, type) => {
    const response = await get(path);
    expect(response.status).toBe(status);
    expect(response.headers.get("Content-Type")).toBe(type);
    expect(response.headers.get("Content-Security-Policy")).toContain("script-src 'self';");
    expect(response.headers.get("Content-Security-Policy")).not.toContain("unsafe-inline");
    expect(response.headers.get("X-Content-Type-Options")).toBe("nosniff");
  });

  it("sends a directory without a slash to the one with", async () => {
    const response = await get("/2026/jianyi/39");
    expect([response.status, response.headers.get("Location")]).toEqual([301, "/2026/jianyi/39/"]);
  });

  it.each([
    "/../manifest.json",
    "/%2e%2e/manifest.json",
    "/..%2f..%2f..%2fhuiyin.db",
    "/a/../../manifest.json",
    "/%00",
    "/%ff",
    "/..\\manifest.json",
  ])("does not leave the release for %s", async (path) => {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain("secret");
  });

  it.each([
    "//evil.example/%2e%2e%2f2026",
    "//evil.example/..%2f2026",
    "/%5c%5cevil.example/2026",
    "/2026//jianyi/39",
    "//2026/jianyi/39",
  ])("sends nobody elsewhere for %s", async (path) => {
    const response = await createSite(data, "").request(new Request(`http://portal.example${path}`));
    expect([response.status, response.headers.get("Location")]).toEqual([404, null]);
  });

  it("keeps compiled files for ever and asks for pages again", async () => {
    expect((await get("/_astro/a.css")).headers.get("Cache-Control")).toContain("immutable");
    expect((await get("/")).headers.get("Cache-Control")).toContain("must-revalidate");
  });

  it("still has the styles of an older release, whose pages may be open, and nothing else of it", async () => {
    expect(await (await get("/_astro/older.css")).text()).toBe("h2{}");
    expect((await get("/2025/")).status).toBe(404);
    expect((await get("/_astro/%2e%2e/2025/index.html")).status).toBe(404);
  });

  it("answers from the release that is there now where one went under the request", async () => {
    await put("r000003/site/2026/jianyi/40/index.html", "<h1>第40号</h1>");
    const link = join(data, "releases/current");
    const point = (id: string) => {
      fs.symlinkSync(id, `${link}.tmp`);
      fs.renameSync(`${link}.tmp`, link);
    };
    // Live and removed: the request has asked which release it is, and swap and removal come before it reads.
    point("r000002");
    const { stat } = fs.promises;
    fs.promises.stat = (async (path: string) => {
      if (path.includes("r000002")) point("r000003");
      return await stat(path);
    }) as typeof stat;
    syncBuiltinESMExports();
    const response = await get("/2026/jianyi/40/");
    fs.promises.stat = stat;
    syncBuiltinESMExports();
    expect(await response.text()).toBe("<h1>第40号</h1>");
    point("r000001");
  });

  it("does not say of a page that cannot be read that it is not there", async () => {
    await symlink("loop", join(data, "releases/r000001/site/loop"));
    const told: string[] = [];
    const site = createSite(data, "", undefined, (error, path) =>
      told.push(`${path} ${(error as { code?: string }).code}`),
    );
    const response = await site.request("/loop/");
    expect([response.status, response.headers.get("Retry-After")]).toEqual([503, "30"]);
    expect(await response.text()).toBe("本页暂时打不开，请稍后再看。");
    expect(told).toEqual(["/loop/ ELOOP"]);
    expect((await get(`/${"长".repeat(300)}/`)).status).toBe(404);
  });

  it("answers 304 to whoever has the page, and packs for whoever can unpack", async () => {
    const etag = (await get("/")).headers.get("ETag") ?? "";
    expect((await get("/", { "If-None-Match": etag })).status).toBe(304);
    const packed = await get("/", { "Accept-Encoding": "br, gzip" });
    expect(gunzipSync(Buffer.from(await packed.arrayBuffer())).toString()).toBe("<h1>首页</h1>");
  });

  it("stands under a base path", async () => {
    expect((await get("/zwgk/hy/2026/jianyi/39/", {}, "/zwgk/hy")).status).toBe(200);
    expect((await get("/zwgk/hy/2026/jianyi/39", {}, "/zwgk/hy")).headers.get("Location")).toBe(
      "/zwgk/hy/2026/jianyi/39/",
    );
  });

  it("answers nothing beside its base path, and sends the root there", async () => {
    expect((await get("/", {}, "/zwgk/hy")).headers.get("Location")).toBe("/zwgk/hy/");
    expect((await get("/2026/jianyi/39/", {}, "/zwgk/hy")).status).toBe(404);
    expect((await get("/zwgk/hyena/", {}, "/zwgk/hy")).status).toBe(404);
  });

  it("takes nothing but GET and HEAD", async () => {
    expect((await createSite(data, "").request("/", { method: "POST" })).status).toBe(404);
    const head = await createSite(data, "").request("/", { method: "HEAD" });
    expect([head.status, await head.text()]).toEqual([200, ""]);
  });

  it("says so while the first release is not there", async () => {
    const empty = await mkdtemp(join(tmpdir(), "huiyin-empty-"));
    const response = await createSite(empty, "").request("/");
    expect([response.status, response.headers.get("Retry-After")]).toEqual([503, "5"]);
    await rm(empty, { recursive: true });
  });
});
