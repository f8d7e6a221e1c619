import type { Inline } from "#domain/reply/rich-text.ts";

/** Words of one block that stand out, by their place in its plain text; `name` is the fragment that tells more of them. */
export type Span = { readonly start: number; readonly end: number; readonly name: string; readonly label: string };
export type Run = {
  /** null: a line break. */
  readonly text: string | null;
  readonly bold: boolean;
  readonly link: string | undefined;
  readonly span: Span | undefined;
  /** The span ends here. */
  readonly isLast: boolean;
};

type Cut = { readonly from: number; readonly to: number; readonly span: Span | undefined };

/** A stretch of text cut where spans begin and end. Spans do not overlap; what overlaps an earlier one is not marked. */
function cut(from: number, to: number, spans: readonly Span[]): Cut[] {
  const cuts: Cut[] = [];
  let at = from;
  for (const span of spans) {
    const [start, end] = [Math.max(span.start, at), Math.min(span.end, to)];
    if (start >= end) continue;
    if (start > at) cuts.push({ from: at, to: start, span: undefined });
    cuts.push({ from: start, to: end, span });
    at = end;
  }
  if (at < to) cuts.push({ from: at, to, span: undefined });
  return cuts;
}

/** The inline nodes of a block as runs of one look each. */
export function toRuns(content: readonly Inline[], spans: readonly Span[] = []): Run[] {
  const sorted = spans.toSorted((a, b) => a.start - b.start);
  let at = 0;
  return content.flatMap((node): Run[] => {
    if (node.type === "hard_break") {
      at += 1;
      return [{ text: null, bold: false, link: undefined, span: undefined, isLast: false }];
    }
    const start = at;
    at += node.text.length;
    const marks = node.marks ?? [];
    const link = marks.find((mark) => mark.type === "link")?.attrs.href;
    const bold = marks.some((mark) => mark.type === "bold");
    return cut(start, at, sorted).map(({ from, to, span }) => ({
      text: node.text.slice(from - start, to - start),
      bold,
      link,
      span,
      isLast: span?.end === to,
    }));
  });
}
