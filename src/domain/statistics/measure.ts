/** What a number counts, in words, and how much a row adds to it: 0, 1, or a count of persons, forms, reminders … */
export type Measure<Row> = {
  readonly words: string;
  readonly weigh: (row: Row, today: string) => number;
  /** Where it counts each row of a base that passes a test: many figures share a base, which is then found once. */
  readonly narrows?: { readonly base: Measure<Row>; readonly test: (row: Row, today: string) => boolean };
};

export function countWhere<Row>(words: string, test: (row: Row, today: string) => boolean): Measure<Row> {
  return { words, weigh: (row, today) => (test(row, today) ? 1 : 0) };
}

/** A part of a base: rows outside the base never count, so a rate made of the two lies within 0 and 100. */
export function within<Row>(
  base: Measure<Row>,
  words: string,
  test: (row: Row, today: string) => boolean,
): Measure<Row> {
  const weigh = (row: Row, today: string) => (base.weigh(row, today) > 0 && test(row, today) ? 1 : 0);
  return { words, weigh, narrows: { base, test } };
}
