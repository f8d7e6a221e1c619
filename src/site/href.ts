import type { SiteFrame } from "#domain/view/page-view.ts";

const BASE = import.meta.env.BASE_URL.replace(/\/+$/, "");

/** The address of a page or file of this portal under its base path; `path` begins with a slash. */
export function href(path: string): string {
  return `${BASE}${path}`;
}

/** The permanent address with the origin, for citations and 规范网址; null where no origin is set. */
export function toPermanentAddress(origin: string, path: string): string | null {
  return origin === "" ? null : `${origin}${href(path)}`;
}

/** Where a printed page can be found again, in words: its address, or the path on the site where no origin is set. */
export function toPlace(site: Pick<SiteFrame, "origin" | "siteName">, path: string): string {
  const address = toPermanentAddress(site.origin, path);
  return address === null ? `“${site.siteName}”网站，站内路径 ${href(path)}` : ` ${address}`;
}
