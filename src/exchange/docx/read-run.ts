import type { XmlElement } from "../ooxml/xml-tree.ts";
import { childElements, childrenNamed, descendants, findAttribute, findChild, ownText } from "../ooxml/xml-tree.ts";
import type { DocumentContext } from "./document-context.ts";
import type { DocxRun } from "./docx-blocks.ts";
import type { RunFormat } from "./run-format.ts";
import { isInvisible, readRunFormat } from "./run-format.ts";
import { hasDirectionControl, rawText, toVisibleText } from "./visible-text.ts";

/** Where a run stands: what it inherits, what lies behind it, what it links to. */
export type RunPlace = {
  readonly format: RunFormat;
  readonly ground: string | undefined;
  readonly href: string | undefined;
};

/** Text boxes, shapes and pictures: named, their text kept apart from the letter. */
export function readDrawing(element: XmlElement, context: DocumentContext): void {
  for (const inner of [element, ...descendants(element)]) {
    if (inner.name === "w:txbxContent") {
      const text = rawText(inner);
      if (text !== "") context.addTextBox(text);
    }
    if (inner.name === "v:textpath") context.addTextBox(findAttribute(inner, "string") ?? "");
    if (inner.name === "a:t") context.addTextBox(ownText(inner));
    if (inner.name === "wp:docPr") {
      const alt = [findAttribute(inner, "title"), findAttribute(inner, "descr")].filter(Boolean).join(" ");
      if (alt !== "") context.findings.report("alt_text", "body", alt);
    }
    if (inner.name === "o:OLEObject")
      context.findings.report("embedded_object", "body", findAttribute(inner, "ProgID") ?? "");
  }
}

function readFieldChar(element: XmlElement, context: DocumentContext): void {
  const type = findAttribute(element, "w:fldCharType");
  if (type === "begin") context.fields.begin();
  if (type === "separate") context.fields.separate();
  if (type === "end") context.fields.end();
}

type CharacterReader = (child: XmlElement, context: DocumentContext) => string;

const readShape: CharacterReader = (child, context) => {
  readDrawing(child, context);
  return "";
};

const READERS: ReadonlyMap<string, CharacterReader> = new Map<string, CharacterReader>([
  ["w:t", ownText],
  ["w:tab", () => " "],
  ["w:ptab", () => " "],
  ["w:cr", () => "\n"],
  ["w:noBreakHyphen", () => "-"],
  // Breaks of page and column are layout.
  ["w:br", (child) => ((findAttribute(child, "w:type") ?? "textWrapping") === "textWrapping" ? "\n" : "")],
  ["w:ruby", (child) => childrenNamed(child, "w:rubyBase").map(rawText).join("")],
  ["w:drawing", readShape],
  ["w:pict", readShape],
  ["mc:AlternateContent", readRunAlternatives],
  [
    "w:sym",
    (child, context) => {
      context.findings.report("symbol", "body", findAttribute(child, "w:font") ?? "");
      return "□";
    },
  ],
  [
    "w:delText",
    (child, context) => {
      context.findings.report("tracked_change", "body", ownText(child));
      return "";
    },
  ],
  [
    "w:fldChar",
    (child, context) => {
      readFieldChar(child, context);
      return "";
    },
  ],
  [
    "w:instrText",
    (child, context) => {
      context.fields.instruct(ownText(child));
      return "";
    },
  ],
  [
    "w:object",
    (child, context) => {
      context.findings.report("embedded_object", "body", rawText(child));
      return "";
    },
  ],
]);

/** The characters that one child of a run puts on the page; what is not text is reported or passed to the field stack. */
function readRunChild(child: XmlElement, context: DocumentContext): string {
  return READERS.get(child.name)?.(child, context) ?? "";
}

/** The first choice is what Word shows; a fallback is for older programs and only named. */
function readRunAlternatives(element: XmlElement, context: DocumentContext): string {
  const choice = findChild(element, "mc:Choice");
  const fallback = findChild(element, "mc:Fallback");
  if (choice && fallback) readDrawing(fallback, context);
  return childElements(choice ?? fallback)
    .map((child) => readRunChild(child, context))
    .join("");
}

/** One run as a reader sees it; undefined when nothing of it is seen. Unseen text is reported, never kept. */
export function readRun(element: XmlElement, place: RunPlace, context: DocumentContext): DocxRun | undefined {
  const properties = findChild(element, "w:rPr");
  const style = context.styles.find(findAttribute(findChild(properties, "w:rStyle"), "w:val"));
  const format = { ...place.format, ...style.format, ...readRunFormat(properties) };
  const inInstruction = context.fields.inInstruction();
  const raw = childElements(element)
    .map((child) => readRunChild(child, context))
    .join("");
  if (raw === "") return undefined;
  if (isInvisible(format, place.ground) || (inInstruction && context.fields.inInstruction())) {
    if (raw.trim() !== "") context.findings.report("hidden_text", "body", raw);
    return undefined;
  }
  if (hasDirectionControl(raw)) context.findings.report("direction_control", "body", raw);
  const text = toVisibleText(raw);
  const href = place.href ?? context.fields.href();
  const safe = href === undefined ? undefined : context.toSafeHref(href);
  const bold = (readRunFormat(properties).bold ?? style.format.bold) === true;
  return text === "" ? undefined : { text, bold, ...(safe === undefined ? {} : { href: safe }) };
}
