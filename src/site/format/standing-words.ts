import { GROUND_LABELS } from "#domain/disclosure/disclosure.ts";
import { REGISTER_STATE_LABELS, STANDING_LABELS } from "#domain/view/public-year.ts";
import type { RegisterRow } from "#domain/view/record-views.ts";

/** What became of a number, in words; the ground where the answer is not there in full. */
export function toStandingWords({ standing, ground, state, merged }: RegisterRow): string {
  if (state !== "assigned") return merged ? `并入${merged.name}` : REGISTER_STATE_LABELS[state];
  if (standing === null) return "还没有确定承办单位";
  const label = STANDING_LABELS[standing];
  return ground === null ? label : `${label}，依据：${GROUND_LABELS[ground]}`;
}
