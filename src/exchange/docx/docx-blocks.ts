/** What a reader sees in a Word document, in order, before it is known which part of the letter is which. */
export type DocxRun = { readonly text: string; readonly bold: boolean; readonly href?: string };

export type DocxParagraph = {
  readonly kind: "paragraph";
  /** The number that Word sets by itself (一、, 1.) stands in front as text. Line breaks are \n. */
  readonly runs: readonly DocxRun[];
  readonly align: "left" | "center" | "right" | "both";
  /** Of its style, 1 = highest; undefined for text. */
  readonly outlineLevel?: number;
};

export type DocxCell = {
  readonly paragraphs: readonly DocxParagraph[];
  readonly colspan: number;
  /** Vertical merge: the cell starts one, goes on with one, or stands alone. */
  readonly merge: "start" | "continue" | "none";
};
export type DocxTable = { readonly kind: "table"; readonly rows: readonly (readonly DocxCell[])[] };
export type DocxBlock = DocxParagraph | DocxTable;

export function paragraphText(paragraph: DocxParagraph): string {
  return paragraph.runs.map(({ text }) => text).join("");
}
