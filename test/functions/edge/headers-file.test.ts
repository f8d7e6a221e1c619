import { describe, expect, it } from "vitest";
import { toHeadersFile } from "#functions/edge/headers-file.ts";
import { CONSOLE_HEADERS, SITE_HEADERS, cacheControl, consoleCacheControl } from "#functions/site/site-headers.ts";

/** What a platform that reads `_headers` sends: rules from above, each adds; `! Name` takes away what stood before. */
function headersOf(path: string): Record<string, string[]> {
  const sent: Record<string, string[]> = {};
  for (const rule of toHeadersFile().trim().split("\n\n")) {
    const [pattern = "", ...lines] = rule.split("\n");
    if (!path.startsWith(pattern.replace("*", ""))) continue;
    for (const line of lines.map((text) => text.trim())) {
      if (line.startsWith("! ")) delete sent[line.slice(2)];
      else {
        const at = line.indexOf(": ");
        (sent[line.slice(0, at)] ??= []).push(line.slice(at + 2));
      }
    }
  }
  return sent;
}

const once = (headers: Readonly<Record<string, string>>, cache: string) =>
  Object.fromEntries(Object.entries({ ...headers, "Cache-Control": cache }).map(([name, value]) => [name, [value]]));

describe("_headers says what both homes send", () => {
  it.each(["/", "/2026/jianyi/39/index.json", "/data/2026.csv", "/search-index/2026/0/head.gz", "/_astro/a.js"])(
    "%s",
    (path) => expect(headersOf(path)).toEqual(once(SITE_HEADERS, cacheControl(path.slice(1)))),
  );

  it.each(["", "ledger", "assets/a.js"])("/console/%s", (file) => {
    expect(headersOf(`/console/${file}`)).toEqual(once(CONSOLE_HEADERS, consoleCacheControl(file)));
  });
});
