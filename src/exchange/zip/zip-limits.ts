/** Bounds before any parser sees an upload (reference: ASVS 5.2.3, security F6). Sizes in bytes. */
export type ZipLimits = {
  readonly fileBytes: number;
  readonly entries: number;
  readonly inflatedBytes: number;
  readonly ratio: number;
  /** An entry no larger than this may have any ratio: a short file of blanks is no bomb. */
  readonly smallEntryBytes: number;
};

const MEGABYTE = 1024 * 1024;

export const OFFICE_LIMITS: ZipLimits = {
  fileBytes: 10 * MEGABYTE,
  entries: 200,
  inflatedBytes: 20 * MEGABYTE,
  ratio: 100,
  smallEntryBytes: 256 * 1024,
};

/** A year's letters in one archive. Entries are inflated one at a time, each under `entryBytes` of the walk. */
export const LETTERS_LIMITS: ZipLimits = {
  fileBytes: 512 * MEGABYTE,
  entries: 20_000,
  inflatedBytes: 4096 * MEGABYTE,
  ratio: 100,
  smallEntryBytes: 256 * 1024,
};

/** 12.3 MB, for sentences. */
export function megabytes(bytes: number): string {
  return `${(bytes / MEGABYTE).toFixed(1)} MB`;
}
