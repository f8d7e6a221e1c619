import type { Scheme } from "../scheme/scheme.ts";
import { findClass } from "../scheme/scheme.ts";
import type { Rate } from "../statistics/rate.ts";
import { rate } from "../statistics/rate.ts";

/** One reply of a past year: the class it was given and the class it has now. */
export type ConversionCase = { readonly first: string; readonly latest: string };

/**
 * 转化率 of a cohort: of the replies whose first class was one of `owed` (B; in some places B and C), how many have by
 * now a class that counts as resolved in the scheme of their year. A class that the scheme does not know counts as unresolved.
 */
export function conversionRate(cohort: readonly ConversionCase[], owed: readonly string[], scheme: Scheme): Rate {
  const base = cohort.filter(({ first }) => owed.includes(first));
  const turned = base.filter(({ latest }) => findClass(scheme, latest)?.countsAsResolved === true);
  const classes = owed.join("、");
  return rate(
    "conversion_rate",
    "转化率",
    turned.length,
    base.length,
    `分母：答复时分类为${classes}的件次；分子：其中经续办后分类已转为已解决的件次`,
  );
}
