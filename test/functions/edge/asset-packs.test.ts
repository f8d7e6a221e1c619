import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findInPack, packNumber, withPacks, writePack } from "#functions/edge/asset-packs.ts";
import type { Assets } from "#functions/edge/bindings.ts";
import { findNearLimit } from "#functions/edge/deploy-assets.ts";
import { listAssets, packAssets } from "#functions/edge/pack-assets.ts";

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

describe("a pack", () => {
  it("gives back what was put in it, and nothing else", () => {
    const file = fc.record({ path: fc.string({ unit: "grapheme" }), bytes: fc.uint8Array(), etag: fc.constant('"e"') });
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
    await packAssets(folder, MATTERS.length + OTHERS.length);
    expect((await listAssets(folder)).toSorted()).toEqual([...MATTERS, ...OTHERS].toSorted());
    expect((await ask("2026/jianyi/61/index.html")).status).toBe(404);
  });

  it("of one more has its small files put together; each is served under its address, byte for byte", async () => {
    await packAssets(folder, MATTERS.length + OTHERS.length - 1);
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
    await packAssets(folder, 1);
    const [path = ""] = MATTERS;
    const etag = (await ask(path)).headers.get("etag") ?? "";
    const again = await ask(path, { "If-None-Match": etag });
    expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", etag]);
    expect((await ask(path, { "If-None-Match": '"other"' })).status).toBe(200);
  });
});
