import type { Block, Inline, RichText } from "../reply/rich-text.ts";
import type { SummaryFacts } from "./facts.ts";
import { findFigure } from "./figure-link.ts";
import { mapInline } from "./map-inline.ts";
import { figureNode } from "./sentence.ts";

export type Refreshed = {
  readonly body: RichText;
  readonly changed: readonly { readonly code: string; readonly before: string; readonly after: string }[];
  /** Numbers that are counted no more: they stand as they were, and somebody must look at the sentence. */
  readonly gone: readonly { readonly code: string; readonly text: string }[];
  /** Computed paragraphs that the facts allow now and that the document has not: to be taken in or left. */
  readonly offered: readonly Block[];
};

function inlinesOf(block: Block): readonly Inline[] {
  return block.type === "paragraph" || block.type === "heading" ? (block.content ?? []) : [];
}

function codesOf(doc: RichText): Set<string> {
  const codes = new Set<string>();
  mapInline(doc, (node) => {
    const figure = findFigure(node);
    if (figure) codes.add(figure.code);
    return node;
  });
  return codes;
}

function isNew(block: Block, known: ReadonlySet<string>): boolean {
  const codes = inlinesOf(block).flatMap((node) => findFigure(node)?.code ?? []);
  return codes.some((code) => !known.has(code));
}

/** Sets every number anew and touches no other word. `fresh`: the draft as it would be made today. */
export function refreshFigures(doc: RichText, facts: SummaryFacts, fresh: RichText): Refreshed {
  const changed: { code: string; before: string; after: string }[] = [];
  const gone: { code: string; text: string }[] = [];
  const body = mapInline(doc, (node) => {
    const figure = findFigure(node);
    if (!figure || node.type !== "text") return node;
    const after = facts.figures.get(figure.code);
    if (after === undefined) {
      gone.push({ code: figure.code, text: node.text });
      return node;
    }
    if (after !== node.text) changed.push({ code: figure.code, before: node.text, after });
    const next = figureNode(figure.code, after, facts);
    const bold = node.marks?.filter((mark) => mark.type === "bold") ?? [];
    return next.type === "text" ? { ...next, marks: [...bold, ...(next.marks ?? [])] } : next;
  });
  const known = codesOf(doc);
  return { body, changed, gone, offered: fresh.content.filter((block) => isNew(block, known)) };
}
