import { toDayNumber } from "#domain/deadline/civil-date.ts";
import { columnLetters } from "../../xlsx/cell-reference.ts";
import { widthOf } from "../paper/printed-words.ts";
import { STYLE } from "./styles-xml.ts";
import type { SheetCell, SheetColumn } from "./sheet-plan.ts";

/** Day 1 of a sheet is 1900-01-01, and 1900-02-29 is counted though it never was (ECMA-376 Part 1 §18.17.4.1). */
const SERIAL_OF_1970 = 25_569;
const LONGEST_TEXT = 32_767;
/** What Excel would take for a formula when somebody edits the cell. */
const FORMULA_START = /^[=+\-@]/;
const FORBIDDEN = /[[\p{Cc}\ufffe\uffff]--[\n\r\t]]/gv;

export function escapeXml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

/** Text as a sheet stores it: what XML cannot hold as _xHHHH_, and the escape itself escaped (§22.9.2.19). */
function toSheetText(text: string): string {
  const literal = text.slice(0, LONGEST_TEXT).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
  const held = literal.replace(
    FORBIDDEN,
    (char) => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
  );
  // A carriage return would come back as a line feed.
  return escapeXml(held.toWellFormed()).replaceAll("\r", "_x000D_");
}

function textXml(reference: string, text: string, style: number): string {
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${toSheetText(text)}</t></is></c>`;
}

const numberXml = (reference: string, value: number, style: number): string =>
  `<c r="${reference}" s="${style}"><v>${value}</v></c>`;

function valueXml(reference: string, value: SheetCell, centred: boolean): string {
  if (value === null || value === "") return `<c r="${reference}" s="${STYLE.text}"/>`;
  if (typeof value === "string") {
    const plain = centred ? STYLE.centred : STYLE.text;
    return textXml(reference, value, FORMULA_START.test(value) ? STYLE.quoted : plain);
  }
  if (typeof value === "number") return numberXml(reference, value, STYLE.number);
  if ("date" in value) return numberXml(reference, toDayNumber(value.date) + SERIAL_OF_1970, STYLE.date);
  return numberXml(reference, Number((Number(value.percent) / 100).toFixed(6)), STYLE.percent);
}

const LINE_POINTS = 15;
/** Cells have a margin, and words are not broken anywhere. */
const SLACK = 2;

function countLines(cell: SheetCell, width: number): number {
  if (typeof cell !== "string") return 1;
  const room = Math.max(2, width - SLACK);
  const lines = cell.split("\n").map((line) => Math.max(1, Math.ceil((widthOf(line) * 2) / room)));
  return lines.reduce((sum, count) => sum + count, 0);
}

/** As tall as its longest cell needs: not every program fits rows when it opens a file. Excel knows no taller than 409. */
function heightOf(cells: readonly SheetCell[], columns: readonly SheetColumn[]): number {
  const lines = columns.map(({ width }, index) => countLines(cells[index] ?? null, width));
  return Math.min(409, 5 + LINE_POINTS * Math.max(1, ...lines));
}

export function rowXml(row: number, cells: readonly SheetCell[], columns: readonly SheetColumn[]): string {
  const xml = columns.map(({ align }, index) =>
    valueXml(`${columnLetters(index + 1)}${row}`, cells[index] ?? null, align === "center"),
  );
  return `<row r="${row}" ht="${heightOf(cells, columns)}" customHeight="1">${xml.join("")}</row>`;
}

/** A line across the whole table: its text in the first cell, the others blank, for merging. */
export function bannerXml(row: number, text: string, width: number, style: number, height: number): string {
  const rest = Array.from(
    { length: width - 1 },
    (_, index) => `<c r="${columnLetters(index + 2)}${row}" s="${style}"/>`,
  );
  return `<row r="${row}" ht="${height}" customHeight="1">${textXml(`A${row}`, text, style)}${rest.join("")}</row>`;
}

export function headerXml(row: number, columns: readonly SheetColumn[]): string {
  const cells = columns.map(({ heading }, index) =>
    textXml(`${columnLetters(index + 1)}${row}`, heading, STYLE.header),
  );
  return `<row r="${row}" ht="32" customHeight="1">${cells.join("")}</row>`;
}
