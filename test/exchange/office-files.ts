import { strToU8, zipSync } from "fflate";

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const OPEN_RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">';
const SHEET_NAMESPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const WORD_NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  `xmlns:r="${RELATIONS}"`,
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
].join(" ");

export type Parts = Readonly<Record<string, string | Uint8Array>>;

export function zipParts(parts: Parts): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, data]) => [name, typeof data === "string" ? strToU8(data) : data]),
    ),
    // The same parts are the same bytes, whenever they are packed.
    { mtime: "2026-01-01T00:00:00" },
  );
}

export function relationships(
  items: readonly (readonly [id: string, type: string, target: string, external?: boolean])[],
): string {
  const lines = items.map(
    ([id, type, target, external]) =>
      `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"${external ? ' TargetMode="External"' : ""}/>`,
  );
  return `${DECLARATION}${OPEN_RELATIONS}${lines.join("")}</Relationships>`;
}

function contentTypes(part: string, type: string): string {
  return `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}.main+xml"/></Types>`;
}

export const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);

export type CellInput = string | number | null | { readonly xml: string };

export type WorkbookInput = {
  readonly rows?: readonly (readonly CellInput[])[];
  /** Instead of rows: the inside of sheetData. */
  readonly sheetData?: string;
  readonly beforeData?: string;
  readonly afterData?: string;
  readonly sheetState?: string;
  readonly extraSheets?: string;
  readonly workbookTail?: string;
  readonly parts?: Parts;
};

const columnOf = (index: number): string => String.fromCharCode(65 + index);

function cellXml(value: CellInput, row: number, column: number): string {
  if (value === null) return "";
  const reference = `${columnOf(column)}${row}`;
  if (typeof value === "object") return value.xml.replace("@", reference);
  if (typeof value === "number") return `<c r="${reference}"><v>${value}</v></c>`;
  return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`;
}

/** A workbook of one sheet with inline strings; style 1 shows a date. */
export function buildXlsx(input: WorkbookInput): Uint8Array {
  const rows = (input.rows ?? []).map(
    (cells, index) => `<row r="${index + 1}">${cells.map((cell, at) => cellXml(cell, index + 1, at)).join("")}</row>`,
  );
  return zipParts({
    "[Content_Types].xml": contentTypes("xl/workbook.xml", "spreadsheetml.sheet"),
    "_rels/.rels": relationships([["rId1", "officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": `${DECLARATION}<workbook ${SHEET_NAMESPACE} xmlns:r="${RELATIONS}"><sheets><sheet name="分配表" sheetId="1"${input.sheetState ? ` state="${input.sheetState}"` : ""} r:id="rId1"/>${input.extraSheets ?? ""}</sheets>${input.workbookTail ?? ""}</workbook>`,
    "xl/_rels/workbook.xml.rels": relationships([
      ["rId1", "worksheet", "worksheets/sheet1.xml"],
      ["rId2", "styles", "styles.xml"],
      ["rId3", "sharedStrings", "sharedStrings.xml"],
      ["rId4", "worksheet", "worksheets/sheet2.xml"],
    ]),
    "xl/styles.xml": `${DECLARATION}<styleSheet ${SHEET_NAMESPACE}><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    "xl/worksheets/sheet1.xml": `${DECLARATION}<worksheet ${SHEET_NAMESPACE}>${input.beforeData ?? ""}<sheetData>${input.sheetData ?? rows.join("")}</sheetData>${input.afterData ?? ""}</worksheet>`,
    ...input.parts,
  });
}

export type DocumentInput = {
  /** The inside of w:body. */
  readonly body: string;
  readonly parts?: Parts;
  readonly links?: readonly (readonly [id: string, type: string, target: string, external?: boolean])[];
};

export function buildDocx({ body, parts, links = [] }: DocumentInput): Uint8Array {
  return zipParts({
    "[Content_Types].xml": contentTypes("word/document.xml", "wordprocessingml.document"),
    "_rels/.rels": relationships([["rId1", "officeDocument", "word/document.xml"]]),
    "word/document.xml": `${DECLARATION}<w:document ${WORD_NAMESPACES}><w:body>${body}</w:body></w:document>`,
    "word/_rels/document.xml.rels": relationships(links),
    ...parts,
  });
}

/** The root of another part of a document, such as `w:ftr`. */
export function wordPart(root: string, inner: string): string {
  return `${DECLARATION}<${root} ${WORD_NAMESPACES}>${inner}</${root}>`;
}

export function run(text: string, properties = ""): string {
  return `<w:r>${properties ? `<w:rPr>${properties}</w:rPr>` : ""}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}

export function paragraph(content: string, properties = ""): string {
  const runs = content.startsWith("<") ? content : run(content);
  return `<w:p>${properties ? `<w:pPr>${properties}</w:pPr>` : ""}${runs}</w:p>`;
}

const RIGHT = '<w:jc w:val="right"/>';

export const LETTER_HEAD = [
  paragraph("A类　可公开", RIGHT),
  paragraph("云川市商务局"),
  paragraph("云建议字〔2026〕21号"),
  paragraph("关于市四届人大五次会议第39号建议的答复"),
  paragraph("张三代表："),
  paragraph("您提出的《关于改造农贸市场的建议》收悉。现答复如下："),
].join("");

export const LETTER_FOOT = [
  paragraph("感谢您的关心和支持。"),
  paragraph("云川市商务局", RIGHT),
  paragraph("2026年4月18日", RIGHT),
  paragraph("（联系人：李四，联系电话：0890-6224329）"),
  paragraph("抄送：市人民政府办公室。"),
].join("");

/** A whole letter around some blocks of its body. */
export function buildLetter(body: string, input: Omit<DocumentInput, "body"> = {}): Uint8Array {
  return buildDocx({ ...input, body: LETTER_HEAD + body + LETTER_FOOT });
}
