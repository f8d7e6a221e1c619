import type { DisclosureMode } from "#domain/disclosure/disclosure.ts";
import { DISCLOSURE_LABELS } from "#domain/disclosure/disclosure.ts";
import { KIND_WORDS } from "#domain/motion/kind.ts";
import { COLUMN_WORDS, LEDGER_FIELDS } from "../../allocation/columns.ts";
import type { LedgerField } from "../../allocation/columns.ts";
import type { SheetCell, SheetColumn, SheetPlan } from "../xlsx/sheet-plan.ts";
import type { AllocationLine, AllocationWords } from "./allocation-table.ts";
import { allocationCells, allocationColumns } from "./allocation-table.ts";

/** How far one unit has got with its part. */
export type PartLine = {
  readonly unitName: string;
  readonly roleLabel: string;
  readonly stateLabel: string;
  readonly dueOn: string | null;
  readonly overdue: boolean;
  readonly signedOn: string | null;
  readonly classCode: string | null;
  readonly mode: DisclosureMode | null;
  readonly repliedOn: string | null;
  readonly docNumber: string | null;
  /** Null: 会办 answers nothing of its own. */
  readonly publicationLabel: string | null;
};

/** A motion with the parts that the reader may see and asked for; `link`: where its reply is public. */
export type LedgerLine = AllocationLine & {
  readonly year: number;
  readonly parts: readonly PartLine[];
  readonly link: string | null;
};

/** What an archive import reads back (class, publication, day, 文号, address), under the headings that it knows. */
const RESULT_FIELDS = LEDGER_FIELDS.filter((field) => field !== "proposerContact");
const RESULT_WIDTHS: Readonly<Partial<Record<LedgerField, number>>> = { docNumber: 24, repliedOn: 17, replyLink: 40 };

const MORE: readonly SheetColumn[] = [
  { heading: "办理状态", width: 26 },
  { heading: "签收日期", width: 17, align: "center" },
  { heading: "公开情况", width: 12, align: "center" },
  { heading: "年度", width: 8, align: "center" },
];

function dateCell(dates: readonly (string | null)[]): SheetCell {
  const known = [...new Set(dates.filter((date) => date !== null))];
  const [only] = known;
  if (only === undefined) return null;
  return known.length === 1 ? { date: only } : known.join("、");
}

/** One value, or each unit's own where several answer. */
function joined(parts: readonly PartLine[], read: (part: PartLine) => string | null): string | null {
  const found = parts.flatMap((part) => {
    const value = read(part);
    return value === null ? [] : [{ value, unitName: part.unitName }];
  });
  if (new Set(found.map(({ value }) => value)).size <= 1) return found[0]?.value ?? null;
  return found.map(({ value, unitName }) => `${unitName}：${value}`).join("\n");
}

function resultCell(field: LedgerField, { parts, link }: LedgerLine): SheetCell {
  switch (field) {
    case "classCode":
      return joined(parts, ({ classCode }) => classCode);
    case "disclosure":
      return joined(parts, ({ mode }) => mode && DISCLOSURE_LABELS[mode]);
    case "repliedOn":
      return dateCell(parts.map(({ repliedOn }) => repliedOn));
    case "docNumber":
      return joined(parts, ({ docNumber }) => docNumber);
    case "replyLink":
      return link;
    case "proposerContact":
      return null;
  }
}

function toCells(line: LedgerLine): SheetCell[] {
  const { parts, year } = line;
  const states = parts.map(
    ({ unitName, stateLabel, overdue }) => `${unitName}：${stateLabel}${overdue ? "（已超期）" : ""}`,
  );
  return [
    ...allocationCells(line),
    ...RESULT_FIELDS.map((field) => resultCell(field, line)),
    states.join("\n"),
    dateCell(parts.map(({ signedOn }) => signedOn)),
    joined(parts, ({ publicationLabel }) => publicationLabel),
    year,
  ];
}

async function* mapRows<T>(items: AsyncIterable<T>, toRow: (item: T) => SheetCell[]): AsyncGenerator<SheetCell[]> {
  for await (const item of items) yield toRow(item);
}

/** 台账 by motion: the columns of the allocation table, so that it can be imported again, and what became of each. */
export function toLedgerPlan(words: AllocationWords, title: string, lines: AsyncIterable<LedgerLine>): SheetPlan {
  const results = RESULT_FIELDS.map((field): SheetColumn => ({
    heading: COLUMN_WORDS[field].aliases[0],
    width: RESULT_WIDTHS[field] ?? 14,
    align: field === "replyLink" ? "left" : "center",
  }));
  return {
    name: `${KIND_WORDS[words.kind].label}台账`,
    title,
    columns: [...allocationColumns(words), ...results, ...MORE],
    rows: mapRows(lines, toCells),
  };
}

/** One part of one motion, as the list of the ledger shows it. */
export type DetailLine = PartLine & {
  readonly year: number;
  readonly kindLabel: string;
  readonly numberLabel: string;
  readonly title: string;
  readonly keyItem: boolean;
};

const DETAIL: readonly SheetColumn[] = [
  { heading: "年度", width: 8, align: "center" },
  { heading: "类别", width: 8, align: "center" },
  { heading: "建议提案号", width: 14, align: "center" },
  { heading: "标题文字", width: 40 },
  { heading: "单位", width: 20, align: "center" },
  { heading: "职责", width: 8, align: "center" },
  { heading: "状态", width: 14, align: "center" },
  { heading: "期限", width: 17, align: "center" },
  { heading: "是否超期", width: 10, align: "center" },
  { heading: "签收", width: 17, align: "center" },
  { heading: "结果", width: 8, align: "center" },
  { heading: "答复", width: 17, align: "center" },
  { heading: "复文号", width: 24, align: "center" },
  { heading: "公开", width: 12, align: "center" },
  { heading: "重点", width: 8, align: "center" },
];

const date = (value: string | null): SheetCell => (value === null ? null : { date: value });

function detailCells(line: DetailLine): SheetCell[] {
  return [
    line.year,
    line.kindLabel,
    line.numberLabel,
    line.title,
    line.unitName,
    line.roleLabel,
    line.stateLabel,
    date(line.dueOn),
    line.overdue ? "是" : "否",
    date(line.signedOn),
    line.classCode,
    date(line.repliedOn),
    line.docNumber,
    line.publicationLabel,
    line.keyItem ? "是" : "否",
  ];
}

/** 承办明细: every assignment, exactly the rows of the list. Headings that no import takes for its own. */
export function toDetailPlan(title: string, lines: AsyncIterable<DetailLine>): SheetPlan {
  return { name: "承办明细", title, columns: DETAIL, rows: mapRows(lines, detailCells) };
}
