import type { Sentence } from "./sentence.ts";

export const OUTLINES = ["unit", "district", "government"] as const;
export type OutlineCode = (typeof OUTLINES)[number];

/**
 * A paragraph of computed sentences; `prose`: an empty one that is left to people, with what belongs there; `examples`: one
 * paragraph for each matter worth naming.
 */
export type OutlinePart =
  | { readonly kind: "computed"; readonly sentences: readonly Sentence[] }
  | { readonly kind: "prose"; readonly hint: string }
  | { readonly kind: "examples" };

export type OutlineSection = {
  readonly level: 1 | 2;
  /** Null: before the first heading. */
  readonly heading: string | null;
  readonly parts: readonly OutlinePart[];
};

/** 总结 as one level of government writes it. A heading carries no number: those that stay are numbered at the end. */
export type Outline = {
  readonly code: OutlineCode;
  readonly label: string;
  /** Title, with words in braces. */
  readonly title: string;
  /** Of one unit, or of the whole government. */
  readonly of: "unit" | "city";
  readonly sections: readonly OutlineSection[];
};

export const computed = (...sentences: readonly Sentence[]): OutlinePart => ({ kind: "computed", sentences });
export const prose = (hint: string): OutlinePart => ({ kind: "prose", hint });
export const EXAMPLES: OutlinePart = { kind: "examples" };
