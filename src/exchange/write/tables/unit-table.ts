import type { Figure } from "#domain/statistics/figure.ts";
import type { Indicator } from "#domain/statistics/indicator.ts";
import type { SheetCell, SheetColumn, SheetPlan } from "../xlsx/sheet-plan.ts";
import type { StatisticsSlice } from "./statistics-table.ts";

type Taken = "numerator" | "base" | "percent";
type Column = { readonly heading: string; readonly code: string; readonly take: Taken };

/** Every share stands beside its numerator; its base is a column before it (design §1.6). */
const BEFORE_CLASSES: readonly Column[] = [
  { heading: "承办件数", code: "motions", take: "numerator" },
  { heading: "会办件次", code: "joint_parts", take: "numerator" },
  { heading: "应答复件次", code: "owed", take: "numerator" },
  { heading: "已答复", code: "answered_rate", take: "numerator" },
  { heading: "办复率", code: "answered_rate", take: "percent" },
  { heading: "按期答复", code: "answered_on_time_of_all", take: "numerator" },
  { heading: "按期办复率", code: "answered_on_time_of_all", take: "percent" },
  { heading: "面商", code: "meeting_rate_by_case", take: "numerator" },
  { heading: "面商率", code: "meeting_rate_by_case", take: "percent" },
];
const AFTER_CLASSES: readonly Column[] = [
  { heading: "收回反馈", code: "satisfied_strict_result_latest", take: "base" },
  { heading: "满意", code: "satisfied_strict_result_latest", take: "numerator" },
  { heading: "满意率", code: "satisfied_strict_result_latest", take: "percent" },
  { heading: "已公开", code: "public_rate", take: "numerator" },
  { heading: "公开率", code: "public_rate", take: "percent" },
];
const NOTE =
  "办复率、按期办复率、面商率以应答复件次为基数，公开率以已答复件次为基数；满意率只计对办理结果表示“满意”的，以最近一轮收回的反馈为基数；分类为现在的分类。没有基数的不计算比率，完整口径见后面各表。";

/** The classes as they are now, each a column of its own: A 类, B 类 … */
function classColumns(indicators: readonly Indicator[]): Column[] {
  return indicators
    .filter(({ code }) => /^class_\d+_(?!first)/.test(code))
    .map(({ code, label }) => ({ heading: label.replace(/[（，].*$/u, ""), code, take: "numerator" as const }));
}

function toCell(figure: Figure | undefined, take: Taken): SheetCell {
  if (!figure) return null;
  if (take !== "percent") return figure[take];
  return figure.percent === null ? null : { percent: figure.percent };
}

/** One line for the whole and one for each unit, the usual figures side by side: what is pinned to the wall. */
export function toUnitPlan(
  { name, title, asOf }: { readonly name: string; readonly title: string; readonly asOf: string },
  indicators: readonly Indicator[],
  slices: readonly StatisticsSlice[],
): SheetPlan {
  const columns = [...BEFORE_CLASSES, ...classColumns(indicators), ...AFTER_CLASSES];
  const rows = slices.map(({ label, figures }): SheetCell[] => {
    const byCode = new Map(figures.map((figure) => [figure.code, figure]));
    return [label, ...columns.map(({ code, take }) => toCell(byCode.get(code), take))];
  });
  const headings = columns.map(({ heading }): SheetColumn => ({ heading, width: 9, align: "center" }));
  const note = `数据截至${asOf}。${NOTE}`;
  return { name, title, note, columns: [{ heading: "承办单位", width: 22 }, ...headings], rows };
}
