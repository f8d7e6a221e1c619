import type { Inline } from "../reply/rich-text.ts";
import type { CitedMatter, SummaryFacts } from "./facts.ts";
import { figureNode, joinTexts } from "./sentence.ts";

const text = (words: string): Inline => ({ type: "text", text: words });

/** 第39号建议《…》 with its permanent address. */
function citation({ numberLabel, kindLabel, title, href }: CitedMatter): Inline {
  return { type: "text", text: `${numberLabel}${kindLabel}《${title}》`, marks: [{ type: "link", attrs: { href } }] };
}

function separated(items: readonly (readonly Inline[])[], between: string): Inline[] {
  return items.flatMap((item, index) => (index === 0 ? [...item] : [text(between), ...item]));
}

/** Matters one after another, with those who filed them where the year names them; null where there is none. */
export function citeAll(matters: readonly CitedMatter[]): readonly Inline[] | null {
  if (matters.length === 0) return null;
  const items = matters.map((matter) => [
    ...(matter.filer === null ? [] : [text(`${matter.filer}提出的`)]),
    citation(matter),
  ]);
  return joinTexts(separated(items, "，"));
}

/** The same by their numbers alone: 第39号建议、第40号建议. */
export function citeNumbers(matters: readonly CitedMatter[]): readonly Inline[] | null {
  if (matters.length === 0) return null;
  const items = matters.map(({ numberLabel, kindLabel, href }): Inline[] => [
    { type: "text", text: `${numberLabel}${kindLabel}`, marks: [{ type: "link", attrs: { href } }] },
  ]);
  return separated(items, "、");
}

/** A paragraph about one matter, to be told further by people. */
export function tellMatter(matter: CitedMatter): readonly Inline[] {
  const result = matter.classLabel === null ? "" : `，办理结果为${matter.classLabel}`;
  return joinTexts([citation(matter), text(`由${matter.unitName}办理${result}。`)]);
}

export type ClassFigure = { readonly code: string; readonly label: string; readonly figure: string };

/** A类（…）67件次，占33.33%；B类… : classes that nobody got are left out. */
export function tellClasses(classes: readonly ClassFigure[], facts: SummaryFacts): readonly Inline[] | null {
  const items = classes.flatMap(({ code, label, figure }) => {
    const [count, share] = [facts.figures.get(figure), facts.figures.get(`${figure}%`)];
    if (count === undefined || share === undefined || count === "0") return [];
    const numbers = [figureNode(figure, count, facts), text("件次，占"), figureNode(`${figure}%`, share, facts)];
    return [[text(`${code}类（${label}）`), ...numbers]];
  });
  return items.length === 0 ? null : joinTexts(separated(items, "；"));
}
