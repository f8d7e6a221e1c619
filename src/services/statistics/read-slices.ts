import { listUnits } from "#db/reads/units.ts";
import type { Reader } from "#db/open.ts";
import { BODIES } from "#domain/motion/campaign.ts";
import { KIND_WORDS, MOTION_KINDS } from "#domain/motion/kind.ts";
import type { Scheme } from "#domain/scheme/scheme.ts";
import { listCases } from "#domain/statistics/facts.ts";
import type { SliceFilter } from "#domain/statistics/slice.ts";
import { sliceSheet } from "#domain/statistics/slice.ts";
import { Invalid } from "../errors.ts";
import type { YearSheet } from "#db/reads/year-sheet/find-year-sheet.ts";

export const SLICE_BYS = ["kind", "body", "unit", "class"] as const;
export type SliceBy = (typeof SLICE_BYS)[number];

/** A part of the year with its name; `filter` is what selects it. */
export type NamedSlice = { readonly label: string; readonly filter: SliceFilter };

const BODY_LABELS: Readonly<Record<(typeof BODIES)[number], string>> = { npc: "人大", cppcc: "政协" };

/** The one scheme of what is selected. Throws Invalid where two are: letters are never compared across schemes (domain §1.4). */
function getOneScheme({ sheet, schemes }: YearSheet, filter: SliceFilter): Scheme | undefined {
  const kinds = new Set(sliceSheet(sheet, { kind: filter.kind, body: filter.body }).filed.map(({ kind }) => kind));
  const used = [...schemes].flatMap(([kind, scheme]) => (kinds.has(kind) ? [scheme] : []));
  const [first] = used;
  if (used.every(({ id }) => id === first?.id)) return first;
  const message = "本年度建议和提案的分类口径不同，按分类统计时请先选定建议或者提案";
  throw new Invalid(message, [{ path: "kind", message }]);
}

async function listUnitSlices(reader: Reader, { sheet }: YearSheet, filter: SliceFilter): Promise<NamedSlice[]> {
  const part = sliceSheet(sheet, filter);
  const working = new Set([...listCases(part).map(({ unit }) => unit), ...part.commitments.map(({ owner }) => owner)]);
  const units = (await listUnits(reader)).filter(({ code }) => working.has(code));
  return units
    .filter(({ code }) => filter.unit === undefined || filter.unit === code)
    .map(({ code, shortName }) => ({ label: shortName, filter: { ...filter, unit: code } }));
}

/** The slices of a year: one where `by` is undefined. Throws Invalid for classes of two schemes at once. */
export async function readSlices(
  reader: Reader,
  year: YearSheet,
  filter: SliceFilter,
  by: SliceBy | undefined,
): Promise<NamedSlice[]> {
  const scheme = by === "class" || filter.class !== undefined ? getOneScheme(year, filter) : undefined;
  switch (by) {
    case undefined:
      return [{ label: "全部", filter }];
    case "kind":
      return MOTION_KINDS.filter((kind) => year.schemes.has(kind) && (filter.kind ?? kind) === kind).map((kind) => ({
        label: KIND_WORDS[kind].longLabel,
        filter: { ...filter, kind },
      }));
    case "body":
      return BODIES.filter((body) => (filter.body ?? body) === body).map((body) => ({
        label: BODY_LABELS[body],
        filter: { ...filter, body },
      }));
    case "unit":
      return await listUnitSlices(reader, year, filter);
    case "class":
      return (scheme?.classes ?? [])
        .filter(({ code }) => (filter.class ?? code) === code)
        .map(({ code, label }) => ({ label: `${code} 类（${label}）`, filter: { ...filter, class: code } }));
  }
}
