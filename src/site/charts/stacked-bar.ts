export type BarPart = {
  /** In the bar itself: a letter or a short word. */
  readonly short: string;
  /** In the text beside the bar. */
  readonly label: string;
  readonly count: number;
  /** Class name that sets colour: a class tone or a step of the flow. */
  readonly tone: string;
};

export type BarSegment = BarPart & {
  /** Percent of the width, three decimals. */
  readonly x: string;
  readonly width: string;
  readonly middle: string;
  /** "" where the segment is too narrow for any text. */
  readonly text: string;
};

const WIDE = 15;
const NARROW = 6;

function segmentText(part: BarPart, percent: number): string {
  if (percent >= WIDE) return `${part.short} ${part.count}`;
  return percent >= NARROW && part.short.length <= 2 ? part.short : "";
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
      text: segmentText(part, width),
    });
    before += part.count;
  }
  return segments;
}
