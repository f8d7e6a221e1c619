import { describe, expect, it } from "vitest";
import type { Assets, Bindings } from "#functions/edge/bindings.ts";
import { createWorker } from "#functions/edge/create-worker.ts";
import { CONSOLE_HEADERS, SITE_HEADERS } from "#functions/site/site-headers.ts";

/** Assets lie without the base: it is part of addresses, not of a release. */
const FILES: Readonly<Record<string, string>> = {
  "index.html": "首页",
  "404.html": "没有这个网页",
  "2026/index.html": "年度",
  "console/index.html": "工作台",
};
const ASSETS: Assets = {
  fetch: async (request) => {
    const file = FILES[decodeURI(new URL(request.url).pathname.slice(1))];
    return file === undefined ? new Response("", { status: 404 }) : new Response(file);
  },
};
/** The database is away, as at every start: the portal stands all the same. */
const bindings = {
  ASSETS,
  FILES: { put: async () => undefined, get: async () => null, delete: async () => undefined },
  PDF_READER: { fetch: async () => new Response(null, { status: 500 }) },
  SITE_URL: "https://www.example.gov.cn",
  BASE_PATH: "/huiyin/",
  DATABASE_URL: "http://127.0.0.1:9",
  HUIYIN_SECRET: `test:${"A".repeat(43)}`,
} as unknown as Bindings;
const worker = createWorker(async () => "");
const execution = { waitUntil: () => undefined };
const ask = async (path: string, init: RequestInit = {}, env = bindings) =>
  await worker.fetch(new Request(`https://www.example.gov.cn${path}`, init), env, execution);

describe("the edge under a base path", () => {
  it.each([
    ["/huiyin/", 200, "首页"],
    ["/huiyin", 200, "首页"],
    ["/huiyin/2026/", 200, "年度"],
    ["/huiyin/nowhere/", 404, "没有这个网页"],
    ["/2026/", 404, "没有这个网页"],
    ["/huiyinx/", 404, "没有这个网页"],
  ])("%s", async (path, status, text) => {
    const answer = await ask(path);
    expect([answer.status, await answer.text()]).toEqual([status, text]);
    expect(Object.fromEntries(answer.headers)).toMatchObject(
      Object.fromEntries(Object.entries(SITE_HEADERS).map(([name, value]) => [name.toLowerCase(), value])),
    );
  });

  it.each([
    ["/", 302, "/huiyin/"],
    ["/huiyin/console", 301, "/huiyin/console/"],
    ["/huiyin/2026", 301, "/huiyin/2026/"],
  ])("%s leads below it", async (path, status, location) => {
    const answer = await ask(path);
    expect([answer.status, answer.headers.get("location")]).toEqual([status, location]);
  });

  it("console and API lie below it, and nowhere else", async () => {
    const page = await ask("/huiyin/console/ledger");
    expect([await page.text(), page.headers.get("content-security-policy")]).toEqual([
      "工作台",
      CONSOLE_HEADERS["Content-Security-Policy"],
    ]);
    expect(await (await ask("/huiyin/api/health")).json()).toMatchObject({ status: "ok" });
    expect((await ask("/api/health")).status).toBe(404);
    expect((await ask("/huiyin/", { method: "POST" })).status).toBe(405);
  });

  it("a wrong variable is said to nobody but the log", async () => {
    const answer = await createWorker(async () => "").fetch(
      new Request("https://www.example.gov.cn/"),
      { ...bindings, DATABASE_URL: "file:secret" },
      execution,
    );
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "60"]);
    expect(await answer.text()).not.toContain("secret");
  });
});
