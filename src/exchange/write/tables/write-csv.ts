import { formatCsvLine } from "../../csv/format-csv.ts";
import type { SheetCell, SheetPlan } from "../xlsx/sheet-plan.ts";

const ROWS_AT_ONCE = 200;

function toText(cell: SheetCell): string {
  if (cell === null) return "";
  if (typeof cell === "string") return cell;
  if (typeof cell === "number") return String(cell);
  return "date" in cell ? cell.date : `${cell.percent}%`;
}

/** A table as CSV, piece by piece: UTF-8 with its mark, the note above the header, formulas made harmless. */
export async function* writeCsv(plan: SheetPlan): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const above = [plan.title, plan.note].filter((line) => line !== undefined);
  const head = [...above.map((line) => [line]), plan.columns.map(({ heading }) => heading)];
  yield encoder.encode(`\uFEFF${head.map(formatCsvLine).join("")}`);
  let waiting = "";
  let count = 0;
  for await (const cells of plan.rows) {
    waiting += formatCsvLine(cells.map(toText));
    count += 1;
    if (count % ROWS_AT_ONCE === 0) {
      yield encoder.encode(waiting);
      waiting = "";
    }
  }
  if (waiting !== "") yield encoder.encode(waiting);
}
