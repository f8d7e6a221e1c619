import type { Inline, Paragraph } from "#domain/reply/rich-text.ts";
import type { DocxRun } from "./docx-blocks.ts";

type Piece = Omit<DocxRun, "text"> & { readonly text: string };

const BLANK = /^[\s\u3000]*$/;

function isSame(left: Piece, right: Piece): boolean {
  return left.bold === right.bold && left.href === right.href;
}

function joinPieces(runs: readonly DocxRun[]): Piece[] {
  const pieces: Piece[] = [];
  for (const run of runs) {
    const last = pieces.at(-1);
    if (last && isSame(last, run)) pieces[pieces.length - 1] = { ...last, text: last.text + run.text };
    else pieces.push(run);
  }
  return pieces;
}

/** Indents and trailing blanks are layout, not text. */
function trimRuns(runs: readonly DocxRun[]): DocxRun[] {
  const first = runs.findIndex(({ text }) => !BLANK.test(text));
  if (first < 0) return [];
  const last = runs.findLastIndex(({ text }) => !BLANK.test(text));
  return runs.slice(first, last + 1).map((run, index, all) => {
    const text = index === 0 ? run.text.trimStart() : run.text;
    return { ...run, text: index === all.length - 1 ? text.trimEnd() : text };
  });
}

/** Cuts `length` characters from the front. */
export function cutFront(runs: readonly DocxRun[], length: number): DocxRun[] {
  let left = length;
  const rest = runs.map((run) => {
    const cut = Math.min(left, run.text.length);
    left -= cut;
    return { ...run, text: run.text.slice(cut) };
  });
  return trimRuns(rest.filter(({ text }) => text !== ""));
}

type Marks = NonNullable<Extract<Inline, { type: "text" }>["marks"]>;

function toMarks({ bold, href }: Piece): Marks {
  const marks: Marks = [];
  if (bold) marks.push({ type: "bold" });
  if (href !== undefined) marks.push({ type: "link", attrs: { href } });
  return marks;
}

function toInlines(piece: Piece, plain: boolean): Inline[] {
  const marks = toMarks(plain ? { ...piece, bold: false } : piece);
  return piece.text
    .split("\n")
    .flatMap((text, index): Inline[] => [
      ...(index > 0 ? [{ type: "hard_break" as const }] : []),
      ...(text === "" ? [] : [{ type: "text" as const, text, ...(marks.length > 0 ? { marks } : {}) }]),
    ]);
}

/** The inline content of a paragraph; `plain` leaves out bold, for headings. Undefined when there is no text. */
export function toContent(runs: readonly DocxRun[], plain = false): Inline[] | undefined {
  const content = joinPieces(trimRuns(runs)).flatMap((piece) => toInlines(piece, plain));
  return content.length > 0 ? content : undefined;
}

export function toParagraph(runs: readonly DocxRun[]): Paragraph | undefined {
  const content = toContent(runs);
  return content && { type: "paragraph", content };
}
