import type { Block, Inline, RichText } from "../reply/rich-text.ts";
import type { SummaryFacts } from "./facts.ts";
import type { Outline, OutlinePart, OutlineSection } from "./outline.ts";
import { tellMatter } from "./pieces.ts";
import type { Sentence } from "./sentence.ts";
import { fillSentence, joinTexts } from "./sentence.ts";

/** What belongs in an empty paragraph of the draft: shown beside it, never in it. */
export type Hint = { readonly heading: string | null; readonly hint: string };

const paragraph = (content: readonly Inline[]): Block => ({ type: "paragraph", content: [...content] });

function toComputed(sentences: readonly Sentence[], facts: SummaryFacts): Block[] {
  const filled = sentences.flatMap((sentence) => fillSentence(sentence, facts) ?? []);
  return filled.length > 0 ? [paragraph(joinTexts(filled))] : [];
}

function toBlocks(part: OutlinePart, facts: SummaryFacts): Block[] {
  switch (part.kind) {
    case "computed":
      return toComputed(part.sentences, facts);
    case "prose":
      return [{ type: "paragraph" }];
    case "examples":
      return facts.examples.map((matter) => paragraph(tellMatter(matter)));
  }
}

function toHeading({ heading, level }: OutlineSection): Block[] {
  return heading === null ? [] : [{ type: "heading", attrs: { level }, content: [{ type: "text", text: heading }] }];
}

function fillWords(template: string, { words }: SummaryFacts): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => words[name] ?? "");
}

/** The draft of a 总结: what is counted stands in it, what is told is left free. */
export function buildSummary(outline: Outline, facts: SummaryFacts): { title: string; body: RichText } {
  const content = outline.sections.flatMap((section) => [
    ...toHeading(section),
    ...section.parts.flatMap((part) => toBlocks(part, facts)),
  ]);
  return { title: fillWords(outline.title, facts), body: { type: "doc", content } };
}

export function listHints(outline: Outline, words: SummaryFacts["words"]): Hint[] {
  return outline.sections.flatMap(({ heading, parts }) =>
    parts.flatMap((part) =>
      part.kind === "prose"
        ? [{ heading, hint: part.hint.replace(/\{(\w+)\}/g, (_, name: string) => words[name] ?? "") }]
        : [],
    ),
  );
}
