import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CONSOLE_HEADERS, SITE_HEADERS, cacheControl, consoleCacheControl } from "../site/site-headers.ts";

type Headers = Readonly<Record<string, string>>;

function toRule(pattern: string, headers: Headers): string {
  return [pattern, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join("\n");
}

/** What a rule above it set, and this one sets otherwise: `_headers` would send both. */
const without = (headers: Headers): Headers =>
  Object.fromEntries(Object.keys(headers).map((name) => [`! ${name}`, ""]));

/**
 * The table of site-headers.ts as a `_headers` file. The Worker sets them by itself; the file serves where assets are
 * answered without it, and on static hosts that read such a file.
 */
export function toHeadersFile(): string {
  const own = Object.fromEntries(
    Object.entries(CONSOLE_HEADERS).filter(([name, value]) => SITE_HEADERS[name] !== value),
  );
  const cached = (value: string) => ({ "! Cache-Control": "", "Cache-Control": value });
  const rules = [
    toRule("/*", { ...SITE_HEADERS, "Cache-Control": cacheControl("") }),
    toRule("/_astro/*", cached(cacheControl("_astro/x"))),
    toRule("/console/*", { ...without(own), ...own, ...cached(consoleCacheControl("")) }),
    toRule("/console/assets/*", cached(consoleCacheControl("assets/x"))),
  ];
  return `${rules.join("\n\n").replaceAll(/^( {2}! [\w-]+): $/gm, "$1")}\n`;
}

export async function writeHeadersFile(folder: string): Promise<void> {
  await writeFile(join(folder, "_headers"), toHeadersFile());
}
