import { STANDING_LABELS } from "#domain/view/public-year.ts";
import type { RegisterView } from "#domain/view/record-views.ts";

type Counts = Readonly<Record<string, number>>;
type Picked = { readonly code: string; readonly name: string; readonly count: number };

// Indicators have anchors of their own; those of what left the government's hands are told apart from them.
const STANDINGS = [
  ...Object.entries(STANDING_LABELS),
  ["left-merged", "并案"],
  ["left-transferred", "转其他机关"],
  ["left-withdrawn", "代表、委员撤回"],
] as const;

/** What of the register can be looked at alone; what has no row is left out. */
export function listStandings(counts: Counts): Picked[] {
  return STANDINGS.flatMap(([code, name]) => {
    const count = counts[code] ?? 0;
    return count > 0 ? [{ code, name, count }] : [];
  });
}

/** Says of an indicator that counts something how many rows have it; `place` is that of its class in the style sheet. */
export function listFilters(counted: RegisterView["counted"], counts: Counts) {
  return counted
    .map((item, place) => ({ ...item, place, shown: counts[item.code] ?? 0 }))
    .filter(({ count }) => count > 0);
}

type Filter = ReturnType<typeof listFilters>[number];

const NOT_LISTED = "其余只计数，不逐行注明：没有公开的答复，登记簿里只写它的编号、单位和依据。";

/** Of a whole year. @param where its rows stand: "下面", "各部分共" */
export function toPickedWords({ label, count, unit, shown }: Filter, where: string): string {
  const listed = shown > 0 ? `${where}列出有关的 ${shown} 行。` : "登记簿里没有单列的行。";
  return `指标“${label}”数的是 ${count} ${unit}，${listed}${shown > 0 && shown < count ? NOT_LISTED : ""}请看`;
}
