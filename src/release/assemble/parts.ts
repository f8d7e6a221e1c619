/** A year's matters of one kind, one shard of the search index: folders that later releases link as they are. */
const PARTS = /^(?:\d{4}\/[a-z]+|search-index\/[\d-]+\/\d+)(?=\/)/;

/** Name of the part in which a file of the site lies: a folder, or "" for the rest. */
export function partOf(path: string): string {
  return PARTS.exec(path)?.[0] ?? "";
}

/** Name of a part's folder in the store: it says what is in it. */
export function storeName(name: string, root: string): string {
  return `${name.replaceAll("/", "-")}.${root.slice(0, 24)}`;
}
