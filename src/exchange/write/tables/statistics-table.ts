import type { Figure } from "#domain/statistics/figure.ts";
import type { Indicator } from "#domain/statistics/indicator.ts";
import { GROUP_LABELS, definitionOf } from "#domain/statistics/indicator.ts";
import type { SheetCell, SheetColumn, SheetPlan } from "../xlsx/sheet-plan.ts";

export type StatisticsSlice = { readonly label: string; readonly figures: readonly Figure[] };

const COLUMNS: readonly SheetColumn[] = [
  { heading: "范围", width: 18, align: "center" },
  { heading: "方面", width: 18, align: "center" },
  { heading: "指标", width: 40 },
  { heading: "数量", width: 10, align: "center" },
  { heading: "基数", width: 10, align: "center" },
  { heading: "计量单位", width: 10, align: "center" },
  { heading: "比率", width: 10, align: "center" },
  { heading: "说明", width: 40 },
  { heading: "口径", width: 60 },
];

function toRow(slice: string, indicator: Indicator, figure: Figure): SheetCell[] {
  return [
    slice,
    GROUP_LABELS[indicator.group],
    indicator.label,
    figure.numerator,
    figure.base,
    indicator.unit,
    figure.percent === null ? null : { percent: figure.percent },
    figure.words,
    definitionOf(indicator),
  ];
}

/** Every figure with its numerator, base and definition (design §1.6): one line each, whatever indicators there are. */
export function toStatisticsPlan(
  { name, title, asOf }: { readonly name: string; readonly title: string; readonly asOf: string },
  indicators: readonly Indicator[],
  slices: readonly StatisticsSlice[],
): SheetPlan {
  const byCode = new Map(indicators.map((indicator) => [indicator.code, indicator]));
  const rows = slices.flatMap(({ label, figures }) =>
    figures.flatMap((figure) => {
      const indicator = byCode.get(figure.code);
      return indicator ? [toRow(label, indicator, figure)] : [];
    }),
  );
  return { name, title, note: `数据截至${asOf}；没有基数的不计算比率。`, columns: COLUMNS, rows };
}
