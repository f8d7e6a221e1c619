import type { Reader } from "#db/open.ts";
import { listHiddenPaths } from "#db/reads/hidden-paths.ts";

/** How old the list may be: so long after a withdrawal the page may still be seen. */
const FRESH_MS = 500;
/** Opened by programs, so that nobody sees from outside what stands in them. */
const PACKED = /\.(?:xlsx|zip|gz|sqlite|db|pdf)$/;
/** Lines of titles, and addresses alone: the front page stands when everything else is down (design §1). */
const ALWAYS_SHOWN = /^\/(?:index\.html)?$|^\/sitemap[\w-]*\.xml$/;

/** Asks whether a file is hidden until the next release; `bytes` are those that would be served. */
export type HiddenCheck = (path: string, bytes?: Uint8Array) => Promise<boolean>;

/** Tables and the search index of the year, which hold other matters too; of what has no year, all of them. */
function isTableOf(path: string, hidden: string): boolean {
  const year = /^\/(\d{4})\//.exec(hidden)?.[1];
  const shard = /^\/search-index\/(\d{4})(?:-(\d{4}))?\//.exec(path);
  if (shard) {
    const [, first = "", last = first] = shard;
    return year === undefined || (first <= year && year <= last);
  }
  return path.startsWith("/data/") && year !== undefined && path.includes(year);
}

function shows(bytes: Uint8Array, hidden: string): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return text.includes(hidden) || text.includes(encodeURI(hidden));
}

/** The page and what lies beside it, and whatever names it: lists, feeds, tables. They wait for the release. */
function isHiddenBy(path: string, bytes: Uint8Array | undefined, hidden: string): boolean {
  if (path.startsWith(hidden) || isTableOf(path, hidden)) return true;
  return bytes !== undefined && !ALWAYS_SHOWN.test(path) && shows(bytes, hidden);
}

/** Whether a file waits for the next release while these addresses are hidden. */
export function isHidden(hidden: readonly string[], path: string, bytes?: Uint8Array): boolean {
  return hidden.length > 0 && (PACKED.test(path) || hidden.some((item) => isHiddenBy(path, bytes, item)));
}

/**
 * Asks whether an address is hidden until the next release (something public was taken down). Where the database does not
 * answer, the last list counts: the portal stands when everything else is down.
 */
export function createHiddenCheck(reader: Reader): HiddenCheck {
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
  return async (path, bytes) => {
    if (performance.now() - readAt > FRESH_MS) await (reading ??= read());
    return isHidden(hidden, path, bytes);
  };
}
