import { z } from "@hono/zod-openapi";
import { BODIES } from "#domain/motion/campaign.ts";
import { MOTION_KINDS } from "#domain/motion/kind.ts";
import { motionNumberLabel } from "#domain/motion/number.ts";
import type { Figure as DomainFigure } from "#domain/statistics/figure.ts";
import { FIGURE_PARTS } from "#domain/statistics/figure.ts";
import type { Indicator as DomainIndicator } from "#domain/statistics/indicator.ts";
import {
  GROUP_LABELS,
  INDICATOR_GROUPS,
  INDICATOR_UNITS,
  baseWordsOf,
  definitionOf,
} from "#domain/statistics/indicator.ts";
import type { SliceFilter } from "#domain/statistics/slice.ts";
import type { CountedRow as Counted } from "#services/statistics/list-counted-rows.ts";
import type { YearIndicators as Read } from "#services/statistics/read-indicators.ts";
import { SLICE_BYS } from "#services/statistics/read-slices.ts";
import { PageQuery } from "../http/route-parts.ts";

const filter = {
  kind: z.enum(MOTION_KINDS).optional(),
  body: z.enum(BODIES).optional().openapi({ description: "npc 人大，cppcc 政协" }),
  unit: z.string().min(1).max(40).optional().openapi({ description: "单位代码" }),
  class: z.string().min(1).max(2).optional().openapi({ description: "现在的办理结果分类，如 A" }),
};

export const IndicatorsQuery = z.strictObject({
  ...filter,
  by: z.enum(SLICE_BYS).optional().openapi({ description: "按什么分别统计；不写的只有一组" }),
  group: z.enum(INDICATOR_GROUPS).optional().openapi({ description: "只要哪一组指标" }),
});

export const CountedQuery = z.strictObject({
  ...PageQuery,
  ...filter,
  part: z.enum(FIGURE_PARTS).default("numerator").openapi({ description: "看分子还是分母" }),
});

const Indicator = z.strictObject({
  code: z.string(),
  group: z.enum(INDICATOR_GROUPS),
  groupLabel: z.string(),
  label: z.string(),
  unit: z.enum(INDICATOR_UNITS),
  definition: z.string(),
  numerator: z.string().openapi({ description: "分子数什么" }),
  base: z.string().nullable().openapi({ description: "分母数什么；只是计数的为 null" }),
});

const Figure = z.strictObject({
  code: z.string(),
  numerator: z.int(),
  base: z.int().nullable().openapi({ description: "只是计数、或者分母没有填报的为 null" }),
  percent: z.string().nullable().openapi({ description: "百分数，两位小数；不能计算的为 null" }),
  words: z.string(),
  opens: z
    .strictObject({ numerator: z.string(), base: z.string().nullable() })
    .openapi({ description: "列出所数各项的地址" }),
});

const Slice = z.strictObject({
  label: z.string(),
  filter: z.strictObject(filter),
  figures: z.array(Figure),
});

const Cohort = z.strictObject({
  classCode: z.string(),
  classLabel: z.string(),
  base: z.int().openapi({ description: "答复时为这一类的件次" }),
  points: z
    .array(z.strictObject({ on: z.string(), numerator: z.int(), percent: z.string().nullable() }))
    .openapi({ description: "到各年年底和今天，已转为解决类的件次" }),
});

export const YearIndicators = z
  .strictObject({
    year: z.int(),
    campaignId: z.string(),
    asOf: z.string().openapi({ description: "计算期限所依据的日期" }),
    indicators: z.array(Indicator),
    slices: z.array(Slice),
    cohorts: z.array(z.strictObject({ kind: z.enum(MOTION_KINDS), classes: z.array(Cohort) })),
    conversionTarget: z.int().nullable().openapi({ description: "本年度的转化目标，百分之几" }),
  })
  .openapi("YearIndicators");

const OVERS = { motion: "motion", filed: "motion", case: "assignment", commitment: "commitment" } as const;

export const CountedRow = z
  .strictObject({
    of: z.enum(["motion", "assignment", "commitment"]).openapi({ description: "id 是件、交办还是承诺的编号" }),
    id: z.string(),
    weight: z.int().openapi({ description: "这一项计多少；各项相加即为该数" }),
    motion: z.strictObject({
      id: z.string(),
      kind: z.enum(MOTION_KINDS),
      numberLabel: z.string(),
      title: z.string(),
    }),
    unit: z.strictObject({ code: z.string(), name: z.string() }).nullable(),
  })
  .openapi("CountedRow");

function toIndicator(indicator: DomainIndicator): z.infer<typeof Indicator> {
  const { code, group, label, unit } = indicator;
  return {
    code,
    group,
    groupLabel: GROUP_LABELS[group],
    label,
    unit,
    definition: definitionOf(indicator),
    numerator: indicator.numerator.words,
    base: baseWordsOf(indicator),
  };
}

/** The address of the list behind one part of a figure. */
function toList(year: number, code: string, part: string, filter: SliceFilter): string {
  const query = new URLSearchParams({ part });
  for (const [name, value] of Object.entries(filter)) if (value !== undefined) query.set(name, value);
  return `/api/statistics/${year}/indicators/${code}/rows?${query.toString()}`;
}

function toFigure(year: number, filter: SliceFilter, listed: ReadonlySet<string>) {
  return ({ code, numerator, base, percent, words }: DomainFigure): z.infer<typeof Figure> => ({
    code,
    numerator,
    base,
    percent,
    words,
    opens: {
      numerator: toList(year, code, "numerator", filter),
      base: base === null || !listed.has(code) ? null : toList(year, code, "base", filter),
    },
  });
}

export function toYearIndicators(read: Read): z.infer<typeof YearIndicators> {
  const { year, campaignId, asOf, indicators, slices, cohorts, conversionTarget } = read;
  const listed = new Set(indicators.filter(({ over }) => over !== "filed").map(({ code }) => code));
  return {
    year,
    campaignId,
    asOf,
    indicators: indicators.map(toIndicator),
    slices: slices.map(({ label, filter, figures }) => ({
      label,
      filter: { ...filter },
      figures: figures.map(toFigure(year, filter, listed)),
    })),
    cohorts: cohorts.map(({ kind, classes }) => ({
      kind,
      classes: classes.map((item) => ({ ...item, points: item.points.map((point) => ({ ...point })) })),
    })),
    conversionTarget,
  };
}

export function toCountedRow({ over, id, weight, motion, unit }: Counted): z.infer<typeof CountedRow> {
  const { kind, title } = motion;
  return {
    of: OVERS[over],
    id,
    weight,
    motion: { id: motion.id, kind, numberLabel: motionNumberLabel(motion), title },
    unit: unit && { ...unit },
  };
}
