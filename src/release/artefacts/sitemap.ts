function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** sitemaps.org 0.9 allows 50,000 addresses a file. */
const PER_FILE = 50_000;
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** File name → text. `base` is origin and base path without a slash at the end. */
export function makeSitemaps(paths: readonly string[], base: string): Map<string, string> {
  const files = new Map<string, string>();
  for (let at = 0; at < paths.length; at += PER_FILE) {
    const urls = paths.slice(at, at + PER_FILE).map((path) => `<url><loc>${escapeXml(base + path)}</loc></url>`);
    const name = paths.length <= PER_FILE ? "sitemap.xml" : `sitemap-${at / PER_FILE + 1}.xml`;
    files.set(name, `${HEAD}<urlset ${NAMESPACE}>${urls.join("")}</urlset>\n`);
  }
  if (files.size > 1) {
    const maps = [...files.keys()].map((name) => `<sitemap><loc>${escapeXml(`${base}/${name}`)}</loc></sitemap>`);
    files.set("sitemap.xml", `${HEAD}<sitemapindex ${NAMESPACE}>${maps.join("")}</sitemapindex>\n`);
  }
  return files;
}

/** Names nothing that should not be known: a Disallow line would. */
export function makeRobots(base: string): string {
  return `User-agent: *\nAllow: /\nSitemap: ${base}/sitemap.xml\n`;
}
