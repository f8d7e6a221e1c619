import type { AllocationRow } from "#exchange/allocation/allocation-row.ts";
import type { AllocationLine } from "#exchange/write/tables/allocation-table.ts";

/** What was read, as it was printed: without its place on the sheet and the names taken apart. */
export function toPrintedLine(read: AllocationRow): AllocationLine {
  const { row: _, jointNames: __, ...line } = read;
  return line;
}
