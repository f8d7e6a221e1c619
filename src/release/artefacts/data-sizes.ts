/** How large a file of the open data may become before it is given in several. */
export type DataSizes = {
  /** Public matters from which on the long tables are given by year. */
  readonly tablesByYearFrom: number;
  /** Matters of a part of a year's letters. A year of fewer than two parts is one file. */
  readonly lettersInPart: number;
  /** Lines of a part of a year's register, of a year whose letters come in parts. */
  readonly registerInPart: number;
};

/** What a publication writes anew is bounded by it; so high that no city comes there, since the addresses of its files would be others. */
export const DATA_SIZES: DataSizes = { tablesByYearFrom: 50_000, lettersInPart: 2000, registerInPart: 4000 };
