import { parsePrintedDate } from "../printed-date.ts";
import type { NotedCount } from "./allocation-row.ts";

export type AllocationNotes = { readonly notedCount?: NotedCount; readonly assignedOn?: string };

function findNumber(text: string, pattern: RegExp): number | undefined {
  const found = pattern.exec(text)?.[1];
  return found === undefined ? undefined : Number(found);
}

function findCount(text: string): NotedCount | undefined {
  const total = findNumber(text, /共(?:计|有)?(\d{1,5})件/);
  if (total === undefined) return undefined;
  const inSession = findNumber(text, /会议期间(?:提出)?(?:的)?(\d{1,5})件/);
  const betweenSessions = findNumber(text, /闭会期间(?:提出)?(?:的)?(\d{1,5})件/);
  return {
    total,
    ...(inSession === undefined ? {} : { inSession }),
    ...(betweenSessions === undefined ? {} : { betweenSessions }),
  };
}

function findAssignedOn(text: string): string | undefined {
  const printed = /交办(?:日期|时间)?(?:为|是|:)?(\d{4}(?:年|[-/.])\d{1,2}(?:月|[-/.])\d{1,2}日?)/.exec(text)?.[1];
  const date = printed === undefined ? undefined : parsePrintedDate(printed);
  return date?.exists ? date.date : undefined;
}

/** Reads what title and notes of the table say: 本表共126件，其中会议期间123件、闭会期间3件；交办日期2026年3月10日. */
export function readNotes(lines: readonly string[]): AllocationNotes {
  const texts = lines.map((line) => line.normalize("NFKC").replace(/\s/g, ""));
  const notedCount = texts.map(findCount).find((count) => count !== undefined);
  const assignedOn = texts.map(findAssignedOn).find((date) => date !== undefined);
  return { ...(notedCount ? { notedCount } : {}), ...(assignedOn ? { assignedOn } : {}) };
}
