import { formatCsv } from "#exchange/csv/format-csv.ts";
import type { RowFinding } from "#exchange/allocation/allocation-row.ts";
import { UnreadableFile } from "#exchange/unreadable-file.ts";
import { writeWorkbook } from "#exchange/write/xlsx/write-workbook.ts";
import type { Context } from "../context.ts";
import { Invalid } from "../errors.ts";
import type { AllocationInput } from "./import-allocation.ts";
import { importAllocation } from "./import-allocation.ts";

type Line = { readonly row: number | null; readonly kind: string; readonly message: string };

function ofRow({ row, message }: RowFinding): Line {
  // The row stands in its own column.
  return { row, kind: "须改正", message: message.replace(/^第 \d+ 行：/, "") };
}

/** What keeps the table as a whole from being taken is one line of the list. */
async function listLines(ctx: Context, input: Omit<AllocationInput, "dryRun">): Promise<Line[]> {
  try {
    const { rejected, notices, refused } = await importAllocation(ctx, { ...input, dryRun: true });
    const whole = refused ? [{ row: null, kind: "须改正", message: refused.message }] : [];
    return [...whole, ...rejected.map(ofRow), ...notices.map((message) => ({ row: null, kind: "提示", message }))];
  } catch (error) {
    if (!(error instanceof UnreadableFile) && !(error instanceof Invalid)) throw error;
    return [{ row: null, kind: "须改正", message: error.message }];
  }
}

async function concat(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

const HEADINGS = ["行号", "类别", "问题和处理办法"] as const;

/** The findings of a dry run as a file for whoever keeps the table, row by row. */
export async function writeFindings(
  ctx: Context,
  input: Omit<AllocationInput, "dryRun">,
  format: "xlsx" | "csv",
): Promise<Uint8Array> {
  const lines = await listLines(ctx, input);
  if (format === "csv") {
    const rows = lines.map(({ row, kind, message }) => [row === null ? "" : String(row), kind, message]);
    return new TextEncoder().encode(formatCsv([HEADINGS, ...rows]));
  }
  const [first, second, third] = HEADINGS;
  const plan = {
    name: "问题清单",
    title: "导入问题清单",
    note: `文件：${input.fileName}`,
    columns: [
      { heading: first, width: 8, align: "center" as const },
      { heading: second, width: 10, align: "center" as const },
      { heading: third, width: 100 },
    ],
    rows: lines.map(({ row, kind, message }) => [row, kind, message]),
  };
  return await concat(writeWorkbook([plan]));
}
