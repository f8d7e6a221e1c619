import type { MotionKind } from "../motion/kind.ts";
import type { DisclosureMode } from "../disclosure/disclosure.ts";

/** The line between what a letter says and its forms: opening, title, addressee, signatory. */
export const FORMS_FOLLOW = "";

/** One public thing to be found: a matter with all its replies and follow-ups, or a document. Made from public views only. */
export type SearchRecord = {
  readonly path: string;
  readonly year: number;
  readonly kind: MotionKind | "document";
  readonly title: string;
  /** 第39号; "" for a document. */
  readonly numberLabel: string;
  readonly docNumbers: readonly string[];
  readonly indexNumbers: readonly string[];
  readonly units: readonly string[];
  readonly topic: string | null;
  /** Class letter and wording: "B 列入计划逐步解决". */
  readonly outcomes: readonly string[];
  readonly mode: Exclude<DisclosureMode, "none">;
  readonly keyItem: boolean;
  readonly proposers: readonly string[];
  /** YYYY-MM-DD */
  readonly publishedOn: string;
  /** Plain text, paragraphs separated by newlines; the forms of a letter come last, after the line FORMS_FOLLOW. */
  readonly body: string;
};
