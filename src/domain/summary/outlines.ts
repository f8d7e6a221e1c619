import { GOVERNMENT_OUTLINE } from "./government-outline.ts";
import type { Outline, OutlineCode } from "./outline.ts";
import { DISTRICT_OUTLINE, UNIT_OUTLINE } from "./unit-outlines.ts";

const BY_CODE: Readonly<Record<OutlineCode, Outline>> = {
  unit: UNIT_OUTLINE,
  district: DISTRICT_OUTLINE,
  government: GOVERNMENT_OUTLINE,
};

export function getOutline(code: OutlineCode): Outline {
  return BY_CODE[code];
}
