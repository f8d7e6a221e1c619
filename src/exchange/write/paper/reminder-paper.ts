import type { MotionKind } from "#domain/motion/kind.ts";
import { KIND_WORDS } from "#domain/motion/kind.ts";
import { richTextOf } from "#domain/reply/rich-text.ts";
import type { Paper, PaperTable } from "./paper.ts";
import { toFoot } from "./letter-paper.ts";
import { toPrintedDate } from "./printed-words.ts";

/** One clock that is late, or about to be. */
export type ReminderRow = {
  readonly kind: MotionKind;
  readonly numberLabel: string;
  readonly title: string;
  readonly clockLabel: string;
  readonly dueOn: string | null;
  /** 已超期 3 天. */
  readonly words: string;
  readonly late: boolean;
};

export type ReminderFacts = {
  readonly issuer: string;
  readonly phone: string;
  readonly unit: string;
  /** The day on which the deadlines were read: also the date of the letter. */
  readonly asOf: string;
  readonly rows: readonly ReminderRow[];
};

function countWords(rows: readonly ReminderRow[]): string {
  const late = rows.filter((item) => item.late).length;
  const soon = rows.length - late;
  const parts = [late > 0 ? `已超过期限的${late}项` : "", soon > 0 ? `即将到期的${soon}项` : ""];
  return parts.filter((part) => part !== "").join("、");
}

function toTable(rows: readonly ReminderRow[]): PaperTable {
  const head = ["编号", "案由", "事项", "期限", "情况"];
  return {
    kind: "table",
    widths: [14, 36, 22, 30, 22],
    headerRows: 1,
    rows: [
      head.map((text) => ({ lines: [text], label: true })),
      ...rows.map(({ kind, numberLabel, title, clockLabel, dueOn, words }) => [
        { lines: [KIND_WORDS[kind].label, numberLabel], align: "center" as const },
        { lines: [title] },
        { lines: [clockLabel], align: "center" as const },
        { lines: [dueOn === null ? "" : toPrintedDate(dueOn)], align: "center" as const },
        { lines: [words.replace(/ /g, "")], align: "center" as const },
      ]),
    ],
  };
}

/** 催办函 to one unit: what is late and what is soon due, each with its own date. */
export function toReminderPaper({ issuer, phone, unit, asOf, rows }: ReminderFacts): Paper {
  const title = "关于催办建议提案办理事项的函";
  const lateAsk = rows.some(({ late }) => late) ? "已超过期限的，请同时书面说明原因和办结时间。" : "";
  const body = richTextOf([
    `截至${toPrintedDate(asOf)}，你单位承办的建议提案中，有${countWords(rows)}（见下表）。请抓紧办理，按要求报送办理情况。${lateAsk}`,
  ]);
  const foot = toFoot({ signatory: issuer, signedOn: asOf, contactName: null, contactPhone: phone, copyTo: null });
  return {
    name: `${title}（${unit}）`,
    creator: issuer,
    blocks: [
      { kind: "line", role: "issuer", text: issuer },
      { kind: "rule" },
      { kind: "line", role: "title", text: title },
      { kind: "line", role: "addressee", text: `${unit}：` },
      { kind: "body", body },
      { kind: "blank" },
      toTable(rows),
      ...foot,
    ],
  };
}
