import type { Context } from "#services/context.ts";
import type { ExportFile } from "#services/exports/export-file.ts";
import { importAllocation } from "#services/imports/import-allocation.ts";
import type { MotionKind } from "#domain/motion/kind.ts";

export async function bytesOf({ body }: ExportFile): Promise<Uint8Array> {
  if (body instanceof Uint8Array) return body;
  const parts: Uint8Array[] = [];
  for await (const part of body) parts.push(part);
  return new Uint8Array(Buffer.concat(parts));
}

/** What an import of the file would do: nothing, if it says what is there. */
export async function importAgain(ctx: Context, file: ExportFile, kind: MotionKind) {
  const { name: fileName } = file;
  const bytes = await bytesOf(file);
  const { added, changed, unchanged, rejected } = await importAllocation(ctx, {
    bytes,
    fileName,
    campaignId: "2026",
    kind,
    dryRun: true,
  });
  return { added, changed, unchanged, rejected };
}
