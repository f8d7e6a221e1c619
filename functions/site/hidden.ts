import type { Reader } from "#db/open.ts";
import { listHiddenPaths } from "#db/reads/hidden-paths.ts";

/** How old the list may be: so long after a withdrawal the page may still be seen. */
const FRESH_MS = 500;

/** The files that stand for a hidden matter beside its page hold other matters too: they wait for the release. */
function isHiddenBy(path: string, hidden: string): boolean {
  const [, year = ""] = hidden.split("/");
  return path.startsWith(hidden) || path === `/data/${year}.csv` || path.startsWith(`/pagefind/${year}/`);
}

/**
 * Asks whether an address is hidden until the next release (a reply was withdrawn). Where the database does not answer,
 * the last list counts: the portal stands when everything else is down.
 */
export function createHiddenCheck(reader: Reader): (path: string) => Promise<boolean> {
  let hidden: readonly string[] = [];
  let readAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | undefined;
  const read = async () => {
    try {
      hidden = await listHiddenPaths(reader);
    } catch {
      // Away: what was known stays hidden.
    }
    readAt = performance.now();
    reading = undefined;
  };
  return async (path) => {
    if (performance.now() - readAt > FRESH_MS) await (reading ??= read());
    return hidden.some((item) => isHiddenBy(path, item));
  };
}
