import { parseMotionNumber } from "#domain/motion/number.ts";
import { parsePrintedDate } from "../printed-date.ts";
import type { Cell } from "../xlsx/workbook.ts";
import { AllocationRow } from "./allocation-row.ts";
import type { RowFinding } from "./allocation-row.ts";
import { toCellText, toOptionalText, toPersonName } from "./cell-text.ts";
import type { AllocationField, TableField } from "./columns.ts";
import { ALLOCATION_FIELDS, COLUMN_WORDS } from "./columns.ts";
import { splitPersons, splitUnits } from "./split-names.ts";

export type RowCells = { readonly row: number; readonly find: (field: TableField) => Cell | undefined };
export type RowResult = {
  readonly value?: AllocationRow;
  /** A line that names joint units alone: no row, but it may belong to one above. */
  readonly partial?: AllocationRow;
  readonly findings: readonly RowFinding[];
};

type Report = (code: string, message: string) => void;

const NOT_KEY = /^(?:否|不是|非|0|n|no|false|×|x|✗)?$/i;
const KEY = /^(?:是|重点|重点件|重点建议|重点提案|1|y|yes|true|√|✓|✔|★)$/i;

const wordOf = (field: AllocationField): string => COLUMN_WORDS[field].aliases[0];

function readNumber(cell: Cell | undefined, report: Report): ReturnType<typeof parseMotionNumber> {
  const text = toCellText(cell?.text ?? "");
  if (text === "") {
    report("missing_number", "没有编号。请填写编号，闭会期间提出的写作“闭会第1号”。");
    return undefined;
  }
  const number = cell?.kind === "date" ? undefined : parseMotionNumber(text);
  if (!number) {
    const hint = cell?.kind === "date" ? "单元格是日期格式，请改为数字或文本。" : "请写作 1、第1号或“闭会第1号”。";
    report("unreadable_number", `编号“${text}”无法识别。${hint}`);
  }
  return number;
}

function readRequired(field: AllocationField, cell: Cell | undefined, report: Report): string {
  const text = toOptionalText(cell?.text);
  if (text === null) report(`missing_${field === "leadUnits" ? "lead_unit" : field}`, `没有${wordOf(field)}。请补充。`);
  return text ?? "";
}

function readKeyItem(cell: Cell | undefined, report: Report): boolean {
  const text = toOptionalText(cell?.text) ?? "";
  if (KEY.test(text)) return true;
  if (!NOT_KEY.test(text)) report("unreadable_key_item", `是否重点“${text}”无法识别。请填“是”或“否”。`);
  return false;
}

function readDueOn(cell: Cell | undefined, report: Report): string | null {
  const text = toOptionalText(cell?.text);
  if (text === null) return null;
  const printed = parsePrintedDate(cell?.kind === "date" ? text.slice(0, 10) : text);
  if (!printed) report("unreadable_date", `办理期限“${text}”不是日期。请写作 2026年6月10日，或把单元格设为日期格式。`);
  else if (!printed.exists) report("impossible_date", `办理期限“${text}”这一天不存在。请核对。`);
  return printed?.date ?? null;
}

function refuseCells(cells: RowCells, report: Report): void {
  for (const field of ALLOCATION_FIELDS) {
    const cell = cells.find(field);
    if (cell?.kind === "formula") {
      report("formula", `“${wordOf(field)}”是公式，结果可能随计算变化。请复制后选择性粘贴为数值。`);
    }
    if (cell?.kind === "error") report("cell_error", `“${wordOf(field)}”的值是错误“${cell.text}”。请改正。`);
  }
}

function refuseRepeats(leadUnits: readonly string[], coUnits: readonly string[], report: Report): void {
  const all = [...leadUnits, ...coUnits];
  const repeated = all.find((unit, index) => all.indexOf(unit) !== index);
  if (repeated !== undefined) report("unit_twice", `“${repeated}”在主办、协办单位中出现了两次。请只保留一处。`);
}

/** Reads one data row. A row with any finding has no value: it is corrected in the file, never guessed. */
export function readRow(cells: RowCells): RowResult {
  const findings: RowFinding[] = [];
  const report: Report = (code, message) => {
    findings.push({ row: cells.row, code, message: `第 ${cells.row} 行：${message}` });
  };
  const textOf = (field: AllocationField): string | undefined => cells.find(field)?.text;
  const optionalName = (field: AllocationField): string | null => {
    const text = toOptionalText(textOf(field));
    return text === null ? null : toPersonName(text);
  };

  refuseCells(cells, report);
  const number = readNumber(cells.find("number"), report);
  const title = readRequired("title", cells.find("title"), report);
  const proposer = toPersonName(readRequired("proposer", cells.find("proposer"), report));
  readRequired("leadUnits", cells.find("leadUnits"), report);
  const leadUnits = splitUnits(textOf("leadUnits") ?? "");
  const coUnits = splitUnits(textOf("coUnits") ?? "");
  refuseRepeats(leadUnits, coUnits, report);
  const jointText = toOptionalText(textOf("jointText"));
  const draft = {
    row: cells.row,
    ...number,
    title,
    proposer,
    jointNames: jointText === null ? [] : splitPersons(textOf("jointText") ?? ""),
    jointText,
    group: optionalName("group"),
    category: toOptionalText(textOf("category")),
    leadUnits,
    coUnits,
    leader: optionalName("leader"),
    supervisor: optionalName("supervisor"),
    keyItem: readKeyItem(cells.find("keyItem"), report),
    dueOn: readDueOn(cells.find("dueOn"), report),
  };
  const joinsOnly = findings.every(({ code }) => code === "missing_lead_unit") && coUnits.length > 0;
  if (findings.length > 0 && number && joinsOnly) return { partial: { ...draft, ...number }, findings };
  if (findings.length > 0) return { findings };
  const parsed = AllocationRow.safeParse(draft);
  if (parsed.success) return { value: parsed.data, findings };
  const field = ALLOCATION_FIELDS.find(
    (name) =>
      name === parsed.error.issues[0]?.path[0] ||
      (name === "jointText" && parsed.error.issues[0]?.path[0] === "jointNames"),
  );
  report("text_too_long", `“${field ? wordOf(field) : "某一列"}”的内容过长。请核对是否填错了列。`);
  return { findings };
}
