import type { Reader } from "#db/open.ts";
import { findYearRecord, type YearRecord } from "#db/reads/year-sheet/find-year-record.ts";
import { listYearIndicators } from "#db/reads/year-sheet/find-year-sheet.ts";
import { MOTION_KINDS } from "#domain/motion/kind.ts";
import { listCohortDays, listCohorts } from "#domain/statistics/cohort.ts";
import { listCases, type MotionFacts } from "#domain/statistics/facts.ts";
import { toFigures } from "#domain/statistics/figure.ts";
import type { Indicator } from "#domain/statistics/indicator.ts";
import { definitionOf } from "#domain/statistics/indicator.ts";
import { findLastFact } from "#domain/statistics/last-fact.ts";
import { isPublicIndicator, UNIT_INDICATORS } from "#domain/statistics/public-indicators.ts";
import { sliceSheet, type SliceFilter } from "#domain/statistics/slice.ts";
import type { PublicCohort, PublicFigure, PublicFigures, PublicYear } from "#domain/view/public-year.ts";
import { projectRegister } from "./project-register.ts";

function countIn(
  { sheet }: YearRecord,
  indicators: readonly Indicator[],
  filter: SliceFilter,
  asOf: string,
): PublicFigure[] {
  const part = sliceSheet(sheet, filter);
  // What the office states of the city is no figure of a unit.
  const counted = indicators.filter(({ over }) => over !== "filed" || part.filed.length > 0);
  return toFigures(counted, part, asOf).map(({ code, numerator, base }) => ({ code, numerator, base }));
}

function append<K, V>(groups: Map<K, V[]>, key: K, value: V): void {
  const known = groups.get(key);
  if (known) known.push(value);
  else groups.set(key, [value]);
}

/** By unit, all rows that could count for it: of few rows many figures are counted soon. */
function groupByUnit({ sheet }: YearRecord): (unit: string) => YearRecord["sheet"] {
  const motions = new Map<string, MotionFacts[]>();
  for (const motion of sheet.motions)
    for (const unit of new Set(motion.cases.map((row) => row.unit))) append(motions, unit, motion);
  const commitments = Map.groupBy(sheet.commitments, ({ owner }) => owner);
  return (unit) => ({ motions: motions.get(unit) ?? [], commitments: commitments.get(unit) ?? [], filed: [] });
}

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

function toPublicFigures(year: number, record: YearRecord, indicators: readonly Indicator[]): PublicFigures {
  const { sheet } = record;
  const asOf = findLastFact(sheet) ?? `${year}-01-01`;
  const kinds = MOTION_KINDS.filter((kind) => sheet.motions.some((motion) => motion.kind === kind));
  const slices = kinds.length > 1 ? [null, ...kinds] : kinds;
  const ofUnits = indicators.filter(({ code }) => (UNIT_INDICATORS as readonly string[]).includes(code));
  const rowsOf = groupByUnit(record);
  const owing = listCases(sheet).filter(({ assigned, role }) => assigned && role !== "joint");
  return {
    asOf,
    indicators: indicators.map((indicator) => {
      const { code, group, label, unit } = indicator;
      return { code, group, label, unit, definition: definitionOf(indicator) };
    }),
    slices: slices.map((kind) => ({
      kind,
      figures: countIn(record, indicators, kind === null ? {} : { kind }, asOf),
    })),
    units: [...new Set(owing.map(({ unit }) => unit))].toSorted().map((unit) => ({
      unit,
      figures: countIn({ ...record, sheet: rowsOf(unit) }, ofUnits, { unit }, asOf),
    })),
    cohorts: toCohorts(record, listCohortDays(year, asOf)),
    conversionTarget: record.rules.followUp.target,
  };
}

/** Figures and register of a year; undefined where it has no work. Counts every row, names only what may be named. */
export async function projectYear(reader: Reader, year: number): Promise<PublicYear | undefined> {
  const record = await findYearRecord(reader, year);
  if (!record) return undefined;
  const indicators = listYearIndicators(record).filter(isPublicIndicator);
  const figures = toPublicFigures(year, record, indicators);
  return { figures, register: projectRegister(record, indicators, figures.asOf) };
}
