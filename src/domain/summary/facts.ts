import type { Inline } from "../reply/rich-text.ts";

/** A matter that may be named in public: its page is there. */
export type CitedMatter = {
  readonly numberLabel: string;
  readonly kindLabel: string;
  readonly title: string;
  /** 卢子等代表; null where the year does not name them. */
  readonly filer: string | null;
  readonly unitName: string;
  /** B类（列入计划逐步解决）; null before the reply. */
  readonly classLabel: string | null;
  /** Permanent address with its origin. */
  readonly href: string;
};

export type SummaryFacts = {
  /** Names and days, by their name in the templates; null: not known. */
  readonly words: Readonly<Record<string, string | null>>;
  /** Printed values by code. */
  readonly figures: ReadonlyMap<string, string>;
  readonly asOf: string;
  /** Address of the year's figures, with its origin. */
  readonly yearAddress: string;
  /** Ready pieces of text, by name: lists of matters, shares of classes. */
  readonly pieces: Readonly<Record<string, readonly Inline[] | null>>;
  /** Key matters and solved ones, each worth a paragraph. */
  readonly examples: readonly CitedMatter[];
};
