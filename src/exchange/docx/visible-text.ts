import type { XmlElement } from "../ooxml/xml-tree.ts";
import { descendants, findAttribute, ownText } from "../ooxml/xml-tree.ts";

const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/g;
/** Zero-width and soft characters: no reader sees them, and they would cut words apart for search. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff\u180e\u{e0000}-\u{e007f}]|[\ufe00-\ufe0f]/gu;

export function hasDirectionControl(text: string): boolean {
  return text.search(DIRECTION) >= 0;
}

/** Text as it is stored: one Unicode form, without characters that cannot be seen; a blank is a blank. */
export function toVisibleText(text: string): string {
  return text
    .normalize("NFC")
    .replace(DIRECTION, "")
    .replace(INVISIBLE, "")
    .replace(/[\u00a0\t]/g, " ");
}

const TEXT_ELEMENTS = new Set(["w:t", "w:delText", "a:t", "m:t"]);

/** Every character below an element, seen or not: for naming what was found. Paragraphs are set apart by a blank. */
export function rawText(element: XmlElement): string {
  let text = "";
  for (const inner of descendants(element)) {
    if (TEXT_ELEMENTS.has(inner.name)) text += ownText(inner);
    if (inner.name === "w:p" && text !== "") text += " ";
    if (inner.name === "v:textpath") text += findAttribute(inner, "string") ?? "";
  }
  return text.replace(/\s+/g, " ").trim();
}
