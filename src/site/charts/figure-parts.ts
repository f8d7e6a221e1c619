import { DISCLOSURE_LABELS, DISCLOSURE_MODES } from "#domain/disclosure/disclosure.ts";
import type { SatisfactionRow } from "#domain/statistics/satisfaction.ts";
import type { PublicFigure } from "#domain/view/public-year.ts";
import type { BarPart } from "./stacked-bar.ts";

const find = (figures: readonly PublicFigure[], code: string) => figures.find((figure) => figure.code === code);

/**
 * In time, late, open: out of the two rates of a term, over all and over what is due. Late is what was due and not kept, done
 * or not. Empty where the counts contradict one another.
 * @param code of the pair of rates, without `_of_all` and `_of_due` @param verb 答复, 公开
 */
export function toTermParts(figures: readonly PublicFigure[], code: string, verb: string): BarPart[] {
  const [all, due] = [find(figures, `${code}_of_all`), find(figures, `${code}_of_due`)];
  if (!all?.base || due?.base === undefined || due.base === null || all.numerator !== due.numerator) return [];
  const late = due.base - due.numerator;
  const open = all.base - due.base;
  if (late < 0 || open < 0) return [];
  return [
    { short: "按期", label: `按期${verb}`, count: all.numerator, tone: "flow-1" },
    { short: "逾期", label: `逾期${verb}或者逾期未${verb}`, count: late, tone: "flow-3" },
    { short: "未到期", label: `未${verb}且未到期，或者没有期限`, count: open, tone: "flow-5" },
  ].filter(({ count }) => count > 0);
}

const MODE_TONES = { full: "flow-1", summary: "flow-4", redacted: "flow-3", none: "flow-2" } as const;

export function toDisclosureParts(figures: readonly PublicFigure[]): BarPart[] {
  return DISCLOSURE_MODES.map((mode) => ({
    short: DISCLOSURE_LABELS[mode],
    label: DISCLOSURE_LABELS[mode],
    count: find(figures, `mode_${mode}`)?.numerator ?? 0,
    tone: MODE_TONES[mode],
  })).filter(({ count }) => count > 0);
}

/** Forms that leave the question open are a part of their own, so that the bar is all that came back. */
export function toSatisfactionParts(row: SatisfactionRow): BarPart[] {
  const { returned, satisfied, basicallySatisfied, dissatisfied } = row;
  return [
    { short: "满意", label: "满意", count: satisfied, tone: "done" },
    { short: "基本满意", label: "基本满意", count: basicallySatisfied, tone: "planned" },
    { short: "不满意", label: "不满意", count: dissatisfied, tone: "flow-3" },
    {
      short: "未填",
      label: "未填此项",
      count: Math.max(0, returned - satisfied - basicallySatisfied - dissatisfied),
      tone: "rest",
    },
  ].filter(({ count }) => count > 0);
}
