import { findDisclosure, findEdition } from "#db/reads/reply-record.ts";
import { toLetterPaper } from "#exchange/write/paper/letter-paper.ts";
import type { Context } from "../context.ts";
import { Forbidden, NotFound } from "../errors.ts";
import { getReply } from "../replies/load-reply.ts";
import { toLetter } from "../replies/to-letter.ts";
import type { ExportFile, PaperFormat } from "./export-file.ts";
import { toPaperFile } from "./export-file.ts";

export type LetterExport = {
  readonly id: string;
  /** Undefined: the one being worked on, or else the live one. */
  readonly edition?: number | undefined;
  readonly format: PaperFormat;
};

/** 答复 ready to be signed, for whoever may know of it. Throws NotFound for others, and where no letter was begun. */
export async function exportLetter(ctx: Context, { id, edition, format }: LetterExport): Promise<ExportFile> {
  if (ctx.actor.role === "machine") throw new Forbidden();
  const reply = await getReply(ctx.db, ctx.actor, id);
  const found = edition === undefined ? reply.edition : await findEdition(ctx.db, id, edition);
  if (!found) throw new NotFound("这份答复的这个版本");
  const disclosure = await findDisclosure(ctx.db, id, found.number);
  return await toPaperFile(toLetterPaper(toLetter(found, disclosure ?? null), reply.unit.fullName), format);
}
