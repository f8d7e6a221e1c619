import { z } from "zod";
import { writeTransaction } from "#db/transaction.ts";
import type { ReminderFilter, ReminderRow } from "#db/reads/reminders.ts";
import { countReminderRows, listReminderRows } from "#db/reads/reminders.ts";
import { markRemindersRead } from "#db/writes/reminders.ts";
import { recordAudit } from "../audit.ts";
import type { Context } from "../context.ts";
import { Forbidden } from "../errors.ts";
import { hashOf } from "../hash.ts";
import type { Page, PageRequest } from "../page.ts";
import { parseCursor, toPage } from "../page.ts";
import { getUnitScope } from "../scope.ts";

/** Reminders, latest first; a unit sees its own. */
export async function listReminders(ctx: Context, query: ReminderFilter & PageRequest): Promise<Page<ReminderRow>> {
  const { cursor, limit, ...wanted } = query;
  const own = getUnitScope(ctx.actor);
  if (own !== undefined && wanted.unit !== undefined && wanted.unit !== own) {
    return { items: [], total: 0, nextCursor: null };
  }
  const filter = own === undefined ? wanted : { ...wanted, unit: own };
  const rows = await listReminderRows(ctx.db, filter, { start: parseCursor("reminders", cursor), limit: limit + 1 });
  return toPage(rows, await countReminderRows(ctx.db, filter), { sort: "reminders", limit }, (row) => row);
}

export const ReadRemindersInput = z.strictObject({ ids: z.array(z.string().min(1).max(60)).min(1).max(200) });
export type ReadRemindersInput = z.infer<typeof ReadRemindersInput>;

/** 已阅: a unit has read its reminders; those of other units are passed over. Returns how many were unread. */
export async function markRead(ctx: Context, { ids }: ReadRemindersInput): Promise<number> {
  const { role, unitCode } = ctx.actor;
  if (role !== "unit" || unitCode === null) throw new Forbidden();
  return await writeTransaction(ctx.db, async (tx) => {
    const read = await markRemindersRead(tx, unitCode, ids, ctx.now().toISOString());
    const event = { action: "reminder.read", object: `unit:${unitCode}`, beforeHash: null };
    await recordAudit(tx, ctx, { ...event, afterHash: hashOf(read.toSorted()) });
    return read.length;
  });
}
