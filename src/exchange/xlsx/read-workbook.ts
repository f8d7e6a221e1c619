import { openPackage } from "../ooxml/open-package.ts";
import { readRelationships, resolveTarget } from "../ooxml/relationships.ts";
import { walkXml } from "../ooxml/walk-xml.ts";
import { UnreadableFile } from "../unreadable-file.ts";
import type { ZipParts } from "../zip/open-zip.ts";
import type { CellContext } from "./cell-value.ts";
import { readDateStyles } from "./date-styles.ts";
import { readSheet } from "./read-sheet.ts";
import { readUnseenStyles } from "./unseen-styles.ts";
import { readSharedStrings } from "./shared-strings.ts";
import { toPartWarnings } from "./workbook-parts.ts";
import type { Sheet, Workbook, WorkbookWarning } from "./workbook.ts";

type SheetEntry = { readonly name: string; readonly state: Sheet["state"]; readonly relationship: string };
type Read = { readonly sheet: Sheet; readonly unseen: readonly string[] };
type WorkbookIndex = { readonly sheets: SheetEntry[]; readonly date1904: boolean; readonly definedNames: string[] };

function toState(value: string | undefined): Sheet["state"] {
  return value === "hidden" || value === "veryHidden" ? value : "visible";
}

function readIndex(bytes: Uint8Array): WorkbookIndex {
  const sheets: SheetEntry[] = [];
  const definedNames: string[] = [];
  let date1904 = false;
  walkXml(bytes, {
    open: (name, attributes) => {
      if (name === "workbookPr") date1904 = /^(?:1|true)$/.test(attributes.get("date1904") ?? "");
      if (name === "definedName") definedNames.push(attributes.get("name") ?? "");
      if (name === "sheet") {
        const state = toState(attributes.get("state"));
        sheets.push({ name: attributes.get("name") ?? "", state, relationship: attributes.get("id") ?? "" });
      }
    },
    close: () => undefined,
    text: () => undefined,
  });
  return { sheets, date1904, definedNames };
}

/** Names that Excel itself keeps for filters and print areas are no content. */
function toNameWarnings(names: readonly string[]): WorkbookWarning[] {
  const own = names.filter((name) => !name.startsWith("_xlnm."));
  if (own.length === 0) return [];
  return [
    { code: "defined_name", message: `工作簿定义了名称“${own.slice(0, 5).join("”“")}”，名称所指的内容没有另行读入。` },
  ];
}

function toStateWarnings(sheets: readonly Sheet[]): WorkbookWarning[] {
  return sheets
    .filter(({ state }) => state !== "visible")
    .map(({ name }) => ({
      code: "hidden_sheet",
      message: `工作表“${name}”是隐藏的，没有读入。如需读入，请取消隐藏后重新上传。`,
    }));
}

function toUnseenWarnings(sheets: readonly Read[]): WorkbookWarning[] {
  return sheets
    .filter(({ unseen }) => unseen.length > 0)
    .map(({ sheet, unseen }) => ({
      code: "unseen_cell",
      message: `工作表“${sheet.name}”有 ${unseen.length} 个单元格的文字看不见（白色、极小或者设为不显示），如 ${unseen.slice(0, 5).join("、")}，已按内容读入。请核对。`,
    }));
}

function sharedPart(parts: ZipParts, mainPart: string, type: string): Uint8Array | undefined {
  const found = readRelationships(parts, mainPart).find((item) => item.type === type && !item.external);
  return found && parts.get(resolveTarget(mainPart, found.target));
}

/**
 * Reads a workbook under bounds, every sheet with its state; what is hidden is marked, what is not read is named in `warnings`.
 * Throws UnreadableFile: wrong_type, old_format_xls, encrypted, too_large, zip_bomb, too_many_rows, empty_workbook …
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Workbook> {
  const { parts, mainPart } = await openPackage(bytes, "xlsx");
  const index = readIndex(parts.get(mainPart) ?? new Uint8Array());
  const styles = sharedPart(parts, mainPart, "styles");
  const context: CellContext = {
    strings: readSharedStrings(sharedPart(parts, mainPart, "sharedStrings")),
    dateStyles: readDateStyles(styles),
    unseenStyles: readUnseenStyles(styles),
    date1904: index.date1904,
  };
  const relationships = new Map(readRelationships(parts, mainPart).map((item) => [item.id, item]));
  const read = index.sheets.flatMap(({ name, state, relationship }): Read[] => {
    const target = relationships.get(relationship);
    const part = target?.type === "worksheet" ? parts.get(resolveTarget(mainPart, target.target)) : undefined;
    if (!part) return [];
    const { unseen, ...content } = readSheet(part, context);
    return [{ sheet: { name, state, ...content }, unseen }];
  });
  const sheets = read.map(({ sheet }) => sheet);
  if (!sheets.some(({ rows }) => rows.length > 0)) {
    throw new UnreadableFile("empty_workbook", "工作簿里没有内容。请检查是否选错了文件。");
  }
  const warnings = [
    ...toStateWarnings(sheets),
    ...toUnseenWarnings(read),
    ...toPartWarnings(parts.keys()),
    ...toNameWarnings(index.definedNames),
  ];
  return { sheets, warnings };
}
