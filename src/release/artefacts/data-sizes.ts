/** How large a file of the open data may become before it is given in several. */
export type DataSizes = {
  /** Public matters from which on the long tables are given by year. */
  readonly tablesByYearFrom: number;
  /** Matters of a year from which on its letters, those that are public, and its register are given in parts. */
  readonly yearInPartsFrom: number;
  /** Matters of a part of a year's letters. */
  readonly lettersInPart: number;
  /** Matters of a part of a year's register. */
  readonly registerInPart: number;
};

/** What a publication writes anew is bounded by it; so high that no city comes there, since the addresses of its files would be others. */
export const DATA_SIZES: DataSizes = {
  tablesByYearFrom: 50_000,
  yearInPartsFrom: 4000,
  lettersInPart: 1000,
  registerInPart: 1000,
};
