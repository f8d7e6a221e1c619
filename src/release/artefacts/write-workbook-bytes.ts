import type { SheetPlan } from "#exchange/write/xlsx/sheet-plan.ts";
import { writeWorkbook } from "#exchange/write/xlsx/write-workbook.ts";

export async function toWorkbookBytes(plans: readonly SheetPlan[]): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeWorkbook(plans)) chunks.push(chunk);
  return Buffer.concat(chunks);
}
