import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findInPack, packNumber, withPacks, writePack } from "#functions/edge/asset-packs.ts";
import type { Assets } from "#functions/edge/bindings.ts";
import { findNearLimit } from "#functions/edge/deploy-assets.ts";
import { listAssets, packAssets } from "#functions/edge/pack-assets.ts";
import { planPacks } from "#functions/edge/plan-packs.ts";

const MATTERS = Array.from({ length: 60 }, (_, index) => `2026/jianyi/${index + 1}/index.html`);
const OTHERS = ["index.html", "2026/index.html", "data/2026.csv", "2026/jianyi/1/files/a.pdf"];

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "huiyin-packs-"));
  for (const path of [...MATTERS, ...OTHERS]) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), `内容 ${path}`);
  }
});
afterEach(async () => await rm(folder, { recursive: true }));

/** The folder as the platform serves it. */
const served = (): Assets => ({
  fetch: async (request) => {
    const path = decodeURI(new URL(request.url).pathname.slice(1));
    return await readFile(join(folder, path)).then(
      (bytes) => new Response(bytes),
      () => new Response("miss", { status: 404 }),
    );
  },
});
const ask = async (path: string, headers = {}) =>
  await withPacks(served()).fetch(new Request(`https://huiyin.example/${encodeURI(path)}`, { headers }));
const listSized = async (place: string) =>
  await Promise.all(
    (await listAssets(place)).map(async (path) => ({ path, bytes: (await stat(join(place, path))).size })),
  );
/** Large enough for every file here. */
const most = (files: number) => ({ files, fileBytes: 1000 });

describe("a pack", () => {
  it("gives back what was put in it, and nothing else", () => {
    const file = fc.record({
      path: fc.string({ unit: "grapheme" }),
      bytes: fc.uint8Array(),
      etag: fc.constant('"e"'),
      pieces: fc.nat(),
    });
    const files = fc.uniqueArray(file, { selector: ({ path }) => path });
    fc.assert(
      fc.property(files, fc.string(), (given, other) => {
        const pack = writePack(given);
        for (const one of given) expect(findInPack(pack, one.path)).toEqual(one);
        if (!given.some(({ path }) => path === other)) expect(findInPack(pack, other)).toBeUndefined();
      }),
    );
  });

  it("where a file lies does not hang on the others", () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 4096 }), (path, count) => {
        const number = packNumber(path, count);
        expect(number >= 0 && number < count && number === packNumber(path, count)).toBe(true);
      }),
    );
  });
});

describe("a site of more files than the platform takes", () => {
  it("of as many as it takes stays as it is", async () => {
    await packAssets(folder, most(MATTERS.length + OTHERS.length));
    expect((await listAssets(folder)).toSorted()).toEqual([...MATTERS, ...OTHERS].toSorted());
    expect((await ask("2026/jianyi/61/index.html")).status).toBe(404);
  });

  it("of one more has its small files put together; each is served under its address, byte for byte", async () => {
    await packAssets(folder, most(MATTERS.length + OTHERS.length - 1));
    const files = await listAssets(folder);
    expect(files).toEqual(expect.arrayContaining(OTHERS));
    expect(files.length).toBeLessThan(OTHERS.length + MATTERS.length / 4);
    for (const path of [...MATTERS, ...OTHERS]) {
      const answer = await ask(path);
      expect([answer.status, await answer.text()]).toEqual([200, `内容 ${path}`]);
    }
    expect((await ask("2026/jianyi/61/index.html")).status).toBe(404);
  });

  it("says so from four fifths of the limit on", () => {
    expect(findNearLimit(16_000, 20_000)).toBeUndefined();
    expect(findNearLimit(16_001, 20_000)).toMatch(
      /^网站现有 16001 个文件，已达部署平台上限 20000 个的 80%；.*自建服务器/,
    );
  });

  it("says that a packed file is not modified", async () => {
    await packAssets(folder, most(1));
    const [path = ""] = MATTERS;
    const etag = (await ask(path)).headers.get("etag") ?? "";
    const again = await ask(path, { "If-None-Match": etag });
    expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", etag]);
    expect((await ask(path, { "If-None-Match": '"other"' })).status).toBe(200);
  });
});

describe("a file larger than the platform takes", () => {
  const BIG = ["data/2026.sqlite", "data/带空格 的%表.csv", "2026/jianyi/7/index.html"];
  const text = (path: string, size: number) => `${path} `.repeat(size).slice(0, size);
  beforeEach(async () => {
    for (const [index, path] of BIG.entries())
      await writeFile(join(folder, path), text("内", 1000 * (index + 2) + index));
  });

  it.each([
    ["alone", 1000],
    ["in a site of too many files", 1],
  ])("%s is cut, and served whole under its address", async (_, files) => {
    const limits = { files, fileBytes: 1000 };
    const before = await Promise.all(BIG.map(async (path) => await readFile(join(folder, path))));
    const planned = planPacks(await listSized(folder), limits);
    await packAssets(folder, limits);
    const laidOut = await listSized(folder);
    expect(laidOut).toHaveLength(planned.files);
    expect(laidOut.filter(({ path, bytes }) => bytes > 1000 && !/^_packs\/\d+$/.test(path))).toEqual([]);
    for (const [index, path] of BIG.entries()) {
      const answer = await ask(path);
      expect(answer.status).toBe(200);
      expect(Buffer.from(await answer.arrayBuffer()).equals(before[index] ?? Buffer.of())).toBe(true);
      const etag = answer.headers.get("etag") ?? "";
      expect((await ask(path, { "If-None-Match": etag })).status).toBe(304);
    }
    expect(await (await ask("2026/jianyi/8/index.html")).text()).toBe("内容 2026/jianyi/8/index.html");
    expect((await ask(`${BIG[0]}.0`)).status).toBe(404);
  });

  it("breaks off where a piece is missing: half a file is none", async () => {
    await packAssets(folder, { files: 1000, fileBytes: 1000 });
    await rm(join(folder, "_packs/pieces/data/2026.sqlite.1"));
    await expect((await ask("data/2026.sqlite")).arrayBuffer()).rejects.toThrow();
  });

  it("is not read where only its head is asked for", async () => {
    await packAssets(folder, { files: 1000, fileBytes: 1000 });
    const asked: string[] = [];
    const assets: Assets = {
      fetch: async (request) => {
        asked.push(request.url);
        return await served().fetch(request);
      },
    };
    const answer = await withPacks(assets).fetch(new Request("https://huiyin.example/data/2026.sqlite"));
    await answer.body?.cancel();
    expect(asked.filter((url) => url.includes("pieces"))).toEqual([]);
  });
});
