import type { TableChoice } from "#exchange/allocation/mapping.ts";
import type { TableInspection } from "#exchange/allocation/inspect-table.ts";
import { inspectTable } from "#exchange/allocation/inspect-table.ts";
import type { Context } from "../context.ts";
import { Forbidden } from "../errors.ts";
import { loadRecall } from "./column-memory.ts";

/** How a table would be read, with what was chosen before for the same header. Reads only. */
export async function inspectAllocation(
  ctx: Context,
  input: { readonly bytes: Uint8Array; readonly fileName: string; readonly choice?: TableChoice | undefined },
): Promise<TableInspection> {
  if (ctx.actor.role !== "admin" && ctx.actor.role !== "office") throw new Forbidden();
  return await inspectTable(input.bytes, input.fileName, { choice: input.choice, recall: await loadRecall(ctx.db) });
}
