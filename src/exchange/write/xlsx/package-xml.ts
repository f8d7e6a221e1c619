import { columnLetters } from "../../xlsx/cell-reference.ts";
import { escapeXml } from "./cell-xml.ts";
import type { SheetPlan } from "./sheet-plan.ts";
import { headerRowOf, toSheetName } from "./sheet-plan.ts";

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const A3 = 8;
const A4 = 9;
const WIDEST_ON_A4 = 12;
const SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

type Part = readonly [name: string, xml: string];

/** Two sheets of one name would be a broken workbook. */
function sheetNames(plans: readonly SheetPlan[]): string[] {
  const taken: string[] = [];
  for (const { name } of plans) {
    const wanted = toSheetName(name);
    const same = taken.filter((item) => item === wanted).length;
    taken.push(same === 0 ? wanted : `${wanted.slice(0, 28)}${taken.length + 1}`);
  }
  return taken;
}

/** The header is printed on every page. */
function printTitles(plan: SheetPlan, name: string, index: number): string {
  const row = headerRowOf(plan);
  return `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${escapeXml(name)}'!$${row}:$${row}</definedName>`;
}

/** Every part but the sheets and the styles. */
export function packageParts(plans: readonly SheetPlan[]): Part[] {
  const names = sheetNames(plans);
  const numbers = plans.map((_, index) => index + 1);
  const sheets = names.map((name, at) => `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`);
  const titles = plans.map((plan, index) => printTitles(plan, names[index] ?? "", index));
  const relations = numbers.map(
    (number) => `<Relationship Id="rId${number}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${number}.xml"/>`,
  );
  const types = numbers.map(
    (number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/>`,
  );
  return [
    [
      "[Content_Types].xml",
      `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPE}.styles+xml"/>${types.join("")}</Types>`,
    ],
    [
      "_rels/.rels",
      `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      "xl/workbook.xml",
      `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.join("")}</sheets><definedNames>${titles.join("")}</definedNames></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${relations.join("")}<Relationship Id="rId${plans.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    ],
  ];
}

/** What stands before the rows: the header frozen, widths. */
export function sheetHead(plan: SheetPlan): string {
  const header = headerRowOf(plan);
  const pane = `<pane ySplit="${header}" topLeftCell="A${header + 1}" activePane="bottomLeft" state="frozen"/>`;
  const columns = plan.columns.map(
    ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  return `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">${pane}<selection pane="bottomLeft"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="18"/><cols>${columns.join("")}</cols><sheetData>`;
}

/** What stands after them: a filter over the table, title and note across it, the paper across. */
export function sheetTail(plan: SheetPlan, lastRow: number): string {
  const header = headerRowOf(plan);
  const last = columnLetters(plan.columns.length);
  const banners = Array.from(
    { length: header - 1 },
    (_, index) => `<mergeCell ref="A${index + 1}:${last}${index + 1}"/>`,
  );
  const merges =
    banners.length > 0 && plan.columns.length > 1
      ? `<mergeCells count="${banners.length}">${banners.join("")}</mergeCells>`
      : "";
  const filter = `<autoFilter ref="A${header}:${last}${Math.max(lastRow, header)}"/>`;
  return `</sheetData>${filter}${merges}<printOptions horizontalCentered="1"/><pageMargins left="0.5" right="0.5" top="0.7" bottom="0.7" header="0.3" footer="0.3"/><pageSetup paperSize="${plan.columns.length > WIDEST_ON_A4 ? A3 : A4}" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter></worksheet>`;
}
