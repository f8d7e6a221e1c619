import type { Inline } from "../reply/rich-text.ts";
import type { SummaryFacts } from "./facts.ts";
import { toFigureHref } from "./figure-link.ts";

/**
 * A sentence with its places: {name} a word, {#code} a figure that must not be zero, {=code} one that may be, {@name} a
 * ready piece. A sentence of which one place stays empty is left out whole. Of several wordings the first that holds is taken.
 */
export type Sentence = string | readonly string[];

const PLACE = /\{([#=@]?)([^}]+)\}/g;

function isZero(text: string): boolean {
  return /^0(?:\.0+)?%?$/.test(text);
}

/** A number with its code and day. */
export function figureNode(code: string, text: string, { yearAddress, asOf }: SummaryFacts): Inline {
  const href = toFigureHref(yearAddress, { code, asOf });
  return { type: "text", text, marks: [{ type: "link", attrs: { href } }] };
}

/** <axis> stands for the axis of the feedback form by which the year counts satisfaction. */
function fillFigure(name: string, facts: SummaryFacts, mayBeZero: boolean): readonly Inline[] | undefined {
  const code = name.replace("<axis>", facts.words["axisCode"] ?? "");
  const text = facts.figures.get(code);
  if (text === undefined || (!mayBeZero && isZero(text))) return undefined;
  return [figureNode(code, text, facts)];
}

function fillPlace(sign: string, name: string, facts: SummaryFacts): readonly Inline[] | undefined {
  if (sign === "@") {
    const piece = facts.pieces[name];
    return piece && piece.length > 0 ? piece : undefined;
  }
  if (sign !== "") return fillFigure(name, facts, sign === "=");
  const word = facts.words[name];
  return word ? [{ type: "text", text: word }] : undefined;
}

function fillOne(template: string, facts: SummaryFacts): Inline[] | undefined {
  const nodes: Inline[] = [];
  let at = 0;
  for (const match of template.matchAll(PLACE)) {
    const [whole, sign = "", name = ""] = match;
    const filled = fillPlace(sign, name, facts);
    if (!filled) return undefined;
    if (match.index > at) nodes.push({ type: "text", text: template.slice(at, match.index) });
    nodes.push(...filled);
    at = match.index + whole.length;
  }
  if (at < template.length) nodes.push({ type: "text", text: template.slice(at) });
  return nodes;
}

const isPlain = (node: Inline): node is Extract<Inline, { type: "text" }> => node.type === "text" && !node.marks;

/** Neighbours without marks are one text: what a person meets in the editor is a sentence, not its pieces. */
export function joinTexts(nodes: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (last && isPlain(last) && isPlain(node))
      joined[joined.length - 1] = { type: "text", text: last.text + node.text };
    else joined.push(node);
  }
  return joined;
}

/** The sentence with its facts; undefined where one is missing. */
export function fillSentence(sentence: Sentence, facts: SummaryFacts): Inline[] | undefined {
  const wordings = typeof sentence === "string" ? [sentence] : sentence;
  for (const wording of wordings) {
    const filled = fillOne(wording, facts);
    if (filled) return joinTexts(filled);
  }
  return undefined;
}
