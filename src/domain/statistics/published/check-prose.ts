import type { PrintedPercent } from "./printed-percent.ts";
import { roundSteps, sayPercent, toPrinted, truncateSteps } from "./printed-percent.ts";
import type { FigureFinding } from "./published-figure.ts";

const UNIT = "(?:件次|人次|件|份|票|项|人)";
const COUNT = new RegExp(String.raw`(\d[\d,]*)\s*${UNIT}`, "g");
/** 67件，占33.33%: a count and, in the same clause or the next, its share. */
const SHARE = new RegExp(String.raw`(\d[\d,]*)\s*${UNIT}([^。；;！？\n\d%％]{0,16})(\d+(?:\.\d{1,4})?)\s*[%％]`, "g");
/** Growth is no share. */
const CHANGE = /增|减|降|升|同比|环比|上年|提高|多于|少于/;

type Share = { readonly text: string; readonly n: number; readonly percent: PrintedPercent };

const toNumber = (text: string) => Number(text.replaceAll(",", ""));

function listShares(paragraph: string): Share[] {
  return [...paragraph.matchAll(SHARE)].flatMap((match): Share[] => {
    const [text, count = "", between = "", percent = ""] = match;
    return CHANGE.test(between) ? [] : [{ text, n: toNumber(count), percent: toPrinted(percent) }];
  });
}

function isOf({ n, percent }: Share, base: number): boolean {
  if (base <= 0 || n > base) return false;
  const { steps, decimals } = percent;
  return roundSteps(n, base, decimals) === steps || truncateSteps(n, base, decimals) === steps;
}

/** Sums of neighbouring shares, for a whole that is not named: A 67 件、B 134 件. */
function listSums(shares: readonly Share[]): number[] {
  return shares.flatMap((_, from) =>
    shares.slice(from).map((_, length) => shares.slice(from, from + length + 1).reduce((sum, { n }) => sum + n, 0)),
  );
}

/**
 * Shares in running text for which the text names no whole: the percentage is wrong, or its base is missing. A warning for
 * whoever writes a summary; what figures mean in prose only a person can say.
 */
export function checkProse(text: string): FigureFinding[] {
  const counts = [...text.matchAll(COUNT)].map(([, count = ""]) => toNumber(count));
  return text.split("\n").flatMap((paragraph) => {
    const shares = listShares(paragraph);
    const bases = [...counts, ...listSums(shares)];
    return shares
      .filter((share) => !bases.some((base) => isOf(share, base)))
      .map(({ text: where, n, percent }): FigureFinding => {
        const message = `“${where}”：文中没有一个总数能使 ${n} 占 ${sayPercent(percent)}。请核对比例，或者写明总数是多少。`;
        return { code: "percent_unexplained", severity: "warning", where, message };
      });
  });
}
