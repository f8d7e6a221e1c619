import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ASSET_LIMITS, findNearLimit } from "#functions/edge/deploy-assets.ts";
import type { SizedFile } from "#functions/edge/plan-packs.ts";
import { planPacks } from "#functions/edge/plan-packs.ts";

const sites = new Map<number, SizedFile[]>();
function listSite(matters: number): SizedFile[] {
  const known = sites.get(matters) ?? makeSite(matters);
  sites.set(matters, known);
  return known;
}

/**
 * A site of so many matters over ten years, after the lists of files of a release of 9,328 (test/bench/edge/layout.ts): a page and
 * its data, 2.1 files of the search, 0.118 others each; sizes as there.
 */
function makeSite(matters: number): SizedFile[] {
  const of = (count: number, toPath: (at: number) => string, bytes: number) =>
    Array.from({ length: Math.ceil(count) }, (_, at) => ({ path: toPath(at), bytes }));
  const place = (at: number) => `${2017 + (at % 10)}/${at % 2 ? "jianyi" : "tian"}/${at}`;
  return [
    ...of(matters, (at) => `${place(at)}/index.html`, 17_500),
    ...of(matters, (at) => `${place(at)}/index.json`, 9300),
    ...of(matters * 2.1, (at) => `search-index/2017-2026/fragment/zh_${at.toString(36)}.pf_fragment`, 2300),
    ...of(matters * 0.118, (at) => `replies/full/${at}/index.html`, 50_000),
    ...of(10, (at) => `data/${2017 + at}.sqlite`, (3_900_000 * matters) / 9328),
  ];
}

describe("a site within the limits of the plan", () => {
  it.each([
    [4000, "free", 0],
    [9328, "free", 8192],
    [100_000, "free", 4096],
    [20_000, "paid", 0],
    [100_000, "paid", 65_536],
  ] as const)("%i matters on the %s plan", (matters, name, count) => {
    const limits = ASSET_LIMITS[name];
    const plan = planPacks(listSite(matters), limits);
    expect(plan.count).toBe(count);
    expect(plan.files).toBeLessThanOrEqual(limits.files);
    expect(plan.largestPack).toBeLessThan(limits.fileBytes / 10);
  });

  it("is not squeezed beyond what a reader can wait for: then the deployment says what to do", () => {
    const limits = { ...ASSET_LIMITS.free, files: 1300 };
    const { files, count } = planPacks(listSite(9328), limits);
    expect([count, files > limits.files]).toEqual([512, true]);
    expect(findNearLimit(files, limits.files)).toMatch(/提高平台的套餐或改为自建服务器/);
  });

  it("every file is as it was, in one pack or cut, and nothing is laid out twice", () => {
    const file = fc.record({
      path: fc.oneof(
        fc.nat(5000).map((at) => `2026/jianyi/${at}/index.html`),
        fc.nat(500).map((at) => `search-index/2026/${at}.gz`),
        fc.nat(500).map((at) => `data/${at}.csv`),
      ),
      bytes: fc.nat(300),
    });
    const files = fc.uniqueArray(file, { selector: ({ path }) => path, maxLength: 300 });
    fc.assert(
      fc.property(
        files,
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 20, max: 400 }),
        (given, most, fileBytes) => {
          const plan = planPacks(given, { files: most, fileBytes });
          const packed = [...plan.packs.values()].flat();
          const cut = [...plan.cut.values()].flat();
          expect(new Set([...packed, ...cut]).size).toBe(packed.length + cut.length);
          expect(cut).toEqual(expect.arrayContaining(given.filter(({ bytes }) => bytes > fileBytes)));
          expect(packed.every(({ path, bytes }) => !path.startsWith("data/") && bytes <= fileBytes)).toBe(true);
          if (given.length <= most) expect(packed).toEqual([]);
          if (given.length <= most && cut.length === 0) expect([plan.count, plan.files]).toEqual([0, given.length]);
        },
      ),
    );
  });
});
