/** A value by its kind: text stays text, a number is counted with, a date is a day, a share is a number shown in percent. */
export type SheetCell =
  | string
  | number
  | null
  | { readonly date: string }
  /** As printed, without the sign: "33.33". */
  | { readonly percent: string };

export type SheetColumn = {
  readonly heading: string;
  /** In characters of the default font; a Chinese character takes two. */
  readonly width: number;
  readonly align?: "left" | "center";
};

export type SheetRows = Iterable<readonly SheetCell[]> | AsyncIterable<readonly SheetCell[]>;

/** A table as it is printed: title and note above, a header that stays, rows in the order in which they come. */
export type SheetPlan = {
  readonly name: string;
  readonly title?: string;
  readonly note?: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: SheetRows;
};

/** Row of the headings, 1-based. */
export function headerRowOf({ title, note }: Pick<SheetPlan, "title" | "note">): number {
  return 1 + (title === undefined ? 0 : 1) + (note === undefined ? 0 : 1);
}

/** Excel allows 31 characters and none of []:*?/\ (ECMA-376 Part 1 §18.2.19). */
export function toSheetName(text: string): string {
  return (
    text
      .replace(/[[\]:*?/\\']/g, " ")
      .trim()
      .slice(0, 31) || "表"
  );
}
