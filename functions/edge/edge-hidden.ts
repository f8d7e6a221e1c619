import type { Reader } from "#db/open.ts";
import { listHiddenPaths } from "#db/reads/hidden-paths.ts";
import type { Bucket, Execution } from "./bindings.ts";

/** How old the list may be: so long after a withdrawal the page may still be seen. */
const FRESH_MS = 1000;
/** The portal does not wait longer for the database, and after a failure asks again only later. */
const PATIENCE_MS = 1500;
const PAUSE_MS = 5000;
const KEPT = "hidden-paths.json";

type Known = { readonly list: readonly string[]; readonly askAgainAt: number };

async function readKept(bucket: Bucket): Promise<readonly string[]> {
  const kept = await bucket.get(KEPT);
  return kept ? (JSON.parse(new TextDecoder().decode(await kept.arrayBuffer())) as string[]) : [];
}

async function readInTime(reader: Reader): Promise<readonly string[]> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("Failed to read what is hidden in time")), PATIENCE_MS);
  });
  try {
    return await Promise.race([listHiddenPaths(reader), late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * What was taken down and waits for the next release. Each isolate keeps its list for a moment; a request never waits for
 * another one's (their input and output are apart). While the database is away the last list counts, and where an isolate
 * has none the copy in the bucket.
 */
export function createEdgeHidden(bucket: Bucket) {
  let known: Known | undefined;

  async function read(reader: Reader, execution: Execution): Promise<Known> {
    try {
      const list = await readInTime(reader);
      if (String(list) !== String(known?.list ?? [])) execution.waitUntil(bucket.put(KEPT, JSON.stringify(list)));
      return { list, askAgainAt: performance.now() + FRESH_MS };
    } catch {
      const list = known?.list ?? (await readKept(bucket));
      return { list, askAgainAt: performance.now() + PAUSE_MS };
    }
  }

  return async (open: () => Reader, execution: Execution): Promise<readonly string[]> => {
    if (!known || performance.now() > known.askAgainAt) known = await read(open(), execution);
    return known.list;
  };
}
