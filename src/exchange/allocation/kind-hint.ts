import type { MotionKind } from "#domain/motion/kind.ts";
import { KIND_WORDS, MOTION_KINDS } from "#domain/motion/kind.ts";
import type { AllocationHeader } from "./find-header.ts";
import type { SheetGrid } from "./sheet-grid.ts";

/** Words of the header that only one kind of table has. */
const HEADINGS: Readonly<Record<MotionKind, RegExp>> = {
  suggestion: /代表|建议/,
  proposal: /提案|委员|界别/,
};

/** The kind that title, notes and headings of the table agree on; undefined when they speak of both or of neither. */
export function findKindHint(
  grid: SheetGrid,
  header: AllocationHeader,
  notes: readonly string[],
): MotionKind | undefined {
  const title = notes[0] ?? "";
  const named = MOTION_KINDS.filter((kind) => title.includes(KIND_WORDS[kind].label));
  if (named.length === 1) return named[0];
  const headings = Object.values(header.columns).map((column) => grid.findCell(header.row, column)?.text ?? "");
  const hinted = MOTION_KINDS.filter((kind) => headings.some((heading) => HEADINGS[kind].test(heading)));
  return hinted.length === 1 ? hinted[0] : undefined;
}
