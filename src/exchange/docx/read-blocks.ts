import type { XmlElement } from "../ooxml/xml-tree.ts";
import { childElements, childrenNamed, findAttribute, findChild } from "../ooxml/xml-tree.ts";
import type { DocumentContext } from "./document-context.ts";
import type { DocxBlock, DocxCell, DocxParagraph, DocxTable } from "./docx-blocks.ts";
import { readInline } from "./read-inline.ts";
import { readFill, readToggle } from "./run-format.ts";
import { readParagraphFormat } from "./styles.ts";
import { rawText } from "./visible-text.ts";

const DEEPEST_OUTLINE = 9;
const WIDEST_SPAN = 50;

const ALIGNMENTS: Readonly<Record<string, DocxParagraph["align"]>> = {
  center: "center",
  right: "right",
  end: "right",
  both: "both",
};

function readParagraph(element: XmlElement, ground: string | undefined, context: DocumentContext): DocxParagraph {
  const properties = findChild(element, "w:pPr");
  const styleId = findAttribute(findChild(properties, "w:pStyle"), "w:val");
  const base = context.styles.defaultParagraph;
  const style = styleId === undefined ? base : context.styles.find(styleId);
  const own = { ...style, ...readParagraphFormat(properties) };
  const mark = findChild(properties, "w:rPr");
  if (findChild(mark, "w:ins") ?? findChild(mark, "w:del"))
    context.findings.report("tracked_change", "body", "（段落标记）");
  const place = { format: { ...base.format, ...style.format }, ground: own.fill ?? ground, href: undefined };
  const runs = readInline(element, place, context);
  const visible = runs.some(({ text }) => text.trim() !== "");
  const label = visible ? context.numbering.nextLabel(own.numberId, own.numberLevel ?? 0) : "";
  const outline = own.outlineLevel ?? DEEPEST_OUTLINE + 1;
  return {
    kind: "paragraph",
    runs: label === "" ? runs : [{ text: label, bold: false }, ...runs],
    align: ALIGNMENTS[own.align ?? ""] ?? "left",
    ...(outline <= DEEPEST_OUTLINE ? { outlineLevel: outline } : {}),
  };
}

function toMerge(properties: XmlElement | undefined): DocxCell["merge"] {
  const merge = findChild(properties, "w:vMerge");
  if (!merge) return "none";
  return findAttribute(merge, "w:val") === "restart" ? "start" : "continue";
}

function readCell(element: XmlElement, context: DocumentContext): DocxCell {
  const properties = findChild(element, "w:tcPr");
  const span = Number(findAttribute(findChild(properties, "w:gridSpan"), "w:val") ?? 1);
  const blocks = readBlocks(element, readFill(properties), context);
  return {
    // A table inside a cell is read as its lines.
    paragraphs: blocks.flatMap(toParagraphs),
    colspan: Number.isInteger(span) ? Math.min(Math.max(span, 1), WIDEST_SPAN) : 1,
    merge: toMerge(properties),
  };
}

function toParagraphs(block: DocxBlock): readonly DocxParagraph[] {
  return block.kind === "paragraph" ? [block] : block.rows.flat().flatMap((cell) => cell.paragraphs);
}

/** Rows and cells may sit in content controls. */
function unwrap(element: XmlElement, name: string): XmlElement[] {
  return childElements(element).flatMap((child) => {
    if (child.name === name) return [child];
    return child.name === "w:sdt" || child.name === "w:sdtContent" || child.name === "w:customXml"
      ? unwrap(child, name)
      : [];
  });
}

function readTable(element: XmlElement, context: DocumentContext): DocxTable {
  const rows = unwrap(element, "w:tr").flatMap((row) => {
    const properties = findChild(row, "w:trPr");
    if (findChild(properties, "w:del") ?? findChild(properties, "w:ins"))
      context.findings.report("tracked_change", "body", rawText(row));
    if (findChild(properties, "w:del")) return [];
    if (readToggle(properties, "w:hidden")) {
      context.findings.report("hidden_text", "body", rawText(row));
      return [];
    }
    const cells = unwrap(row, "w:tc").map((cell) => readCell(cell, context));
    return cells.length > 0 ? [cells] : [];
  });
  return { kind: "table", rows };
}

type BlockReader = (child: XmlElement, ground: string | undefined, context: DocumentContext) => DocxBlock[];

const readTableBlock: BlockReader = (child, _, context) => {
  const table = readTable(child, context);
  return table.rows.length > 0 ? [table] : [];
};
const readInserted: BlockReader = (child, ground, context) => {
  context.findings.report("tracked_change", "body", rawText(child));
  return readBlocks(child, ground, context);
};
const dropDeleted: BlockReader = (child, _, context) => {
  context.findings.report("tracked_change", "body", rawText(child));
  return [];
};
const dropImported: BlockReader = (_, __, context) => {
  context.findings.report("embedded_object", "body", "");
  return [];
};
const readShown: BlockReader = (child, ground, context) => {
  const [shown] = [...childrenNamed(child, "mc:Choice"), ...childrenNamed(child, "mc:Fallback")];
  return shown ? readBlocks(shown, ground, context) : [];
};

const READERS: ReadonlyMap<string, BlockReader> = new Map<string, BlockReader>([
  ["w:p", (child, ground, context) => [readParagraph(child, ground, context)]],
  ["w:tbl", readTableBlock],
  ["w:ins", readInserted],
  ["w:moveTo", readInserted],
  ["w:del", dropDeleted],
  ["w:moveFrom", dropDeleted],
  ["w:sdt", readBlocks],
  ["w:sdtContent", readBlocks],
  ["w:customXml", readBlocks],
  ["mc:AlternateContent", readShown],
  ["w:altChunk", dropImported],
]);

/** Paragraphs and tables of a body or cell, in reading order. */
export function readBlocks(element: XmlElement, ground: string | undefined, context: DocumentContext): DocxBlock[] {
  return childElements(element).flatMap((child) => READERS.get(child.name)?.(child, ground, context) ?? []);
}
