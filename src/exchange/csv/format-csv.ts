/** First characters that a spreadsheet would take for a formula, half and full width (ASVS 5.0 1.2.10). */
const FORMULA_START = /^[=+\-@\t\r\0＝＋－＠]/;

/** What separates cells here, and in tables that programs of other countries write: readers guess by counting. */
const QUOTED = /[",;\t\r\n]/;

function formatCell(value: string): string {
  const safe = FORMULA_START.test(value) ? `'${value}` : value;
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One record with its line end (RFC 4180). */
export function formatCsvLine(row: readonly string[]): string {
  return `${row.map(formatCell).join(",")}\r\n`;
}

/** RFC 4180 with CRLF and a byte order mark. */
export function formatCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map(formatCsvLine).join("")}`;
}
