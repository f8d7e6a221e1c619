import { KIND_WORDS } from "#domain/motion/kind.ts";
import type { MatterLine } from "#domain/view/page-view.ts";

/** 2026年第39号建议. */
export function toLineName({ year, numberLabel, kind }: Pick<MatterLine, "year" | "numberLabel" | "kind">): string {
  return `${year}年${numberLabel}${KIND_WORDS[kind].label}`;
}
