import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { ASSET_LIMITS, findNearLimit } from "#functions/edge/deploy-assets.ts";
import type { AssetLimits, SizedFile } from "#functions/edge/plan-packs.ts";
import { piecesOf, planPacks } from "#functions/edge/plan-packs.ts";

const LISTS = ".well-known/huiyin-files";
/** Files of the console and the statements of the release, which stand in no list. */
const BESIDE = 200;
const TIMES = [1, 10] as const;
/** Tables of a whole year or of all: they grow where pages become more. */
const GROWS = /^data\/.*\.(?:csv|sqlite|xlsx|json)$/;

/** What a release says that it consists of; of its files only the lists are read. */
async function readLists(site: string): Promise<SizedFile[]> {
  const names = await readdir(join(site, LISTS));
  const lists = await Promise.all(
    names.map(async (name) => JSON.parse(await readFile(join(site, LISTS, name), "utf8")) as SizedFile[]),
  );
  return lists.flat().map(({ path, bytes }) => ({ path, bytes }));
}

/** So many times the matters, at the worst: of every file so many, and the tables so much larger too. */
function grow(files: readonly SizedFile[], times: number): SizedFile[] {
  return files.flatMap(({ path, bytes }) =>
    GROWS.test(path)
      ? [{ path, bytes: bytes * times }]
      : Array.from({ length: times }, (_, at) => ({
          path: at === 0 ? path : path.replace(/(?=\/[^/]+$)/, `-${at}`),
          bytes,
        })),
  );
}

function layOut(files: readonly SizedFile[], limits: AssetLimits) {
  const room = { ...limits, files: limits.files - BESIDE };
  const plan = planPacks(files, room);
  const cut = [...plan.cut.values()].flat();
  const laidOut = plan.files + BESIDE;
  return {
    files: laidOut,
    fits: laidOut <= limits.files,
    said: findNearLimit(laidOut, limits.files) ?? null,
    packs: plan.packs.size,
    filesToAPack: plan.packs.size === 0 ? 0 : Math.round([...plan.packs.values()].flat().length / plan.packs.size),
    largestPackKB: Math.round(plan.largestPack / 1000),
    cut: cut.length,
    pieces: cut.reduce((sum, { bytes }) => sum + piecesOf(bytes, limits), 0),
  };
}

/** How a release would be laid out for the platform, reckoned from its lists of files: as it is, and of ten times the matters. */
export async function benchLayout(site: string) {
  const listed = await readLists(site);
  const pages = listed.filter(({ path }) => /^\d{4}\/[^/]+\/[^/]+\/index\.json$/.test(path)).length;
  const sizes = TIMES.map((times) => {
    const files = grow(listed, times);
    const largest = files.reduce((a, b) => (b.bytes > a.bytes ? b : a));
    return {
      matters: pages * times,
      files: files.length,
      largest: { path: largest.path, MB: Math.round(largest.bytes / 1e6) },
      free: layOut(files, ASSET_LIMITS.free),
      paid: layOut(files, ASSET_LIMITS.paid),
    };
  });
  return { site, sizes };
}
