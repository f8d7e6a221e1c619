import { describe, expect, it } from "vitest";
import { contentType } from "#functions/site/content-type.ts";
import { CONSOLE_HEADERS, SITE_HEADERS, cacheControl } from "#functions/site/site-headers.ts";
import { SECURITY_HEADERS } from "#functions/http/headers.ts";
import type { Home } from "#test/support/homes/home.ts";
import { expectAgreed } from "./agreed.ts";

/** One address of each class of file that a release has. */
const FILES = [
  ["/", "text/html"],
  ["/2026/", "text/html"],
  ["/2026/jianyi/39/", "text/html"],
  ["/2026/jianyi/39/index.html", "text/html"],
  ["/2026/jianyi/39/index.json", "application/json"],
  ["/units/zhujian/", "text/html"],
  ["/search/", "text/html"],
  ["/verify/", "text/html"],
  ["/data/", "text/html"],
  ["/favicon.svg", "image/svg+xml"],
  ["/robots.txt", "text/plain"],
  ["/sitemap.xml", "application/xml"],
  ["/.well-known/huiyin-release.json", "application/json"],
] as const;
const NOWHERE = [
  "/nowhere",
  "/nowhere/",
  "/2026/jianyi/40/",
  "/..%2fhuiyin.db",
  "//evil.example/",
  "/_headers",
  "/_packs/count",
  "/%zz",
];
const REVALIDATE = "public, max-age=0, must-revalidate";
const FOREVER = "public, max-age=31536000, immutable";

const pick = (headers: Headers, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, headers.get(name)]));

async function digest(response: Response): Promise<string> {
  return Buffer.from(await crypto.subtle.digest("SHA-256", await response.arrayBuffer())).toString("hex");
}

/** One file of each class that the release has: where it lies, numbers and names aside, and its ending. */
async function listClasses(home: Home): Promise<{ readonly path: string; readonly sha256: string }[]> {
  const read = async <T>(name: string) => (await (await home.request(`/.well-known/${name}`)).json()) as T;
  const { parts } = await read<{ parts: { name: string }[] }>("huiyin-release.json");
  const classes = new Map<string, { readonly path: string; readonly sha256: string }>();
  for (const { name } of parts) {
    const list = `huiyin-files/${name === "" ? "site" : name.replaceAll("/", "-")}.json`;
    for (const file of await read<{ path: string; sha256: string }[]>(list)) {
      const [first = "", ...rest] = file.path.split("/");
      classes.set(`${first.replaceAll(/\d+/g, "n")} ${rest.length} ${file.path.split(".").at(-1) ?? ""}`, file);
    }
  }
  return [...classes.values()];
}

/** Addresses of a page's own styles and scripts. */
async function listLinked(home: Home, page: string, pattern: RegExp): Promise<string[]> {
  const html = await (await home.request(page)).text();
  return [...html.matchAll(pattern)].map(([, path = ""]) => path);
}

export function siteCases(home: () => Home): void {
  describe("the portal", () => {
    it.each(FILES)("%s: type, policy, cache and bytes", async (path, type) => {
      const answer = await home().request(path);
      expect(answer.status).toBe(200);
      expect(answer.headers.get("content-type")).toContain(type);
      expect(pick(answer.headers, Object.keys(SITE_HEADERS))).toEqual(SITE_HEADERS);
      expect(answer.headers.get("cache-control")).toBe(REVALIDATE);
      expectAgreed(`bytes ${path}`, await digest(answer));
    });

    it("of every class of file in the release: policy, cache, type, and the bytes that were sealed", async () => {
      const files = await listClasses(home());
      expect(files.length).toBeGreaterThan(30);
      for (const { path, sha256 } of files) {
        const answer = await home().request(`/${encodeURI(path)}`);
        expect([answer.status, answer.headers.get("content-type")], path).toEqual([200, contentType(path)]);
        expect(pick(answer.headers, Object.keys(SITE_HEADERS)), path).toEqual(SITE_HEADERS);
        expect(answer.headers.get("cache-control"), path).toBe(cacheControl(path));
        expect(await digest(answer), path).toBe(sha256);
      }
    });

    it("compiled styles and scripts are kept for ever, and nothing else is", async () => {
      const assets = await listLinked(home(), "/search/", /(?:href|src)="(\/_astro\/[^"]+)"/g);
      expect(assets.length).toBeGreaterThan(1);
      for (const path of assets) {
        const answer = await home().request(path);
        expect([answer.status, answer.headers.get("cache-control")], path).toEqual([200, FOREVER]);
        expect(pick(answer.headers, Object.keys(SITE_HEADERS))).toEqual(SITE_HEADERS);
      }
    });

    it("what was read before is not sent again", async () => {
      const first = await home().request("/2026/");
      const etag = first.headers.get("etag") ?? "";
      expect(etag).not.toBe("");
      const again = await home().request("/2026/", { headers: { "If-None-Match": etag } });
      expect([again.status, await again.text()]).toEqual([304, ""]);
      expect((await home().request("/2026/", { headers: { "If-None-Match": '"other"' } })).status).toBe(200);
    });

    it.each(NOWHERE)("%s is the page of a miss", async (path) => {
      const answer = await home().request(path);
      expect(answer.status).toBe(404);
      expect(pick(answer.headers, Object.keys(SITE_HEADERS))).toEqual(SITE_HEADERS);
      expectAgreed("miss", await digest(answer));
    });

    it("a folder without its slash leads to it; HEAD has no body; nothing can be posted", async () => {
      const folder = await home().request("/2026/jianyi/39");
      expect([folder.status, folder.headers.get("location")]).toEqual([301, "/2026/jianyi/39/"]);
      const head = await home().request("/2026/", { method: "HEAD" });
      expect([head.status, await head.text()]).toEqual([200, ""]);
      const post = await home().request("/2026/", { method: "POST", body: "x" });
      expect(post.status).toBeGreaterThanOrEqual(404);
    });
  });

  describe("the console", () => {
    it("every address below it is its one page, never kept, never indexed", async () => {
      for (const path of ["/console/", "/console/ledger", "/console/activate"]) {
        const answer = await home().request(path);
        expect(answer.status, path).toBe(200);
        expect(pick(answer.headers, Object.keys(CONSOLE_HEADERS))).toEqual(CONSOLE_HEADERS);
        expect(answer.headers.get("cache-control")).toBe("no-cache");
        expectAgreed("console", await digest(answer));
      }
      const bare = await home().request("/console");
      expect([bare.status, bare.headers.get("location")]).toEqual([301, "/console/"]);
    });

    it("its scripts are kept for ever; what is not there is a miss", async () => {
      const [script = ""] = await listLinked(home(), "/console/", /src="(\/console\/assets\/[^"]+)"/g);
      const answer = await home().request(script);
      expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, FOREVER]);
      expectAgreed("console script", await digest(answer));
      expect((await home().request("/console/assets/none.js")).status).toBe(404);
    });
  });

  describe("the API's headers", () => {
    it.each(["/api/health", "/api/me", "/api/nowhere", "/api/openapi.json", "/api/units"])("%s", async (path) => {
      const { headers } = await home().request(path);
      expect(pick(headers, Object.keys(SECURITY_HEADERS))).toEqual(SECURITY_HEADERS);
      expect(headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    });
  });
}
