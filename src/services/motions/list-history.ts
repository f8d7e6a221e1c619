import { listParts } from "#db/reads/assignments.ts";
import type { HistoryRow, HistoryScope } from "#db/reads/motion-history.ts";
import { countHistoryRows, listHistoryRows } from "#db/reads/motion-history.ts";
import { findMotion } from "#db/reads/motions.ts";
import { listUnits } from "#db/reads/units.ts";
import type { Role } from "#domain/handling/actor.ts";
import { ROLE_NAMES } from "#domain/handling/actor.ts";
import { ACTS_ON_EVERY_PART, sayAct } from "#domain/handling/history-words.ts";
import { shanghaiMinute } from "../clock.ts";
import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import type { Page, PageRequest } from "../page.ts";
import { parseCursor, toPage } from "../page.ts";
import { getUnitScope } from "../scope.ts";

export type HistoryItem = {
  readonly seq: number;
  /** YYYY-MM-DD HH:mm in Shanghai. */
  readonly at: string;
  readonly who: string;
  readonly unit: { readonly code: string; readonly name: string } | null;
  readonly sentence: string;
};

type UnitNames = ReadonlyMap<string, string>;

/** Not everyone who acts has an account: deputies come by a link, the machine itself by none. */
const OTHERS: Readonly<Record<string, string>> = { "feedback-link": "代表、委员", system: "系统" };

function toWho({ actorId, role, actorUnit }: HistoryRow): string {
  const named = OTHERS[actorId];
  if (named !== undefined) return named;
  return actorUnit ?? (role === null ? "已注销的账号" : ROLE_NAMES[role satisfies Role]);
}

/** {entity}:{motion}.{unit}[.c1] */
function toUnit({ object }: HistoryRow, names: UnitNames): HistoryItem["unit"] {
  const code = object.slice(object.indexOf(":") + 1).split(".")[1];
  return code === undefined ? null : { code, name: names.get(code) ?? code };
}

function toItem(row: HistoryRow, names: UnitNames): HistoryItem {
  const [at, who, unit] = [shanghaiMinute(new Date(row.at)), toWho(row), toUnit(row, names)];
  return { seq: row.seq, at, who, unit, sentence: sayAct({ action: row.action, who, unit: unit?.name ?? null, at }) };
}

/** What of the matter this actor may read. Throws NotFound where it is not there or the unit has no part. */
async function getScope(ctx: Context, motionId: string): Promise<HistoryScope> {
  const unit = getUnitScope(ctx.actor);
  const found = await findMotion(ctx.db, motionId);
  const parts = unit === undefined ? [] : await listParts(ctx.db, motionId);
  if (!found || (unit !== undefined && !parts.some((part) => part.unitCode === unit))) {
    throw new NotFound("这件建议提案");
  }
  // As with the opinions themselves (条例 Art. 16): not for the administrator of the system.
  return { motionId, unit, shared: ACTS_ON_EVERY_PART, withOpinions: ctx.actor.role !== "admin" };
}

async function readNames(ctx: Context): Promise<UnitNames> {
  return new Map((await listUnits(ctx.db)).map(({ code, shortName }) => [code, shortName]));
}

/** Everything that was done in one matter, one sentence for each row of the audit. A unit reads what concerns its own part. */
export async function listHistory(
  ctx: Context,
  motionId: string,
  { cursor, limit, descending }: PageRequest & { readonly descending: boolean },
): Promise<Page<HistoryItem>> {
  const scope = await getScope(ctx, motionId);
  const sort = `history:${descending ? "-" : ""}${motionId}`;
  const start = parseCursor(sort, cursor);
  const after = start && Number(start.key);
  const found = await listHistoryRows(ctx.db, scope, { after, descending, limit: limit + 1 });
  const rows = found.map((row) => ({ ...row, sortKey: row.seq, sortId: row.seq }));
  const names = await readNames(ctx);
  return toPage(rows, await countHistoryRows(ctx.db, scope), { sort, limit }, (row) => toItem(row, names));
}

/** No matter comes near it. */
const MOST_ROWS = 20_000;

/** The same as one list, first to last, for a table. */
export async function listWholeHistory(ctx: Context, motionId: string): Promise<readonly HistoryItem[]> {
  const scope = await getScope(ctx, motionId);
  const rows = await listHistoryRows(ctx.db, scope, { after: undefined, descending: false, limit: MOST_ROWS });
  const names = await readNames(ctx);
  return rows.map((row) => toItem(row, names));
}
