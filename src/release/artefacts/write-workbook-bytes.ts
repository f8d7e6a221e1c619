import { constants, deflateRawSync } from "node:zlib";
import type { SheetPlan } from "#exchange/write/xlsx/sheet-plan.ts";
import { writeWorkbook } from "#exchange/write/xlsx/write-workbook.ts";

/** A piece ends where a byte does, so that pieces in a row are one stream (RFC 1951 §3.2.4). */
function deflate(bytes: Uint8Array, isLast: boolean): Uint8Array<ArrayBuffer> {
  return deflateRawSync(bytes, { finishFlush: isLast ? constants.Z_FINISH : constants.Z_SYNC_FLUSH });
}

export async function toWorkbookBytes(plans: readonly SheetPlan[]): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeWorkbook(plans, deflate)) chunks.push(chunk);
  return Buffer.concat(chunks);
}
