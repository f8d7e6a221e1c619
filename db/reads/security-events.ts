import type { SQL } from "drizzle-orm";
import { and, desc, eq, gt, inArray, lt, sql } from "drizzle-orm";
import type { SecurityEventKind } from "#domain/account/security-event.ts";
import type { Reader } from "../open.ts";
import { securityEvents } from "../schema/accounts.ts";
import { actors } from "../schema/actors.ts";

export type SecurityEventFilter = {
  readonly kind?: SecurityEventKind | undefined;
  readonly actor?: string | undefined;
};

export type SecurityEventRow = typeof securityEvents.$inferSelect & { readonly actorName: string | null };

function conditions({ kind, actor }: SecurityEventFilter): SQL | undefined {
  return and(
    kind === undefined ? undefined : eq(securityEvents.kind, kind),
    actor === undefined ? undefined : eq(securityEvents.actorId, actor),
  );
}

/** Latest first, those before `before` where it is given. */
export async function listSecurityEvents(
  reader: Reader,
  filter: SecurityEventFilter,
  page: { readonly before: number | undefined; readonly limit: number },
): Promise<SecurityEventRow[]> {
  const rows = await reader
    .select({ event: securityEvents, actorName: sql<string | null>`${actors.name}` })
    .from(securityEvents)
    .leftJoin(actors, eq(actors.id, securityEvents.actorId))
    .where(and(conditions(filter), page.before === undefined ? undefined : lt(securityEvents.id, page.before)))
    .orderBy(desc(securityEvents.id))
    .limit(page.limit);
  return rows.map(({ event, actorName }) => ({ ...event, actorName }));
}

export async function countSecurityEvents(reader: Reader, filter: SecurityEventFilter): Promise<number> {
  return await reader.$count(securityEvents, conditions(filter));
}

/** Rows of one actor ("": strangers) in one hour. */
export async function countRowsOfHour(reader: Reader, hour: string, actorId: string): Promise<number> {
  return await reader.$count(securityEvents, and(eq(securityEvents.hour, hour), eq(securityEvents.actorId, actorId)));
}

/** How often something of these kinds befell the account after the instant. */
export async function sumEventsSince(
  reader: Reader,
  actorId: string,
  kinds: readonly SecurityEventKind[],
  after: string,
): Promise<number> {
  const own = and(eq(securityEvents.actorId, actorId), inArray(securityEvents.kind, [...kinds]));
  const row = await reader
    .select({ sum: sql<number | null>`sum(${securityEvents.count})` })
    .from(securityEvents)
    .where(and(own, gt(securityEvents.lastAt, after)))
    .get();
  return row?.sum ?? 0;
}
