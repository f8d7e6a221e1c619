import type { MotionKind } from "../motion/kind.ts";
import type { SchemeClass } from "../scheme/scheme.ts";
import type { Rate } from "./rate.ts";

export type ClassShare = { readonly class: SchemeClass; readonly count: number; readonly share: string | null };

/**
 * The figures of one year, for one kind or for all kinds together.
 * 件 counts motions, 件次 counts replies owed: one motion may owe several replies (分办).
 */
export type YearStatistics = {
  readonly year: number;
  /** null: all kinds together; classes are then empty where the kinds carry different schemes. */
  readonly kind: MotionKind | null;
  /** Last day on which a fact that is counted here came to be; null before the first. */
  readonly asOf: string | null;
  /** 交由政府办理的件数. */
  readonly motions: number;
  readonly keyItems: number;
  /** 代表、委员提出的总件数, where the office stated it. */
  readonly filed: number | null;
  readonly owed: number;
  readonly answered: number;
  readonly published: number;
  readonly withheld: number;
  readonly withdrawn: number;
  /** Of the answered: those that only the ledger of a past year tells of, without a letter. */
  readonly fromLedger: number;
  /** Every class of the scheme in printed order, over answered replies, withheld ones included. */
  readonly classes: readonly ClassShare[];
  readonly unclassified: number;
  readonly schemeName: string | null;
  readonly rates: readonly Rate[];
};
