import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "astro";
import type { SearchRecord } from "#domain/view/search-record.ts";
import { writeSearchIndex } from "#release/search-index/write-index.ts";

export type SearchSite = { readonly folder: string; readonly remove: () => Promise<void> };

const TERMS = [
  { kind: "unit", name: "市住建局", path: "/units/zhujian/", full: "shizhujianju", initials: "szjj" },
  { kind: "topic", name: "交通", path: "/topics/transport/", full: "jiaotong", initials: "jt" },
] as const;

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The real pages that search, under a base path, without an index. */
export async function buildSearchPages(base: string): Promise<SearchSite> {
  // Below the working folder: elsewhere Astro builds in one place for all, and two test files disturb one another.
  const cache = join(root, "node_modules/.cache");
  await mkdir(cache, { recursive: true });
  const work = await mkdtemp(join(cache, "search-site-"));
  const folder = join(work, "site");
  // The test runner sets it, and it would win over the base path given here.
  delete process.env["BASE_URL"];
  await build({
    root,
    configFile: false,
    srcDir: "./test/e2e/search-site",
    publicDir: "./test/e2e/search-site/public",
    outDir: folder,
    cacheDir: join(work, "cache"),
    base,
    logLevel: "error",
    build: { inlineStylesheets: "never", format: "directory" },
    vite: { build: { assetsInlineLimit: 0 } },
    devToolbar: { enabled: false },
  });
  return { folder, remove: () => rm(work, { recursive: true, force: true }) };
}

/** The real pages with the real index of the records beside them. */
export async function buildSearchSite(records: readonly SearchRecord[], base: string): Promise<SearchSite> {
  const site = await buildSearchPages(base);
  await writeSearchIndex(records, site.folder, { terms: TERMS, withheld: [{ year: 2024, replies: 3 }] });
  return site;
}
