import type { XmlElement } from "../ooxml/xml-tree.ts";
import { childElements, findAttribute, findChild } from "../ooxml/xml-tree.ts";
import type { DocumentContext } from "./document-context.ts";
import type { DocxRun } from "./docx-blocks.ts";
import { findHyperlink, isFetchingField } from "./fields.ts";
import type { RunPlace } from "./read-run.ts";
import { readDrawing, readRun } from "./read-run.ts";
import { rawText, toVisibleText } from "./visible-text.ts";

/** Containers whose content is read as if they were not there. */
const TRANSPARENT = new Set(["w:smartTag", "w:customXml", "w:sdtContent", "w:dir", "w:bdo", "w:sdt", "mc:Choice"]);
const INSERTED = new Set(["w:ins", "w:moveTo"]);
const DELETED = new Set(["w:del", "w:moveFrom"]);

function readSimpleField(element: XmlElement, place: RunPlace, context: DocumentContext): DocxRun[] {
  const instruction = findAttribute(element, "w:instr") ?? "";
  if (isFetchingField(instruction)) context.findings.report("external_content", "body", instruction);
  return readInline(element, { ...place, href: findHyperlink(instruction) ?? place.href }, context);
}

function readFormula(element: XmlElement, context: DocumentContext): DocxRun[] {
  const text = toVisibleText(rawText(element));
  context.findings.report("formula", "body", text);
  return text === "" ? [] : [{ text, bold: false }];
}

/** The first choice is what Word shows; a fallback is for older programs and only named. */
function readAlternatives(element: XmlElement, place: RunPlace, context: DocumentContext): DocxRun[] {
  const choice = findChild(element, "mc:Choice");
  const fallback = findChild(element, "mc:Fallback");
  if (choice && fallback) readDrawing(fallback, context);
  const shown = choice ?? fallback;
  return shown ? readInline(shown, place, context) : [];
}

function readChild(child: XmlElement, place: RunPlace, context: DocumentContext): DocxRun[] {
  const { name } = child;
  if (name === "w:r") {
    const run = readRun(child, place, context);
    return run ? [run] : [];
  }
  if (TRANSPARENT.has(name)) return readInline(child, place, context);
  if (INSERTED.has(name)) {
    context.findings.report("tracked_change", "body", rawText(child));
    return readInline(child, place, context);
  }
  if (DELETED.has(name)) {
    context.findings.report("tracked_change", "body", rawText(child));
    return [];
  }
  if (name === "w:hyperlink") {
    const href = context.findLink(findAttribute(child, "r:id"));
    return readInline(child, { ...place, href }, context);
  }
  if (name === "w:fldSimple") return readSimpleField(child, place, context);
  if (name === "mc:AlternateContent") return readAlternatives(child, place, context);
  if (name === "m:oMath" || name === "m:oMathPara") return readFormula(child, context);
  if (name === "w:subDoc") context.findings.report("embedded_object", "body", "");
  return [];
}

/** The runs inside a paragraph or one of its containers, in order. */
export function readInline(element: XmlElement, place: RunPlace, context: DocumentContext): DocxRun[] {
  return childElements(element).flatMap((child) => readChild(child, place, context));
}
