/** How large a file of the open data may become before it is given in several. */
export type DataSizes = {
  /** Public matters from which on the long tables are given by year. */
  readonly tablesByYearFrom: number;
  /** Matters of a part of a year's letters. A year of fewer than two parts is one file. */
  readonly lettersInPart: number;
  /** Lines of a part of a year's register, of a year whose letters come in parts. */
  readonly registerInPart: number;
};

/** So that a publication writes no more anew in a large city than in a small one. */
export const DATA_SIZES: DataSizes = { tablesByYearFrom: 5000, lettersInPart: 500, registerInPart: 1000 };
