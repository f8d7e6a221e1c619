import { KIND_WORDS } from "#domain/motion/kind.ts";
import { GROUP_LABELS } from "#domain/statistics/indicator.ts";
import { percentOf } from "#domain/statistics/rate.ts";
import type { PublicFigure, PublicFigures } from "#domain/view/public-year.ts";
import type { Cell } from "./data-table.ts";
import { column, type TablePart, type TablePlan, YEAR } from "./table-columns.ts";

const percent = ({ numerator, base }: PublicFigure): number | null =>
  base === null || base === 0 || numerator > base ? null : Number(percentOf(numerator, base));

const sumOf = ({ years }: TablePart, count: (figures: PublicFigures) => number): number =>
  years.reduce((sum, { record }) => sum + (record ? count(record.figures) : 0), 0);

/** What the codes of the figures mean. By year, for the classes of a scheme belong to its years. */
export const INDICATORS: TablePlan = {
  name: "indicators",
  title: "指标口径",
  columns: [
    YEAR,
    column("指标代码", "code", "长期不变"),
    column("指标", "label", "指标名称"),
    column("方面", "group", "指标所属的方面"),
    column("计量单位", "unit", "件、件次、项等"),
    column("口径", "definition", "分子、分母各数什么"),
  ],
  count: (part) => sumOf(part, ({ indicators }) => indicators.length),
  rows: ({ years }) =>
    years.flatMap(({ year, record }) =>
      (record?.figures.indicators ?? []).map(({ code, label, group, unit, definition }): Cell[] => [
        year,
        code,
        label,
        GROUP_LABELS[group],
        unit,
        definition,
      ]),
    ),
};

export const FIGURES: TablePlan = {
  name: "figures",
  title: "统计指标",
  columns: [
    YEAR,
    column("范围", "scope", "全部、建议、提案或某一单位"),
    column("指标代码", "code", "含义见“指标口径”"),
    column("指标", "label", "指标名称"),
    column("分子", "numerator", "所数的数量", "integer"),
    column("分母", "base", "没有分母的为空", "integer"),
    column("比率", "percent", "百分比，两位小数；分母为 0 或者没有分母的为空", "number"),
    column("截至", "as_of", "判断期限所用的日期", "date"),
  ],
  count: (part) =>
    sumOf(part, ({ slices, units }) => [...slices, ...units].reduce((sum, { figures }) => sum + figures.length, 0)),
  rows: ({ city, years }) =>
    years.flatMap(({ year, record }) => {
      if (!record) return [];
      const { slices, units, asOf } = record.figures;
      const labels = new Map(record.figures.indicators.map(({ code, label }) => [code, label]));
      const toRows = (scope: string, list: readonly PublicFigure[]) =>
        list.map((figure): Cell[] => {
          const { code, numerator, base } = figure;
          return [year, scope, code, labels.get(code) ?? code, numerator, base, percent(figure), asOf];
        });
      return [
        ...slices.flatMap((slice) =>
          toRows(slice.kind === null ? "全部" : KIND_WORDS[slice.kind].label, slice.figures),
        ),
        ...units.flatMap((item) => toRows(city.frame.unitsByCode.get(item.unit)?.name ?? item.unit, item.figures)),
      ];
    }),
};
