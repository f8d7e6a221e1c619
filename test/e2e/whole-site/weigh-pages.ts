import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { listValues, type Html } from "./read-site.ts";

/** Bytes as they travel, gzip. */
type PageWeight = {
  readonly path: string;
  readonly html: number;
  readonly css: number;
  readonly script: number;
  /** The icon and pictures. */
  readonly other: number;
};

const tagsOf = (html: string, tag: RegExp): string => (html.match(tag) ?? []).join(" ");

/** Weighs a page with what they load before anybody acts on them; what several pages load is weighed once. */
function openScales(site: string): (page: Html) => Promise<PageWeight> {
  const known = new Map<string, Promise<number>>();
  const weigh = (address: string): Promise<number> => {
    const weight = known.get(address) ?? readFile(join(site, address)).then((bytes) => gzipSync(bytes).length);
    known.set(address, weight);
    return weight;
  };
  const sum = async (addresses: readonly string[]): Promise<number> => {
    const weights = await Promise.all(addresses.map(weigh));
    return weights.reduce((total, weight) => total + weight, 0);
  };
  return async ({ path, html }) => ({
    path,
    html: gzipSync(html).length,
    css: await sum(listValues(tagsOf(html, /<link rel="stylesheet"[^>]*>/g), "href")),
    script: await sum(listValues(tagsOf(html, /<script[^>]*\ssrc=[^>]*>/g), "src")),
    other: await sum([
      ...listValues(tagsOf(html, /<link rel="icon"[^>]*>/g), "href"),
      ...listValues(tagsOf(html, /<img[^>]*>/g), "src"),
    ]),
  });
}

const KB = 1024;
/** These three work in the browser: they look for words, remember a search, compute a hash. */
const WORKING = ["/search/", "/follow-search/", "/verify/"];

function isHeavy({ path, html, css, script, other }: PageWeight): boolean {
  // No style sheet at all would be a fault of the scales.
  if (css < KB || css > 12 * KB) return true;
  if (!WORKING.includes(path) && script > 2 * KB) return true;
  const isMatter = /^\/\d{4}\/(?:jianyi|tian)\//.test(path);
  return isMatter && (html + css > 20 * KB || html + css + script + other > 60 * KB);
}

/** Pages above the budgets of the design (§10), of a real release. */
export async function findHeavyPages(site: string, pages: readonly Html[]): Promise<PageWeight[]> {
  const weigh = openScales(site);
  const weights = await Promise.all(pages.map(weigh));
  return weights.filter(isHeavy);
}
