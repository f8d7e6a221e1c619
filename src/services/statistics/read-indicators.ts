import type { Cohort } from "#domain/statistics/cohort.ts";
import { listCohortDays, listCohorts } from "#domain/statistics/cohort.ts";
import type { Figure } from "#domain/statistics/figure.ts";
import { toFigures } from "#domain/statistics/figure.ts";
import type { Indicator, IndicatorGroup } from "#domain/statistics/indicator.ts";
import type { SliceFilter } from "#domain/statistics/slice.ts";
import { sliceSheet } from "#domain/statistics/slice.ts";
import type { MotionKind } from "#domain/motion/kind.ts";
import { shanghaiDate } from "../clock.ts";
import type { Context } from "../context.ts";
import { readOnce } from "../read-once.ts";
import { getUnitScope } from "../scope.ts";
import type { YearSheet } from "#db/reads/year-sheet/find-year-sheet.ts";
import { listYearIndicators } from "#db/reads/year-sheet/find-year-sheet.ts";
import { readYearSheet } from "./read-sheet.ts";
import type { NamedSlice, SliceBy } from "./read-slices.ts";
import { readSlices } from "./read-slices.ts";

export type IndicatorQuery = SliceFilter & {
  readonly year: number;
  readonly by?: SliceBy | undefined;
  readonly group?: IndicatorGroup | undefined;
};

export type YearIndicators = {
  readonly year: number;
  readonly campaignId: string;
  /** The day on which deadlines were read. */
  readonly asOf: string;
  readonly indicators: readonly Indicator[];
  readonly slices: readonly (NamedSlice & { readonly figures: readonly Figure[] })[];
  /** B → A of the letters of this year, by kind, within the same filter. */
  readonly cohorts: readonly { readonly kind: MotionKind; readonly classes: readonly Cohort[] }[];
  /** 转化目标 of the year's rules, 0 to 100. */
  readonly conversionTarget: number | null;
};

/** What this actor may select: a unit its own; undefined: nothing, for it asked for another's. */
export function toOwnFilter(ctx: Context, filter: SliceFilter): SliceFilter | undefined {
  const own = getUnitScope(ctx.actor);
  if (own === undefined) return filter;
  return filter.unit === undefined || filter.unit === own ? { ...filter, unit: own } : undefined;
}

function readCohorts({ sheet, schemes }: YearSheet, filter: SliceFilter, days: readonly string[]) {
  const { class: _, ...rest } = filter;
  return [...schemes].flatMap(([kind, scheme]) => {
    if ((filter.kind ?? kind) !== kind) return [];
    const classes = listCohorts(sliceSheet(sheet, { ...rest, kind }), scheme, days);
    return classes.some(({ base }) => base > 0) ? [{ kind, classes }] : [];
  });
}

/**
 * Every figure of a year, in the slices asked for. A unit reads its own sheet alone; another unit's is empty, not forbidden.
 * Throws NotFound for a year without work, Invalid for classes of two schemes at once.
 */
export async function readIndicators(ctx: Context, query: IndicatorQuery): Promise<YearIndicators> {
  const { year, by, group, ...wanted } = query;
  const filter = toOwnFilter(ctx, wanted);
  const asOf = shanghaiDate(ctx.now());
  const key = JSON.stringify(["indicators", { year, by, group }, filter ?? null, asOf]);
  return await readOnce(ctx.db, key, async () => await reckon(ctx, { year, by, group }, filter, asOf));
}

async function reckon(
  ctx: Context,
  { year, by, group }: Pick<IndicatorQuery, "year" | "by" | "group">,
  filter: SliceFilter | undefined,
  asOf: string,
): Promise<YearIndicators> {
  const read = await readYearSheet(ctx.db, year);
  const indicators = listYearIndicators(read).filter((item) => group === undefined || item.group === group);
  const named = filter ? await readSlices(ctx.db, read, filter, by) : [];
  const slices = named.map((slice) => {
    const sheet = sliceSheet(read.sheet, slice.filter);
    // What the office states of the city is no figure of a unit or a class.
    const counted = indicators.filter(({ over }) => over !== "filed" || sheet.filed.length > 0);
    return { ...slice, figures: toFigures(counted, sheet, asOf) };
  });
  const cohorts = filter ? readCohorts(read, filter, listCohortDays(year, asOf)) : [];
  const { target } = read.rules.followUp;
  return { year, campaignId: read.campaignId, asOf, indicators, slices, cohorts, conversionTarget: target };
}
