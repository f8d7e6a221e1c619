import { copyFile, mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { PublicOffer } from "#domain/view/page-view.ts";
import type { Bundle } from "./write-bundle.ts";

/** What the scanner and one file in memory can take; a larger copy is handed out in other ways. */
const MOST_FILES = 0xfffe;
const MOST_BYTES = 200_000_000;

/** An offline copy that the next release puts on the site. */
export type Offer = PublicOffer & { readonly place: string };

const folderOf = (dataFolder: string): string => join(dataFolder, "offline");
const recordOf = (dataFolder: string): string => join(folderOf(dataFolder), "offer.json");
const placeOf = (dataFolder: string): string => join(folderOf(dataFolder), "offer.zip");

export function isOfferable({ files, bytes }: Pick<Bundle, "files" | "bytes">): boolean {
  return files <= MOST_FILES && bytes <= MOST_BYTES;
}

/** Has the next release put this copy on the site, in the place of any before. */
export async function offerBundle(dataFolder: string, file: string, bundle: Bundle): Promise<void> {
  await removeOffer(dataFolder);
  await mkdir(folderOf(dataFolder), { recursive: true });
  await copyFile(file, placeOf(dataFolder));
  const { release, day, bytes, sha256 } = bundle;
  const offer: PublicOffer = { path: `/offline/huiyin-${day}-${release}.zip`, release, day, bytes, sha256 };
  await writeFile(`${recordOf(dataFolder)}.new`, JSON.stringify(offer));
  await rename(`${recordOf(dataFolder)}.new`, recordOf(dataFolder));
}

async function readOffer(dataFolder: string): Promise<Offer | undefined> {
  try {
    const offer = JSON.parse(await readFile(recordOf(dataFolder), "utf8")) as PublicOffer;
    const place = placeOf(dataFolder);
    return (await stat(place)).size === offer.bytes ? { ...offer, place } : undefined;
  } catch {
    return undefined;
  }
}

/** Key of the copy among the files of a release. */
export const offerKey = ({ path }: Pick<PublicOffer, "path">): string => path.slice(1);

type Before = { readonly id: string; readonly keys: Readonly<Record<string, string>> | undefined };

/**
 * The copy that may stand on the site now. It shows what its release showed, so it goes with the first thing that ceases
 * to be public: it must be of the release before or stand in it, and nothing may have gone since.
 * @param gone what the release before held and this one does not; null where that is not known
 */
export async function findOffer(
  dataFolder: string,
  before: Before | undefined,
  gone: readonly string[] | null,
): Promise<Offer | undefined> {
  const offer = await readOffer(dataFolder);
  if (!offer || !before || gone === null || gone.length > 0) return undefined;
  const isCarried = before.keys?.[offerKey(offer)] === offer.sha256;
  return offer.release === before.id || isCarried ? offer : undefined;
}

/** What it shows must not wait on the disk once no release may offer it. */
export async function removeOffer(dataFolder: string): Promise<void> {
  await rm(recordOf(dataFolder), { force: true });
  await rm(placeOf(dataFolder), { force: true });
}
