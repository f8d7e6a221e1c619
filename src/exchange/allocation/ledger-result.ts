import type { DisclosureMode } from "#domain/disclosure/disclosure.ts";
import { parsePrintedDate } from "../printed-date.ts";
import type { RowFinding } from "./allocation-row.ts";
import { toOptionalText } from "./cell-text.ts";
import { COLUMN_WORDS } from "./columns.ts";
import type { LedgerField } from "./columns.ts";
import type { RowCells } from "./read-row.ts";

/** What an old ledger says became of the matter of a row; every field as far as the ledger has it. */
export type LedgerResult = {
  readonly row: number;
  /** A, or the words of the class (已解决); the scheme of the year decides what it is. */
  readonly classText: string | null;
  readonly mode: DisclosureMode | null;
  readonly repliedOn: string | null;
  readonly docNumber: string | null;
  /** Where the reply was published before: http or https. */
  readonly link: string | null;
  readonly contact: string | null;
};

type Report = (code: string, message: string) => void;

const MODES: readonly (readonly [DisclosureMode, RegExp])[] = [
  ["none", /^(?:不公开|不予公开|不可公开|依申请公开|否|不同意|不同意公开|未公开)$/],
  ["summary", /^摘要公开$/],
  ["redacted", /^(?:部分公开|区分处理|删减公开)$/],
  ["full", /^(?:公开|可公开|可以公开|主动公开|全文公开|全公开|已公开|同意公开|同意|是)$/],
];
const LONGEST_LINK = 2000;

function readMode(text: string | null, report: Report): DisclosureMode | null {
  if (text === null) return null;
  const mode = MODES.find(([, pattern]) => pattern.test(text))?.[0];
  if (!mode) {
    report("unreadable_disclosure", `公开属性“${text}”无法识别。请填“公开”“摘要公开”“部分公开”或“不公开”。`);
  }
  return mode ?? null;
}

function readDate(text: string | null, report: Report): string | null {
  if (text === null) return null;
  const printed = parsePrintedDate(/^\d{4}-\d{2}-\d{2} /.test(text) ? text.slice(0, 10) : text);
  if (!printed) report("unreadable_date", `答复日期“${text}”不是日期。请写作 2023年6月10日，或把单元格设为日期格式。`);
  else if (!printed.exists) report("impossible_date", `答复日期“${text}”这一天不存在。请核对。`);
  return printed?.exists ? printed.date : null;
}

function isWebAddress(text: string): boolean {
  return text.length <= LONGEST_LINK && /^https?:\/\/[^\s<>"']+$/i.test(text) && URL.canParse(text);
}

function readLink(text: string | null, report: Report): string | null {
  if (text === null || isWebAddress(text)) return text;
  report("unreadable_link", "答复链接不是完整的网址。请填写以 http:// 或 https:// 开头的地址，或留空。");
  return null;
}

/** A类 → A, （Ａ） → A; words of a class stay as they are. */
function readClass(text: string | null): string | null {
  const plain = text?.normalize("NFKC").replace(/[\s()]/g, "") ?? "";
  return plain === "" ? null : (/^([A-Z甲乙丙丁])类?$/i.exec(plain)?.[1]?.toUpperCase() ?? plain);
}

/** Reads what an old ledger adds to a row. A field that cannot be read is a finding, and null. */
export function readLedgerResult(cells: RowCells): {
  readonly value: LedgerResult;
  readonly findings: readonly RowFinding[];
} {
  const findings: RowFinding[] = [];
  const report: Report = (code, message) => {
    findings.push({ row: cells.row, code, message: `第 ${cells.row} 行：${message}` });
  };
  const textOf = (field: LedgerField): string | null => {
    const cell = cells.find(field);
    if (cell?.kind === "formula" || cell?.kind === "error") {
      report("formula", `“${COLUMN_WORDS[field].aliases[0]}”是公式或错误值，没有读入。请粘贴为数值。`);
      return null;
    }
    return toOptionalText(cell?.text);
  };
  const value = {
    row: cells.row,
    classText: readClass(textOf("classCode")),
    mode: readMode(textOf("disclosure"), report),
    repliedOn: readDate(textOf("repliedOn"), report),
    docNumber: textOf("docNumber"),
    link: readLink(textOf("replyLink"), report),
    contact: textOf("proposerContact"),
  };
  return { value, findings };
}
