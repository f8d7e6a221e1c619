import type { MotionKind } from "#domain/motion/kind.ts";
import { KIND_WORDS } from "#domain/motion/kind.ts";
import type { MotionNumber } from "#domain/motion/number.ts";
import { motionNumberLabel } from "#domain/motion/number.ts";
import type { AllocationField } from "../../allocation/columns.ts";
import { ALLOCATION_FIELDS } from "../../allocation/columns.ts";
import { toPrintedDate } from "../paper/printed-words.ts";
import type { SheetCell, SheetColumn, SheetPlan } from "../xlsx/sheet-plan.ts";

/** One motion as an allocation table prints it; units by their short names. */
export type AllocationLine = MotionNumber & {
  readonly title: string;
  readonly proposer: string;
  /** 联名人 as printed. */
  readonly jointText: string | null;
  readonly group: string | null;
  readonly category: string | null;
  readonly leadUnits: readonly string[];
  readonly coUnits: readonly string[];
  readonly leader: string | null;
  readonly supervisor: string | null;
  readonly keyItem: boolean;
  readonly dueOn: string | null;
};

export type AllocationWords = { readonly kind: MotionKind; readonly jointWord: "会办" | "协办" };

const WIDTHS: Readonly<Record<AllocationField, number>> = {
  number: 11,
  title: 40,
  proposer: 14,
  jointText: 24,
  group: 16,
  category: 12,
  leadUnits: 20,
  coUnits: 28,
  leader: 12,
  supervisor: 12,
  keyItem: 10,
  dueOn: 17,
};

function headingOf(field: AllocationField, { kind, jointWord }: AllocationWords): string {
  const ofDeputies = kind === "suggestion";
  const words: Readonly<Record<AllocationField, string>> = {
    number: "编号",
    title: "案由",
    proposer: ofDeputies ? "领衔代表" : "第一提案人",
    jointText: "联名人",
    group: ofDeputies ? "代表团" : "界别",
    category: "内容分类",
    leadUnits: "主办单位",
    coUnits: `${jointWord}单位`,
    leader: "分管领导",
    supervisor: "督办人",
    keyItem: "是否重点",
    dueOn: "办理期限",
  };
  return words[field];
}

const LEFT: ReadonlySet<AllocationField> = new Set(["title", "jointText", "leadUnits", "coUnits"]);

/** The columns that an import looks for, in the order of the printed table. */
export function allocationColumns(words: AllocationWords): SheetColumn[] {
  return ALLOCATION_FIELDS.map((field) => ({
    heading: headingOf(field, words),
    width: WIDTHS[field],
    align: LEFT.has(field) ? "left" : "center",
  }));
}

/** 1 as a number, 闭会第1号 as words: the two are different items. */
export function allocationCells(line: AllocationLine): SheetCell[] {
  return [
    line.betweenSessions ? motionNumberLabel(line) : line.number,
    line.title,
    line.proposer,
    line.jointText,
    line.group,
    line.category,
    line.leadUnits.join("、"),
    line.coUnits.join("、"),
    line.leader,
    line.supervisor,
    line.keyItem ? "是" : "否",
    line.dueOn === null ? null : { date: line.dueOn },
  ];
}

export type AllocationSheet = AllocationWords & {
  readonly government: string;
  readonly year: number;
  /** Null where the motions were handed out on different days: then every one keeps its own. */
  readonly assignedOn: string | null;
  readonly lines: readonly AllocationLine[];
};

function noteOf({ lines, assignedOn }: AllocationSheet): string {
  const between = lines.filter(({ betweenSessions }) => betweenSessions).length;
  const day = assignedOn === null ? "" : `交办日期${toPrintedDate(assignedOn)}。`;
  return `注：本表共${lines.length}件，其中会议期间${lines.length - between}件、闭会期间${between}件。主办单位列有两个以上单位的为分办件，由各单位分别答复。${day}`;
}

/** 办理分配表: what the office hands out is what an import reads. */
export function toAllocationPlan(sheet: AllocationSheet): SheetPlan {
  const { government, year, kind, lines } = sheet;
  return {
    name: `${KIND_WORDS[kind].label}分配表`,
    title: `${government}${year}年${KIND_WORDS[kind].longLabel}办理分配表`,
    note: noteOf(sheet),
    columns: allocationColumns(sheet),
    rows: lines.map(allocationCells),
  };
}
