import type { SQL } from "drizzle-orm";
import { and, eq, gte, inArray, lt, lte } from "drizzle-orm";
import { desc, sql } from "drizzle-orm";
import type { Reader } from "../open.ts";
import { actors } from "../schema/actors.ts";
import { audit } from "../schema/operations.ts";

export type AuditFilter = { readonly object?: string | undefined; readonly action?: string | undefined };

function conditions({ object, action }: AuditFilter): SQL | undefined {
  return and(
    object === undefined ? undefined : eq(audit.object, object),
    action === undefined ? undefined : eq(audit.action, action),
  );
}

export type AuditListRow = Awaited<ReturnType<typeof listAuditRows>>[number];

/** Latest first, those before `before` where it is given. */
export async function listAuditRows(
  reader: Reader,
  filter: AuditFilter,
  page: { readonly before: number | undefined; readonly limit: number },
) {
  return await reader
    .select({
      seq: audit.seq,
      at: audit.at,
      actorId: audit.actorId,
      actorName: sql<string | null>`${actors.name}`,
      action: audit.action,
      object: audit.object,
      beforeHash: audit.beforeHash,
      afterHash: audit.afterHash,
      prevHash: audit.prevHash,
      hash: audit.hash,
    })
    .from(audit)
    .leftJoin(actors, eq(actors.id, audit.actorId))
    .where(and(conditions(filter), page.before === undefined ? undefined : lt(audit.seq, page.before)))
    .orderBy(desc(audit.seq))
    .limit(page.limit);
}

/** Rows are numbered without a gap and none can be deleted: the last number is how many there are. */
async function countAll(reader: Reader): Promise<number> {
  return (
    (
      await reader
        .select({ last: sql<number | null>`max(${audit.seq})` })
        .from(audit)
        .get()
    )?.last ?? 0
  );
}

/** Has this person done one of these things to the object, ever or within the instants given? */
export async function hasActedOn(
  reader: Reader,
  act: {
    readonly actorId: string;
    readonly object: string;
    readonly actions: readonly string[];
    /** Instants between which the act counts; nothing: no bound. */
    readonly after?: string | null | undefined;
    readonly until?: string | null | undefined;
  },
): Promise<boolean> {
  const { actorId, object, actions, after, until } = act;
  const rows = and(
    eq(audit.object, object),
    eq(audit.actorId, actorId),
    inArray(audit.action, [...actions]),
    after ? gte(audit.at, after) : undefined,
    until ? lte(audit.at, until) : undefined,
  );
  return (await reader.$count(audit, rows)) > 0;
}

export async function countAuditRows(reader: Reader, filter: AuditFilter): Promise<number> {
  const where = conditions(filter);
  return where ? await reader.$count(audit, where) : await countAll(reader);
}
