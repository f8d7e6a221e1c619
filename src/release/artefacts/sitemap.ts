import { escapeXml } from "./escape-xml.ts";

/** sitemaps.org 0.9 allows 50,000 addresses a file. */
const PER_FILE = 50_000;
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** Files of one group of addresses: a year, or the pages beside the years. */
export function sitemapFiles(group: string, count: number): string[] {
  const files = Math.ceil(count / PER_FILE);
  return Array.from({ length: files }, (_, index) => `sitemap-${group}${index === 0 ? "" : `-${index + 1}`}.xml`);
}

/** `base` is origin and base path without a slash at the end. */
export function makeSitemap(paths: readonly string[], file: number, base: string): string {
  const own = paths.slice(file * PER_FILE, (file + 1) * PER_FILE);
  const urls = own.map((path) => `<url><loc>${escapeXml(base + path)}</loc></url>`);
  return `${HEAD}<urlset ${NAMESPACE}>${urls.join("")}</urlset>\n`;
}

export function makeSitemapIndex(names: readonly string[], base: string): string {
  const maps = names.map((name) => `<sitemap><loc>${escapeXml(`${base}/${name}`)}</loc></sitemap>`);
  return `${HEAD}<sitemapindex ${NAMESPACE}>${maps.join("")}</sitemapindex>\n`;
}

/** Names nothing that should not be known: a Disallow line would. */
export function makeRobots(base: string): string {
  return `User-agent: *\nAllow: /\nSitemap: ${base}/sitemap.xml\n`;
}
