import { readRelationships } from "../ooxml/relationships.ts";
import type { OfficePackage } from "../ooxml/open-package.ts";
import type { XmlElement } from "../ooxml/xml-tree.ts";
import { childElements, descendants, findAttribute, ownText, parseXmlTree } from "../ooxml/xml-tree.ts";
import type { ReaderFindingCode, ReaderFindings } from "./reader-findings.ts";
import { rawText } from "./visible-text.ts";

/** Parts that hold no words of a letter. */
const SILENT =
  /^(?:\[Content_Types\]\.xml|_rels\/|docProps\/|customXml\/|_xmlsignatures\/|word\/(?:_rels\/|theme\/|fonts\/|styles|stylesWithEffects|settings|webSettings|fontTable|numbering|people|commentsIds|commentsExtended|commentsExtensible|printerSettings))/i;

/** Parts that are named for being there at all. */
const NAMED: readonly (readonly [RegExp, ReaderFindingCode])[] = [
  [/\/(?:embeddings|activeX|ctrls)\//i, "embedded_object"],
  [/\/(?:afchunk|vbaData)/i, "embedded_object"],
  [/\/media\//i, "image"],
  [/\/(?:diagrams|charts|chartex)\//i, "chart"],
  [/_rels\//i, "unread_part"],
];

/** Links are judged where they stand; the template of the unit is no content. */
const HARMLESS_EXTERNAL = new Set(["hyperlink", "attachedTemplate"]);

/** — 1 —, 第 1 页 共 3 页, - 2 -: a page number, not words. */
function isPageNumber(text: string): boolean {
  return /^[\s\d\-—–－·.~第页共/ⅠⅡⅢIVXivx]*$/.test(text);
}

/** Text of header or footer without what only numbers the pages. */
function wordsOf(root: XmlElement): string {
  const text = rawText(root);
  return isPageNumber(text) ? "" : text;
}

function reportNotes(root: XmlElement, findings: ReaderFindings): void {
  for (const note of childElements(root)) {
    // Separators carry a type, notes do not (ECMA-376 Part 1 §17.11.10).
    const type = findAttribute(note, "w:type") ?? "normal";
    const text = rawText(note);
    if (type === "normal" && text !== "") findings.report("footnote", "body", text);
  }
}

function reportComments(root: XmlElement, findings: ReaderFindings): void {
  for (const comment of childElements(root)) findings.report("comment", "body", rawText(comment));
}

function reportWords(root: XmlElement, code: ReaderFindingCode, where: string, findings: ReaderFindings): void {
  const text = wordsOf(root);
  if (text !== "") findings.report(code, where, text);
  for (const { name, attributes } of descendants(root)) {
    if (name === "o:OLEObject") findings.report("embedded_object", where, attributes.get("ProgID") ?? "");
  }
}

/** By root element, whatever the part is called. */
function reportByRoot(root: XmlElement, part: string, findings: ReaderFindings): void {
  switch (root.name) {
    case "w:hdr":
      return reportWords(root, "header_text", "head", findings);
    case "w:ftr":
      return reportWords(root, "footer_text", "foot", findings);
    case "w:footnotes":
    case "w:endnotes":
      return reportNotes(root, findings);
    case "w:comments":
      return reportComments(root, findings);
    default:
      if (rawText(root) !== "" || ownText(root).trim() !== "") findings.report("unread_part", "file", part);
  }
}

function reportPart(part: string, bytes: Uint8Array, findings: ReaderFindings): void {
  const named = NAMED.find(([pattern]) => pattern.test(part));
  if (named) {
    if (!/_rels\//i.test(part)) findings.report(named[1], "file", part.split("/").at(-1) ?? part);
    return;
  }
  if (/\.xml$/i.test(part)) reportByRoot(parseXmlTree(bytes), part, findings);
  else findings.report("unread_part", "file", part);
}

/** Names what the package carries besides the document itself: nothing is lost or published in silence (security T-U07). */
export function reportParts({ parts, mainPart }: OfficePackage, findings: ReaderFindings): void {
  for (const [part, bytes] of parts) {
    if (part !== mainPart && !SILENT.test(part)) reportPart(part, bytes, findings);
  }
  for (const owner of parts.keys()) {
    for (const { type, target, external } of readRelationships(parts, owner)) {
      if (external && !HARMLESS_EXTERNAL.has(type)) findings.report("external_content", "file", target);
    }
  }
}
