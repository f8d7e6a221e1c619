import { listColumnMappings } from "#db/reads/column-mappings.ts";
import { putColumnMapping } from "#db/writes/column-mappings.ts";
import type { Reader, Transaction } from "#db/open.ts";
import { ColumnMapping } from "#exchange/allocation/mapping.ts";
import type { RecallMapping } from "#exchange/allocation/mapping.ts";
import type { Context } from "../context.ts";
import { hashOf } from "../hash.ts";

/** The columns that were chosen before, by the words of the header row. A field that no longer exists is forgotten. */
export async function loadRecall(reader: Reader): Promise<RecallMapping> {
  const rows = await listColumnMappings(reader);
  const known = new Map(
    rows.flatMap(({ signature, columns }) => {
      const { success, data } = ColumnMapping.safeParse(columns);
      return success ? [[signature, data] as const] : [];
    }),
  );
  return (signature) => known.get(hashOf(signature));
}

/** Remembers which column holds what, so that the next table of the same words is read the same way. */
export async function rememberColumns(
  tx: Transaction,
  ctx: Context,
  signature: string,
  columns: ColumnMapping,
): Promise<void> {
  const savedAt = ctx.now().toISOString();
  await putColumnMapping(tx, { signature: hashOf(signature), columns, savedBy: ctx.actor.id, savedAt });
}
