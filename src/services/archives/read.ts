import type { ArchiveFileFilter, ArchiveFileRow, ArchiveRow } from "#db/reads/archives.ts";
import {
  countArchiveFileRows,
  countArchiveFiles,
  listArchiveFileRows,
  listArchiveRows,
  listOwing,
  listUnanswered,
} from "#db/reads/archives.ts";
import type { ArchiveFileState } from "#domain/archive/archive-kinds.ts";
import { ARCHIVE_FILE_STATES } from "#domain/archive/archive-kinds.ts";
import { motionNumberLabel } from "#domain/motion/number.ts";
import type { Context } from "../context.ts";
import type { Page, PageRequest } from "../page.ts";
import { parseCursor, toPage } from "../page.ts";
import { requireOverseer } from "../scope.ts";
import { getArchiveRow } from "./open.ts";

export type ArchiveReport = {
  readonly archive: ArchiveRow;
  /** Letters by what became of them. */
  readonly letters: Readonly<Record<ArchiveFileState, number>>;
  /** Replies that the matters of this year and kind owe. */
  readonly owed: number;
  /** Those for which no letter has come. */
  readonly unanswered: readonly {
    readonly id: string;
    readonly label: string;
    readonly title: string;
    readonly unit: string;
  }[];
};

export async function listArchives(ctx: Context): Promise<ArchiveRow[]> {
  requireOverseer(ctx.actor);
  return await listArchiveRows(ctx.db);
}

/** How far an archive is: for a progress bar, and for the list of what is still missing. */
export async function readArchive(ctx: Context, id: string): Promise<ArchiveReport> {
  const archive = await getArchiveRow(ctx, id);
  const counts = await countArchiveFiles(ctx.db, id);
  const { campaignId, kind } = archive;
  const unanswered = await listUnanswered(ctx.db, campaignId, kind);
  return {
    archive,
    letters: Object.fromEntries(
      ARCHIVE_FILE_STATES.map((state) => [state, counts.get(state) ?? 0]),
    ) as ArchiveReport["letters"],
    owed: (await listOwing(ctx.db, campaignId, kind)).length,
    unanswered: unanswered.map((row) => ({
      id: row.id,
      label: motionNumberLabel(row),
      title: row.title,
      unit: row.unit,
    })),
  };
}

/** The letters of an archive with what was found in each, by name of file. */
export async function listArchiveFiles(
  ctx: Context,
  query: ArchiveFileFilter & PageRequest,
): Promise<Page<ArchiveFileRow>> {
  const { cursor, limit, ...filter } = query;
  await getArchiveRow(ctx, filter.archiveId);
  const sort = "archive-files";
  const rows = await listArchiveFileRows(ctx.db, filter, { start: parseCursor(sort, cursor), limit: limit + 1 });
  return toPage(rows, await countArchiveFileRows(ctx.db, filter), { sort, limit }, (row) => row);
}
