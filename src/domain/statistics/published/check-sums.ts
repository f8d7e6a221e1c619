import type { FigureReading } from "./figure-reading.ts";
import { isRoundingOf100, sayPercent, sumPercents } from "./printed-percent.ts";
import type { FigureFinding } from "./published-figure.ts";

function findBases({ parts }: FigureReading): number[] {
  return [...new Set(parts.flatMap(({ base }) => (base === null ? [] : [base])))];
}

function checkParts({ figure, parts }: FigureReading): FigureFinding[] {
  const found: FigureFinding[] = parts.flatMap(({ label, n, base }): FigureFinding[] => {
    if (n === null || base === null || n <= base || figure.targets === true) return [];
    const message = `“${label}”有 ${n}，多于它的基数 ${base}。部分不能大于整体，请核对。`;
    return [{ code: "part_exceeds_base", severity: "error", where: label, message }];
  });
  const { issued, returned } = figure;
  if (typeof issued === "number" && typeof returned === "number" && returned > issued) {
    const message = `收回 ${returned} 份，多于发出的 ${issued} 份。请核对。`;
    found.push({ code: "returned_exceeds_issued", severity: "error", where: "base", message });
  }
  return found;
}

/** Σ n against the base, and against a total printed below the parts. */
export function checkCounts(reading: FigureReading): FigureFinding[] {
  const { figure, sum, isWhole } = reading;
  const found = checkParts(reading);
  if (sum !== null && typeof figure.sum_of_parts === "number" && figure.sum_of_parts !== sum) {
    const message = `合计写的是 ${figure.sum_of_parts}，各项相加是 ${sum}。请核对各项和合计。`;
    found.push({ code: "stated_sum_wrong", severity: "error", where: "base", message });
  }
  if (!isWhole) return found;
  const bases = findBases(reading);
  if (bases.length > 1) {
    const message = `各部分的基数不同（${bases.join("、")}），不能相加为一个整体，比例也不能相加。请分开列出。`;
    found.push({ code: "parts_of_different_bases", severity: "error", where: "base", message });
  } else if (sum !== null && typeof figure.base === "number" && sum !== figure.base) {
    const gap = figure.base - sum;
    const what = gap > 0 ? `还差 ${gap}，没有归入任何一项` : `多出 ${-gap}`;
    const message = `各项相加是 ${sum}，公布的总数是 ${figure.base}，${what}。请核对，或者说明余下的是什么。`;
    found.push({ code: "parts_do_not_sum_to_base", severity: "error", where: "base", message });
  }
  return found;
}

/**
 * Shares that should make 100. Where every count is known and every share is rightly rounded, a sum of 99.99 is arithmetic
 * and no fault; where counts are not given, nobody can tell, and it is said.
 */
export function checkPercentSum({ parts, isWhole, sum }: FigureReading): FigureFinding[] {
  const percents = parts.flatMap(({ percent }) => (percent ? [percent] : []));
  if (!isWhole || sum !== null || percents.length < parts.length) return [];
  const total = sumPercents(percents);
  if (total.steps === 100 * 10 ** total.decimals) return [];
  const isRounding = isRoundingOf100(percents);
  const why = isRounding
    ? "相差可能由四舍五入造成，但没有列出件数，无法核对。请列出各项件数和总数"
    : "相差超出四舍五入的范围。请核对各项比例，并列出件数和总数";
  const message = `各项比例相加是 ${sayPercent(total)}，不是 100%：${why}。`;
  return [
    { code: "percentages_do_not_sum_to_100", severity: isRounding ? "warning" : "error", where: "base", message },
  ];
}
