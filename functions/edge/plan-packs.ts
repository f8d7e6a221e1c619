import { packNumber } from "./asset-packs.ts";

/** What the platform takes of one version of a Worker. */
export type AssetLimits = { readonly files: number; readonly fileBytes: number };
export type SizedFile = { readonly path: string; readonly bytes: number };

export type PackPlan = {
  /** How many packs there may be, a power of two, so that a new matter moves no other file; 0: the site stays as it is. */
  readonly count: number;
  /** Small files by the number of their pack. */
  readonly packs: ReadonlyMap<number, readonly SizedFile[]>;
  /** Files larger than the platform takes, by the pack that says where their pieces are. */
  readonly cut: ReadonlyMap<number, readonly SizedFile[]>;
  /** As they will be laid out: files in all, bytes of the largest pack. */
  readonly files: number;
  readonly largestPack: number;
};

/** Small and as many as there are matters: their pages and data, and the search index. */
const PACKABLE = /^(?:\d{4}\/[^/]+\/[^/]+\/index\.(?:html|json)|search-index\/.+)$/;
/** Files to a pack: at first what a reader asks for is found in some 50 KB, at the last in a megabyte. */
const FEWEST = 8;
const MOST = 128;

export const piecesOf = (bytes: number, { fileBytes }: AssetLimits): number => Math.ceil(bytes / fileBytes);

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);

/** As many packs as there is room for, of `FEWEST` files to `MOST`. */
function countPacks(packable: number, room: number): number {
  let count = 2 ** Math.ceil(Math.log2(Math.max(1, packable / FEWEST)));
  while (count > room && packable / count < MOST / 2) count /= 2;
  return count;
}

/**
 * How a site is laid out within the limits. Where it has more files than the platform takes, those of matters and of the search
 * are put together; where one is larger, it is cut. Reckons with paths and sizes alone, so a release's list of files is enough.
 */
export function planPacks(files: readonly SizedFile[], limits: AssetLimits): PackPlan {
  const cut = files.filter(({ bytes }) => bytes > limits.fileBytes);
  const isFull = files.length > limits.files;
  const packable = isFull ? files.filter(({ path, bytes }) => PACKABLE.test(path) && bytes <= limits.fileBytes) : [];
  const pieces = sum(cut.map(({ bytes }) => piecesOf(bytes, limits)));
  // Beside the packs: what stays as it is, pieces, and the file that says how many packs there are.
  const others = files.length - packable.length - cut.length + pieces + 1;
  if (packable.length + cut.length === 0)
    return { count: 0, packs: new Map(), cut: new Map(), files: files.length, largestPack: 0 };
  const count = countPacks(packable.length, limits.files - others);
  const group = (some: readonly SizedFile[]) => Map.groupBy(some, ({ path }) => packNumber(path, count));
  const packs = group(packable);
  const cutOf = group(cut);
  const used = new Set([...packs.keys(), ...cutOf.keys()]).size;
  const sizes = [...packs.values()].map((held) => sum(held.map(({ bytes }) => bytes)));
  return { count, packs, cut: cutOf, files: others + used, largestPack: sizes.reduce((a, b) => Math.max(a, b), 0) };
}
