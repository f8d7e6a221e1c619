import type { FigureReading, ReadPart } from "./figure-reading.ts";
import type { PrintedPercent } from "./printed-percent.ts";
import { isPossible, roundSteps, sayPercent, sumPercents, truncateSteps } from "./printed-percent.ts";
import type { FigureFinding } from "./published-figure.ts";

type Shared = { readonly label: string; readonly percent: PrintedPercent };
type Checked = Shared & { readonly n: number; readonly base: number };

const isRight = ({ n, base, percent }: Checked) => roundSteps(n, base, percent.decimals) === percent.steps;
const right = ({ n, base, percent }: Checked) =>
  sayPercent({ steps: roundSteps(n, base, percent.decimals), decimals: percent.decimals });

/** Every other whole that the text names. */
function listOtherBases({ figure, sum, isWhole, parts }: FigureReading): number[] {
  const named = [figure.base, figure.second_base, figure.issued, figure.returned, isWhole ? sum : null];
  const all = [...named, ...parts.map(({ base }) => base)];
  return [...new Set(all.filter((base): base is number => typeof base === "number" && base > 0))];
}

function makesExactly100({ parts, isWhole }: FigureReading): boolean {
  const percents = parts.flatMap(({ percent }) => (percent ? [percent] : []));
  const { steps, decimals } = sumPercents(percents);
  return isWhole && percents.length === parts.length && steps === 100 * 10 ** decimals;
}

function judge(item: Checked, reading: FigureReading): FigureFinding {
  const { label, n, base, percent } = item;
  const stated = `“${label}”${n} 占 ${base} 应为 ${right(item)}，公布的是 ${sayPercent(percent)}`;
  const where = label;
  if (truncateSteps(n, base, percent.decimals) === percent.steps) {
    const message = `${stated}：末位是直接舍去的。请按四舍五入改正，或者注明取舍办法。`;
    return { code: "percent_truncated", severity: "warning", where, message };
  }
  const off = Math.abs(roundSteps(n, base, percent.decimals) - percent.steps);
  if (off === 1 && makesExactly100(reading)) {
    const message = `${stated}：可能是为使各项合计为 100% 而调整了末位。请如实四舍五入，并注明合计因四舍五入不等于 100%。`;
    return { code: "percent_forced_to_100", severity: "warning", where, message };
  }
  return { code: "percent_wrong", severity: "error", where, message: `${stated}。请核对件数、基数和比例。` };
}

/** One finding for all shares that were taken of another whole. */
function sayOtherBase(strays: readonly (Checked & { readonly other: number })[], mixed: boolean): FigureFinding {
  const [first] = strays;
  const shown = strays.map((item) => {
    return `“${item.label}”${item.n} 占 ${sayPercent(item.percent)} 是按 ${item.other} 计算的，按 ${item.base} 应为 ${right(item)}`;
  });
  const what = mixed ? "同一组比例用了不同的基数" : "各项比例不是按公布的总数计算的";
  const message = `${what}：${shown.join("；")}。请统一基数重新计算，并写明基数是什么。`;
  const code = mixed ? "two_bases_mixed" : "percent_of_other_base";
  return { code, severity: "error", where: first?.label ?? "base", message };
}

function checkCounted(items: readonly Checked[], reading: FigureReading): FigureFinding[] {
  const others = listOtherBases(reading);
  const wrong = items.filter((item) => !isRight(item));
  const judged = wrong.map((item) => ({
    item,
    other: others.find((base) => base !== item.base && item.n <= base && isRight({ ...item, base })),
  }));
  const strays = judged.flatMap(({ item, other }) => (other === undefined ? [] : [{ ...item, other }]));
  const rest = judged.flatMap(({ item, other }) => (other === undefined ? [judge(item, reading)] : []));
  // Mixed: some share holds for the stated base alone.
  const mixed = items.some((item) => isRight(item) && !strays.some(({ other }) => isRight({ ...item, base: other })));
  return [...(strays.length > 0 ? [sayOtherBase(strays, mixed)] : []), ...rest];
}

function checkRange({ label, percent }: Shared): FigureFinding[] {
  if (percent.steps >= 0 && percent.steps <= 100 * 10 ** percent.decimals) return [];
  const message = `“${label}”的比例是 ${sayPercent(percent)}，占比应在 0% 到 100% 之间。请核对分子和分母。`;
  return [{ code: "percent_out_of_range", severity: "error", where: label, message }];
}

function checkUncounted({ label, percent, base }: Shared & { readonly base: number }): FigureFinding[] {
  if (isPossible(percent, base)) return [];
  const message = `“${label}”占 ${base} 的 ${sayPercent(percent)}：没有一个整数能得出这个比例。请核对基数，并列出件数。`;
  return [{ code: "percent_impossible", severity: "error", where: label, message }];
}

function checkZero({ label, percent }: Shared): FigureFinding {
  const message = `“${label}”的基数是 0，却公布了 ${sayPercent(percent)}。基数为 0 时没有比例，请改用文字说明。`;
  return { code: "percent_of_zero", severity: "error", where: label, message };
}

/** 约 62%: off by a whole point or more is no rounding. */
function checkAbout({ label, n, base, part }: ReadPart): FigureFinding[] {
  const about = part.about_percent ?? null;
  if (about === null || n === null || base === null || base === 0) return [];
  const share = (n / base) * 100;
  if (Math.abs(share - about) < 1) return [];
  const message = `“${label}”约 ${about}%，按 ${n} 占 ${base} 计算是 ${share.toFixed(1)}%。请核对。`;
  return [{ code: "about_percent_wrong", severity: "warning", where: label, message }];
}

/** Every printed percentage against its own base, at the decimals printed. */
export function checkPercents(reading: FigureReading): FigureFinding[] {
  const isTarget = reading.figure.targets === true;
  const shown = reading.parts.flatMap((item) => (item.percent ? [{ ...item, percent: item.percent }] : []));
  const based = shown.flatMap((item) =>
    item.exact && !isTarget && item.base !== null ? [{ ...item, base: item.base }] : [],
  );
  const counted = based.flatMap((item) => (item.n !== null && item.base > 0 ? [{ ...item, n: item.n }] : []));
  return [
    ...shown.flatMap(checkRange),
    ...based.filter(({ base }) => base === 0).map(checkZero),
    // More than its base: said once, by the check of counts.
    ...checkCounted(
      counted.filter(({ n, base }) => n <= base),
      reading,
    ),
    ...based.filter(({ n, base }) => n === null && base > 0).flatMap(checkUncounted),
    ...reading.parts.flatMap(checkAbout),
  ];
}
