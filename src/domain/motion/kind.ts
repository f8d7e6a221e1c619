/**
 * 建议 and 提案 today; 议案转建议, 建议案 follow as further members. Order is the order of every list.
 * Plain words, no schema: the page that searches reads them in the browser.
 */
export const MOTION_KINDS = ["suggestion", "proposal"] as const;
export type MotionKind = (typeof MOTION_KINDS)[number];

type KindWords = {
  readonly label: string;
  /** Path segment of the public address, permanent (design §8). */
  readonly slug: string;
  /** Who files it, as the letter addresses them. */
  readonly filer: string;
  readonly longLabel: string;
  readonly body: "npc" | "cppcc";
};

export const KIND_WORDS: Readonly<Record<MotionKind, KindWords>> = {
  suggestion: { label: "建议", slug: "jianyi", filer: "代表", longLabel: "人大代表建议", body: "npc" },
  proposal: { label: "提案", slug: "tian", filer: "委员", longLabel: "政协提案", body: "cppcc" },
};

export function kindOfLabel(label: string): MotionKind | undefined {
  return MOTION_KINDS.find((kind) => KIND_WORDS[kind].label === label);
}
