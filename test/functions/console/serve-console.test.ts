import { beforeAll, describe, expect, test } from "vitest";
import { buildConsole } from "#functions/console/build-console.ts";
import { createConsole } from "#functions/console/serve-console.ts";

let site: ReturnType<typeof createConsole>;
let page = "";

beforeAll(async () => {
  site = createConsole(await buildConsole("/huiyin"), "/huiyin");
  page = await (await site.request("/huiyin/console/")).text();
});

describe("the console's files", () => {
  test("every address of a screen is the one page, never kept without asking", async () => {
    const answer = await site.request("/huiyin/console/ledger/2026-jianyi-39");
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe(page);
    expect(answer.headers.get("Cache-Control")).toBe("no-cache");
    expect(answer.headers.get("X-Robots-Tag")).toBe("noindex");
  });

  test("no policy allows an inline script or style, and none is there", async () => {
    const answer = await site.request("/huiyin/console/");
    expect(answer.headers.get("Content-Security-Policy")).not.toMatch(/unsafe/);
    expect(page).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=/);
  });

  test("compiled files stand below the base path and are kept for good", async () => {
    const script = /src="(\/huiyin\/console\/assets\/[^"]+\.js)"/.exec(page)?.[1] ?? "none";
    const answer = await site.request(script, { headers: { "Accept-Encoding": "gzip" } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("Content-Type")).toBe("text/javascript; charset=utf-8");
    expect(answer.headers.get("Cache-Control")).toContain("immutable");
    expect(answer.headers.get("Content-Encoding")).toBe("gzip");
  });

  test.each(["assets/none-12345678.js", "assets/..%2f..%2fpackage.json"])("%s is not there", async (path) => {
    const answer = await site.request(`/huiyin/console/${path}`);
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toContain('huiyin"');
  });

  test("without the slash it leads to the console", async () => {
    const answer = await site.request("/huiyin/console");
    expect([answer.status, answer.headers.get("Location")]).toEqual([301, "/huiyin/console/"]);
  });
});
