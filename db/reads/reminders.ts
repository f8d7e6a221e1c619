import type { SQL } from "drizzle-orm";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Reader } from "../open.ts";
import { reminders } from "../schema/aftercare.ts";
import { unitOfPart } from "../schema/columns.ts";
import { unitPeople } from "../schema/handling.ts";
import { assignments, motions } from "../schema/motions.ts";
import type { KeysetStart } from "./keyset.ts";
import { afterStart, inOrder } from "./keyset.ts";

export type ReminderFilter = {
  readonly assignment?: string | undefined;
  readonly unit?: string | undefined;
  readonly unread?: boolean | undefined;
};

export type ReminderRow = Awaited<ReturnType<typeof listReminderRows>>[number];

function conditions({ assignment, unit, unread }: ReminderFilter): SQL | undefined {
  return and(
    assignment === undefined ? undefined : eq(reminders.assignmentId, assignment),
    unit === undefined ? undefined : sql`${unitOfPart(reminders.assignmentId)} = ${unit}`,
    unread === undefined ? undefined : sql`(${reminders.readAt} is null) = ${unread ? 1 : 0}`,
  );
}

/** Latest first. */
export async function listReminderRows(
  reader: Reader,
  filter: ReminderFilter,
  { start, limit }: { readonly start: KeysetStart | undefined; readonly limit: number },
) {
  const order = { key: reminders.sentAt, id: reminders.id, descending: true };
  return await reader
    .select({
      sortKey: reminders.sentAt,
      sortId: reminders.id,
      reminder: reminders,
      unitCode: assignments.unitCode,
      title: motions.title,
    })
    .from(reminders)
    .innerJoin(assignments, eq(assignments.id, reminders.assignmentId))
    .innerJoin(motions, eq(motions.id, assignments.motionId))
    .where(and(conditions(filter), afterStart(order, start)))
    .orderBy(...inOrder(order))
    .limit(limit);
}

export async function countReminderRows(reader: Reader, filter: ReminderFilter): Promise<number> {
  return await reader.$count(reminders, conditions(filter));
}

/** 联络员 of a unit who can be reached. */
export async function listLiaisons(
  reader: Reader,
  unitCode: string,
): Promise<{ readonly name: string; readonly phone: string | null }[]> {
  return await reader
    .select({ name: unitPeople.name, phone: unitPeople.phone })
    .from(unitPeople)
    .where(and(eq(unitPeople.unitCode, unitCode), eq(unitPeople.duty, "liaison"), isNull(unitPeople.endedOn)));
}
