import type { Reader } from "#db/open.ts";
import {
  findYearRecord,
  type KnownMotions,
  type MotionRecord,
  type YearRecord,
} from "#db/reads/year-sheet/find-year-record.ts";
import { listYearIndicators } from "#db/reads/year-sheet/find-year-sheet.ts";
import { MOTION_KINDS } from "#domain/motion/kind.ts";
import { listCohortDays, listCohorts } from "#domain/statistics/cohort.ts";
import { listCases } from "#domain/statistics/facts.ts";
import type { Indicator } from "#domain/statistics/indicator.ts";
import { definitionOf } from "#domain/statistics/indicator.ts";
import { findLastFact } from "#domain/statistics/last-fact.ts";
import { isPublicIndicator, UNIT_INDICATORS } from "#domain/statistics/public-indicators.ts";
import { countSlices, type SliceCounts } from "#domain/statistics/slice-counts.ts";
import { sliceSheet } from "#domain/statistics/slice.ts";
import type { PublicCohort, PublicFigures, PublicYear } from "#domain/view/public-year.ts";
import { projectRegister } from "./project-register.ts";

function toCohorts({ sheet, schemes }: YearRecord, days: readonly string[]): PublicCohort[] {
  const inOrder = MOTION_KINDS.flatMap((kind) => {
    const scheme = schemes.get(kind);
    return scheme ? [[kind, scheme] as const] : [];
  });
  return inOrder.flatMap(([kind, scheme]) =>
    listCohorts(sliceSheet(sheet, { kind }), scheme, days)
      .filter(({ base }) => base > 0)
      .map(({ classCode, classLabel, base, points }) => ({
        kind,
        schemeName: scheme.name,
        classCode,
        classLabel,
        base,
        points: points.map(({ on, numerator }) => ({ on, numerator })),
      })),
  );
}

function toPublicFigures(
  year: number,
  record: YearRecord,
  indicators: readonly Indicator[],
  { asOf, counts }: { readonly asOf: string; readonly counts: SliceCounts },
): PublicFigures {
  const { sheet } = record;
  const kinds = MOTION_KINDS.filter((kind) => sheet.motions.some((motion) => motion.kind === kind));
  const slices = kinds.length > 1 ? [null, ...kinds] : kinds;
  const ofUnits = indicators.filter(({ code }) => (UNIT_INDICATORS as readonly string[]).includes(code));
  const owing = listCases(sheet).filter(({ assigned, role }) => assigned && role !== "joint");
  return {
    asOf,
    indicators: indicators.map((indicator) => {
      const { code, group, label, unit } = indicator;
      return { code, group, label, unit, definition: definitionOf(indicator) };
    }),
    slices: slices.map((kind) => ({ kind, figures: counts.ofKind(kind) })),
    units: [...new Set(owing.map(({ unit }) => unit))]
      .toSorted()
      .map((unit) => ({ unit, figures: counts.ofUnit(unit, ofUnits) })),
    cohorts: toCohorts(record, listCohortDays(year, asOf)),
    conversionTarget: record.rules.followUp.target,
  };
}

/** A year as the public may know it, and what it was made of: not public. */
export type ProjectedYear = { readonly year: PublicYear; readonly motions: readonly MotionRecord[] };

/**
 * Figures and register of a year; undefined where it has no work. Counts every row, names only what may be named.
 * @param known read before, of which only what changed is read again
 */
export async function projectYear(
  reader: Reader,
  year: number,
  known?: KnownMotions,
): Promise<ProjectedYear | undefined> {
  const record = await findYearRecord(reader, year, known);
  if (!record) return undefined;
  const indicators = listYearIndicators(record).filter(isPublicIndicator);
  const asOf = findLastFact(record.sheet) ?? `${year}-01-01`;
  const counts = countSlices(indicators, record.sheet, asOf);
  const figures = toPublicFigures(year, record, indicators, { asOf, counts });
  return { year: { figures, register: projectRegister(record, indicators, counts) }, motions: record.motions };
}
