const BASE = import.meta.env.BASE_URL.replace(/\/+$/, "");

/** The address of a page or file of this portal under its base path; `path` begins with a slash. */
export function href(path: string): string {
  return `${BASE}${path}`;
}

/** The permanent address with the origin, for citations and 规范网址; without an origin the path alone. */
export function toPermanentAddress(origin: string, path: string): string {
  return `${origin}${href(path)}`;
}
