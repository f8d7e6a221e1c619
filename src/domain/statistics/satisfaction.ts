/** A figure as the public has it. */
type Counted = { readonly code: string; readonly numerator: number; readonly base: number | null };

/** Answers to one question of the form in one round, as counts that add up to `returned` where every form answers it. */
export type SatisfactionRow = {
  readonly round: string;
  readonly axis: string;
  readonly returned: number;
  readonly satisfied: number;
  readonly basicallySatisfied: number;
  readonly dissatisfied: number;
};

const LABEL = /^(.+)满意率（仅计满意），(.+)，占收回$/;
const CODE = /^satisfied_strict_(.+)_(first|second|latest)$/;

/** The three grades of each question and round side by side, out of the rates that say them one by one; rounds without a form, and counts that contradict one another, are left out. */
export function toSatisfactionRows(
  indicators: readonly { readonly code: string; readonly label: string }[],
  figures: readonly Counted[],
): SatisfactionRow[] {
  const byCode = new Map(figures.map((figure) => [figure.code, figure]));
  return indicators.flatMap(({ code, label }) => {
    const [, axis = "", round = ""] = LABEL.exec(label) ?? [];
    const key = code.replace("satisfied_strict_", "");
    const strict = byCode.get(code);
    const wide = byCode.get(`satisfied_wide_${key}`);
    const low = byCode.get(`dissatisfied_${key}`);
    if (!CODE.test(code) || !strict?.base || !wide || !low || wide.numerator < strict.numerator) return [];
    return [
      {
        round,
        axis,
        returned: strict.base,
        satisfied: strict.numerator,
        basicallySatisfied: wide.numerator - strict.numerator,
        dissatisfied: low.numerator,
      },
    ];
  });
}
