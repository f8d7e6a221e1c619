/** A search kept in this browser only. */
export type SavedSearch = {
  /** Query part of its address, with the question mark. */
  readonly address: string;
  readonly savedOn: string;
  /** Addresses of all that it found when it was last looked at. */
  readonly seen: readonly string[];
};

const KEY = "huiyin-saved-searches";
/** More would fill what a browser keeps for a site. */
export const MOST_SAVED = 30;
export const MOST_SEEN = 3000;

function isSaved(value: unknown): value is SavedSearch {
  const item = value as Partial<SavedSearch> | null;
  return typeof item?.address === "string" && typeof item.savedOn === "string" && Array.isArray(item.seen);
}

/** Newest first; what is not understood is left out. */
export function readSaved(storage: Pick<Storage, "getItem"> = localStorage): SavedSearch[] {
  try {
    const value: unknown = JSON.parse(storage.getItem(KEY) ?? "[]");
    return Array.isArray(value) ? value.filter(isSaved) : [];
  } catch {
    return [];
  }
}

/** False where the browser keeps nothing for us. */
export function writeSaved(
  searches: readonly SavedSearch[],
  storage: Pick<Storage, "setItem"> = localStorage,
): boolean {
  try {
    storage.setItem(KEY, JSON.stringify(searches));
    return true;
  } catch {
    return false;
  }
}

export function putSaved(searches: readonly SavedSearch[], search: SavedSearch): SavedSearch[] {
  return [search, ...searches.filter(({ address }) => address !== search.address)].slice(0, MOST_SAVED);
}

export function dropSaved(searches: readonly SavedSearch[], address: string): SavedSearch[] {
  return searches.filter((search) => search.address !== address);
}

/** What a search finds now and did not find when it was last looked at. */
export function findFresh(search: Pick<SavedSearch, "seen">, paths: readonly string[]): string[] {
  const seen = new Set(search.seen);
  return paths.filter((path) => !seen.has(path));
}
