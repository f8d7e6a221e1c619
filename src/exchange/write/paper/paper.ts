import type { RichText } from "#domain/reply/rich-text.ts";

/** What a line of an official letter is; each has its place and type in GB/T 9704-2012. */
export type LineRole =
  | "mark"
  | "issuer"
  | "doc_number"
  | "title"
  | "addressee"
  | "text"
  | "signature"
  | "note"
  | "fine"
  | "annex"
  | "copies";

export type PaperLine = {
  readonly kind: "line";
  readonly role: LineRole;
  readonly text: string;
  /** Characters left free at the right end. */
  readonly freeAtEnd?: number;
};

/** A cell of a form or table: one entry for each line in it. */
export type PaperCell = {
  readonly lines: readonly string[];
  readonly columns?: number;
  readonly rows?: number;
  /** A label names what stands beside it: set in 黑体, centred. */
  readonly label?: boolean;
  readonly align?: "left" | "center";
};

export type PaperTable = {
  readonly kind: "table";
  /** Shares of the width, of any sum. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly PaperCell[])[];
  /** Rows at the top that are repeated on every page. */
  readonly headerRows: number;
  /** Least height of each row in millimetres; undefined: as the text needs. */
  readonly heights?: readonly (number | undefined)[];
};

export type PaperBlock =
  | PaperLine
  | PaperTable
  | { readonly kind: "body"; readonly body: RichText }
  | { readonly kind: "rule" }
  | { readonly kind: "blank" };

/** A document ready to be signed, before it is known whether Word or a browser shows it. */
export type Paper = {
  /** Of the file, as its properties say it. */
  readonly name: string;
  readonly creator: string;
  readonly blocks: readonly PaperBlock[];
};
