import { isBlockTag } from "./fold-text.ts";
import { PieceWatch } from "./piece-watch.ts";

/** How a text sets off its pieces: by tags, in quotes with escapes (JSON) or doubled quotes (CSV), or not at all. */
export type TextForm = "markup" | "json" | "csv" | "plain";

/** Prose that goes on over tags of a format, and each of its segments alone. */
class Prose {
  readonly #pieces: string[];
  readonly #watch = new PieceWatch();
  #whole = "";
  #segment = "";
  #segments = 0;
  #isTelling = false;

  constructor(pieces: string[]) {
    this.#pieces = pieces;
  }

  add(text: string, from: number, to: number): void {
    this.#isTelling = this.#watch.sees(text, from, to) || this.#isTelling;
    this.#segment += text.slice(from, to);
  }

  /** Here is a tag: what follows is a segment of its own. */
  cut(): void {
    if (this.#segment === "") return;
    if (this.#isTelling) this.#pieces.push(this.#segment);
    this.#whole += this.#segment;
    this.#segments++;
    this.#segment = "";
  }

  end(): void {
    this.cut();
    if (this.#segments > 1 && this.#isTelling) this.#pieces.push(this.#whole);
    this.#whole = "";
    this.#segments = 0;
    this.#isTelling = false;
    this.#watch.reset();
  }
}

/** Where a word may be broken: readers see nothing there. */
const WORD_BREAK = "<wbr>";

/** Tags, what stands between two of them, and prose that goes on over tags of a format. */
function cutMarkup(text: string): string[] {
  const pieces: string[] = [];
  const prose = new Prose(pieces);
  const watch = new PieceWatch();
  let at = 0;
  for (let open = text.indexOf("<"); open >= 0; open = text.indexOf("<", at)) {
    const close = text.indexOf(">", open);
    if (close < 0) break;
    if (open > at) prose.add(text, at, open);
    at = close + 1;
    if (at - open === WORD_BREAK.length && text.startsWith(WORD_BREAK, open)) continue;
    const isTelling = watch.sees(text, open, at);
    watch.reset();
    if (isTelling) pieces.push(text.slice(open, at));
    if (isBlockTag(text, open)) prose.end();
    else prose.cut();
  }
  if (at < text.length) prose.add(text, at, text.length);
  prose.end();
  return pieces;
}

const BACKSLASH = 0x5c;

function isEscaped(text: string, at: number): boolean {
  let before = at;
  while (text.charCodeAt(before - 1) === BACKSLASH) before--;
  return (at - before) % 2 === 1;
}

/** Where the quoted text ends that begins at `from`. */
function findClosing(text: string, from: number, form: "json" | "csv"): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 1)) {
    if (form === "json" ? !isEscaped(text, at) : text[at + 1] !== '"') return at;
    if (form === "csv") at++;
  }
  return text.length;
}

/** Quoted texts, and what stands between them. */
function cutQuoted(text: string, form: "json" | "csv"): string[] {
  const pieces: string[] = [];
  const watch = new PieceWatch();
  const add = (from: number, to: number) => {
    const isTelling = watch.sees(text, from, to);
    watch.reset();
    if (!isTelling) return;
    const piece = text.slice(from, to);
    // A quotation mark of the text itself (RFC 4180 §2.7): it stands in what is looked for once.
    pieces.push(form === "csv" ? piece.replaceAll('""', '"') : piece);
  };
  for (let at = 0; at < text.length;) {
    const quote = text.indexOf('"', at);
    const open = quote < 0 ? text.length : quote;
    add(at, open);
    const close = findClosing(text, open + 1, form);
    add(open + 1, close);
    at = close + 1;
  }
  return pieces;
}

/**
 * Pieces that together hold every character of the text which could be part of something withheld. Whatever of it stands
 * in the text stands in one of them, unless it goes on over a tag or quotation mark that sets off texts. Pieces come
 * again and again: the frame of all pages, a letter in its page and in every table.
 */
export function cutText(text: string, form: TextForm): readonly string[] {
  if (form === "markup") return cutMarkup(text);
  return form === "plain" ? [text] : cutQuoted(text, form);
}
