import { listUnits } from "#db/reads/units.ts";
import type { FigurePart } from "#domain/statistics/figure.ts";
import { listCounted } from "#domain/statistics/figure.ts";
import type { Indicator } from "#domain/statistics/indicator.ts";
import { listCases } from "#domain/statistics/facts.ts";
import type { SliceFilter } from "#domain/statistics/slice.ts";
import { sliceSheet } from "#domain/statistics/slice.ts";
import { shanghaiDate } from "../clock.ts";
import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import type { Page, PageRequest } from "../page.ts";
import { parseCursor, toPage } from "../page.ts";
import { readOnce } from "../read-once.ts";
import { listYearIndicators } from "#db/reads/year-sheet/find-year-sheet.ts";
import { toOwnFilter } from "./read-indicators.ts";
import type { MotionHead, YearSheet } from "#db/reads/year-sheet/find-year-sheet.ts";
import { readYearSheet } from "./read-sheet.ts";
import { readSlices } from "./read-slices.ts";

/** A row that a figure counts; the weights of all of them add up to it. */
export type CountedRow = {
  readonly over: Indicator["over"];
  readonly id: string;
  readonly weight: number;
  readonly motion: MotionHead;
  /** Whose part or promise it is; null for a motion as a whole. */
  readonly unit: { readonly code: string; readonly name: string } | null;
};

export type CountedQuery = SliceFilter &
  PageRequest & { readonly year: number; readonly code: string; readonly part: FigurePart };

/** 建议 before 提案, items of the session before those between sessions, then by number. */
function toSortKey({ kind, betweenSessions, number }: MotionHead): string {
  return `${kind === "suggestion" ? 0 : 1}${betweenSessions ? 1 : 0}${String(number).padStart(5, "0")}`;
}

function listOwners({ sheet }: YearSheet): Map<string, string> {
  const parts = listCases(sheet).map(({ id, unit }) => [id, unit] as const);
  return new Map([...parts, ...sheet.commitments.map(({ id, owner }) => [id, owner] as const)]);
}

async function listRows(ctx: Context, read: YearSheet, indicator: Indicator, filter: SliceFilter, part: FigurePart) {
  const counted = listCounted(indicator, sliceSheet(read.sheet, filter), part, shanghaiDate(ctx.now()));
  const names = new Map((await listUnits(ctx.db)).map(({ code, shortName }) => [code, shortName]));
  const owners = listOwners(read);
  const rows = counted.flatMap(({ id, motionId, weight }) => {
    const motion = read.heads.get(motionId);
    const code = owners.get(id);
    const unit = code === undefined ? null : { code, name: names.get(code) ?? code };
    return motion ? [{ sortKey: toSortKey(motion), sortId: id, over: indicator.over, id, weight, motion, unit }] : [];
  });
  return rows.toSorted((a, b) => (a.sortKey + a.sortId < b.sortKey + b.sortId ? -1 : 1));
}

/**
 * What a figure counts, row by row: made with the same indicator, so that list and figure cannot differ. Throws NotFound for
 * a year or an indicator that is not there. A base that the office only states has no rows.
 */
export async function listCountedRows(ctx: Context, query: CountedQuery): Promise<Page<CountedRow>> {
  const { year, code, part, cursor, limit, ...wanted } = query;
  const filter = toOwnFilter(ctx, wanted);
  const read = await readOnce(ctx.db, `year/${year}`, async () => await readYearSheet(ctx.db, year));
  const indicator = listYearIndicators(read).find((item) => item.code === code);
  if (!indicator) throw new NotFound("这个指标");
  const sort = `counted:${code}:${part}`;
  const start = parseCursor(sort, cursor);
  if (!filter) return { items: [], total: 0, nextCursor: null };
  await readSlices(ctx.db, read, filter, undefined);
  const rows = await listRows(ctx, read, indicator, filter, part);
  const after = start ? `${start.key}${start.id}` : "";
  const left = rows.filter(({ sortKey, sortId }) => sortKey + sortId > after);
  return toPage(left, rows.length, { sort, limit }, ({ over, id, weight, motion, unit }) => {
    return { over, id, weight, motion, unit };
  });
}
