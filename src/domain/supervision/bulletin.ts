import type { MotionKind } from "../motion/kind.ts";
import { KIND_WORDS } from "../motion/kind.ts";
import type { MotionNumber } from "../motion/number.ts";
import { motionNumberLabel } from "../motion/number.ts";
import type { RichText } from "../reply/rich-text.ts";
import { richTextOf } from "../reply/rich-text.ts";

/** An answer that is owed and past its day. */
export type Overdue = MotionNumber & { readonly kind: MotionKind; readonly dueOn: string };

/** What is stated of one unit in a 通报: counts and numbers, no opinion and no weight. */
export type BulletinFacts = {
  readonly unit: string;
  /** 主办、分办 and 会办 件次. */
  readonly owed: number;
  readonly joint: number;
  readonly signed: number;
  readonly replied: number;
  readonly overdue: readonly Overdue[];
  readonly overdueByLaw: readonly Overdue[];
  readonly submitted: number;
  /** 件次 that the office returned, and how often. */
  readonly returned: number;
  readonly returns: number;
  readonly reasons: readonly { readonly text: string; readonly count: number }[];
  readonly reminders: number;
  readonly feedback: number;
  readonly dissatisfied: number;
  /** What could not be reckoned, and why. */
  readonly notes: readonly string[];
};

function sayDate(date: string): string {
  const [year, month, day] = date.split("-").map(Number);
  return `${year}年${month}月${day}日`;
}

function sayOverdue(items: readonly Overdue[]): string {
  return items
    .map((item) => `${KIND_WORDS[item.kind].label}${motionNumberLabel(item)}（${sayDate(item.dueOn)}到期）`)
    .join("、");
}

function sayWork({ owed, joint, signed, replied }: BulletinFacts): string {
  const parts = `共承办${owed + joint}件次，其中主办、分办${owed}件次，会办${joint}件次；已签收${signed}件次。`;
  return owed === 0 ? parts : `${parts}应答复${owed}件次，已答复${replied}件次。`;
}

function sayLate({ owed, overdue, overdueByLaw }: BulletinFacts): string {
  if (owed === 0) return "";
  const campaign =
    overdue.length === 0
      ? "没有超过年度要求期限而未答复的件次"
      : `超过年度要求期限尚未答复的有${overdue.length}件次：${sayOverdue(overdue)}`;
  const law =
    overdueByLaw.length === 0
      ? "没有超过法定期限而未答复的件次"
      : `超过法定期限尚未答复的有${overdueByLaw.length}件次：${sayOverdue(overdueByLaw)}`;
  return `${campaign}。${law}。`;
}

function sayReturns({ submitted, returned, returns, reasons }: BulletinFacts): string {
  if (submitted === 0) return "";
  if (returns === 0) return `报送答复${submitted}件次，没有被退回的。`;
  const named = reasons.map(({ text, count }) => `${text}${count}次`).join("，");
  const why = named === "" ? "" : `，理由为：${named}`;
  return `报送答复${submitted}件次，被退回${returned}件次，共退回${returns}次${why}。`;
}

function sayReminders({ reminders }: BulletinFacts): string {
  return reminders === 0 ? "" : `被催办${reminders}次。`;
}

function sayFeedback({ feedback, dissatisfied }: BulletinFacts): string {
  if (feedback === 0) return "";
  const verdict = dissatisfied === 0 ? "没有不满意的" : `其中最近一次仍不满意的${dissatisfied}件次`;
  return `已收到代表、委员反馈${feedback}件次，${verdict}。`;
}

function sayUnit(facts: BulletinFacts): string {
  const sentences = [sayWork(facts), sayLate(facts), sayReturns(facts), sayReminders(facts), sayFeedback(facts)];
  return `${facts.unit}${sentences.join("")}`;
}

/** 通报 of a year as it stands on a day, for the office to edit: a sentence for which there is no fact is left out. */
export function writeBulletin(
  { year, asOf }: { readonly year: number; readonly asOf: string },
  units: readonly BulletinFacts[],
): { readonly title: string; readonly body: RichText } {
  const [only] = units.length === 1 ? units : [];
  const title = `关于${only?.unit ?? "各承办单位"}${year}年建议提案办理情况的通报`;
  const notes = [...new Set(units.flatMap((unit) => unit.notes))];
  const body = richTextOf([
    `截至${sayDate(asOf)}，${year}年建议、提案办理情况如下。`,
    ...units.map(sayUnit),
    ...notes.map((note) => `说明：${note}。`),
  ]);
  return { title, body };
}
