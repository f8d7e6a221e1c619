export type BarPart = {
  /** In the bar itself: a letter or a short word. */
  readonly short: string;
  /** In the text beside the bar. */
  readonly label: string;
  readonly count: number;
  /** Class name that sets colour: a class tone or a step of the flow. */
  readonly tone: string;
};

export type BarText = {
  readonly text: string;
  /** Width of the bar in rem, one of STEPS, from which the text fits into its segment. */
  readonly from: number;
  /** Width from which a longer text takes its place. */
  readonly until: number | null;
};

export type BarSegment = BarPart & {
  /** Percent of the width, three decimals. */
  readonly x: string;
  readonly width: string;
  readonly middle: string;
  /** At most one of them fits at a time; none where the segment is too narrow for any. */
  readonly texts: readonly BarText[];
};

/** Widths of the bar in rem that the style sheet tells apart: 长者版 on a phone, a phone, half a page, …, a whole page. */
export const STEPS = [12, 19, 26, 40, 60] as const;
/** Size of the text in rem, and what stays free on both sides of it together. */
const SIZE = 0.95;
const MARGIN = 0.5;

/** Share of a square that a character takes in the bold of a wide face. */
function squareOf(character: string): number {
  if (character === " ") return 0.35;
  return /\p{Script=Han}/u.test(character) ? 1 : 0.7;
}

function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + squareOf(character), 0) * SIZE + MARGIN;
}

function findStep(text: string, percent: number): number | undefined {
  return STEPS.find((step) => (step * percent) / 100 >= widthOf(text));
}

/** The count with its name where both fit; before that the letter of a class, or the count of a step. */
function segmentTexts({ short, count }: BarPart, percent: number): BarText[] {
  const long = `${short} ${count}`;
  const tight = short.length === 1 ? short : String(count);
  const [from, fromTight] = [findStep(long, percent), findStep(tight, percent)];
  const texts: BarText[] = [];
  if (fromTight !== undefined && fromTight !== from) texts.push({ text: tight, from: fromTight, until: from ?? null });
  if (from !== undefined) texts.push({ text: long, from, until: null });
  return texts;
}

/** Where each part lies in a bar of 100 %; parts of zero are left out. Empty where nothing is counted. */
export function toBarSegments(parts: readonly BarPart[]): BarSegment[] {
  const total = parts.reduce((sum, part) => sum + part.count, 0);
  const segments: BarSegment[] = [];
  let before = 0;
  for (const part of parts) {
    if (part.count <= 0) continue;
    const x = (before * 100) / total;
    const width = (part.count * 100) / total;
    segments.push({
      ...part,
      x: x.toFixed(3),
      width: width.toFixed(3),
      middle: (x + width / 2).toFixed(3),
      texts: segmentTexts(part, width),
    });
    before += part.count;
  }
  return segments;
}
