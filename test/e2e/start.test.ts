import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser } from "#test/support/browser.ts";

const entry = fileURLToPath(new URL("../../functions/node.ts", import.meta.url));

let data: string;
let browser: Browser;
let server: ChildProcess | undefined;

/** Starts the server on a free port; resolves with its address once it says that it serves. */
async function start(): Promise<{ url: string; output: string }> {
  const child = spawn(process.execPath, [entry], {
    env: { ...process.env, PORT: "0", HUIYIN_DATA: data },
    stdio: ["ignore", "pipe", "inherit"],
  });
  server = child;
  return await new Promise((resolve, reject) => {
    let output = "";
    child.on("exit", (code) => reject(new Error(`the server ended with ${code}\n${output}`)));
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      const url = /http:\/\/127\.0\.0\.1:\d+\//.exec(output)?.[0];
      if (url) resolve({ url, output });
    });
  });
}

async function stop(): Promise<void> {
  const child = server;
  if (!child) return;
  child.removeAllListeners("exit");
  const ended = new Promise((resolve) => child.on("exit", resolve));
  child.kill();
  await ended;
  server = undefined;
}

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), "huiyin-start-"));
  browser = await openBrowser();
});
afterAll(async () => {
  await stop();
  await browser.close();
  await rm(data, { recursive: true, force: true });
});

type Matter = {
  view?: never;
  matter: {
    path: string;
    title: string;
    replies: { body: { content: { type: string; content?: { text?: string }[] }[] } }[];
  };
};

describe("npm start", { timeout: 120_000 }, () => {
  it("loads the demo city, makes the site and serves portal, console and API", async () => {
    const { url, output } = await start();
    expect(output).toContain("云川市");
    for (const path of [
      "",
      "replies/",
      "search/",
      "units/",
      "topics/",
      "documents/",
      "data/",
      "about/",
      "verify/",
      "console/",
      "api/docs",
      "robots.txt",
      "sitemap.xml",
    ]) {
      expect((await fetch(url + path)).status, path).toBe(200);
    }
    expect((await fetch(`${url}no-such-page/`)).status).toBe(404);
    expect(await (await fetch(`${url}api/openapi.json`)).json()).toMatchObject({
      openapi: expect.stringMatching(/^3\.1/) as string,
    });
    expect(await (await fetch(`${url}.well-known/huiyin-release.json`)).json()).toMatchObject({ id: "r000001" });
    await findsFragment(url);
  });

  it("serves what is there at the second start", async () => {
    await stop();
    const { url, output } = await start();
    expect(output).not.toContain("正在生成网站");
    expect((await fetch(url)).status).toBe(200);
    expect((await readdir(join(data, "releases"))).toSorted()).toEqual(["current", "parts", "r000001"]);
  });
});

/** From the middle of a sentence in the middle of a letter. */
async function findsFragment(url: string): Promise<void> {
  const sitemap = await (await fetch(`${url}sitemap-2025.xml`)).text();
  const path = /\/2025\/jianyi\/\d+\//.exec(sitemap)?.[0] ?? "";
  const { matter } = (await (await fetch(`${url}${path.slice(1)}index.json`)).json()) as Matter;
  const paragraphs = (matter.replies[0]?.body.content ?? []).map(
    (block) => block.content?.map((node) => node.text ?? "").join("") ?? "",
  );
  const run = paragraphs.slice(3).flatMap((text) => text.match(/\p{Script=Han}{12,}/gu) ?? [])[0] ?? "";
  const page = await browser.newPage();
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  await page.goto(`${url}search/?q=${encodeURIComponent(run.slice(3, 11))}`);
  const found = page.locator("#search-results a").filter({ hasText: matter.title });
  await found.first().waitFor({ timeout: 20_000 });
  expect(await found.first().getAttribute("href")).toContain(path);
  expect(problems).toEqual([]);
  await page.close();
}
