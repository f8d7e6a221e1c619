import { mkdir, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "astro";
import type { SearchRecord } from "#domain/view/search-record.ts";
import { writeSearchIndex } from "#release/search-index/write-index.ts";

export type SearchSite = {
  readonly folder: string;
  readonly indexBytes: number;
  readonly indexSeconds: number;
  readonly remove: () => Promise<void>;
};

const root = fileURLToPath(new URL("../..", import.meta.url));

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true });
  const sizes = await Promise.all(entries.map(async (entry) => await stat(join(folder, entry))));
  return sizes.reduce((sum, entry) => sum + (entry.isFile() ? entry.size : 0), 0);
}

/** The real search page under a base path, with the real index of the records beside it. */
export async function buildSearchSite(records: readonly SearchRecord[], base: string): Promise<SearchSite> {
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
  const start = performance.now();
  await writeSearchIndex(records, folder);
  return {
    folder,
    indexBytes: await sizeOf(join(folder, "pagefind")),
    indexSeconds: Math.round(performance.now() - start) / 1000,
    remove: () => rm(work, { recursive: true, force: true }),
  };
}
