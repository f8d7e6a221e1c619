import { keyOf } from "../plan/key.ts";
import { makeRobots, makeSitemap, makeSitemapIndex, sitemapFiles } from "./sitemap.ts";
import { type ArtefactWork, isKept } from "./work.ts";

async function writeGroup(work: ArtefactWork, group: string, paths: readonly string[]): Promise<string[]> {
  const files = sitemapFiles(group, paths.length);
  const key = keyOf(work.base, paths);
  for (const [index, file] of files.entries()) {
    if (!isKept(work, file, key)) await work.writer.put(file, makeSitemap(paths, index, work.base));
  }
  return files;
}

/** A map for each year and one for the rest, so that a publication touches two. @param pages all but those of matters */
export async function writeSitemaps(work: ArtefactWork, pages: Iterable<string>): Promise<void> {
  const { city, base, writer } = work;
  const tombstones = new Set([
    ...city.years.flatMap((year) => year.tombstones.map(({ tombstone }) => tombstone.path)),
    ...city.frame.goneDocuments.map(({ path }) => path),
  ]);
  const others = [...pages].filter((path) => path !== "/404.html" && !tombstones.has(path));
  const names = await writeGroup(work, "pages", others);
  for (const { year, matters } of city.years) {
    names.push(
      ...(await writeGroup(
        work,
        String(year),
        matters.map(({ line }) => line.path),
      )),
    );
  }
  const index = makeSitemapIndex(names, base);
  // Under both names that crawlers and checkers guess.
  const texts: [string, string][] = [
    ["sitemap.xml", index],
    ["sitemap-index.xml", index],
    ["robots.txt", makeRobots(base)],
  ];
  for (const [name, text] of texts) if (!isKept(work, name, keyOf(text))) await writer.put(name, text);
}
