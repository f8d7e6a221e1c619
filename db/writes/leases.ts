import { and, eq, sql } from "drizzle-orm";
import type { Database } from "../open.ts";
import { leases } from "../schema/operations.ts";

/** Takes the named right until `expiresAt` unless another holds it. One statement, so two cannot both have it. */
export async function takeLease(
  db: Database,
  lease: { readonly name: string; readonly holder: string; readonly expiresAt: string },
  now: string,
): Promise<boolean> {
  const free = sql`${leases.expiresAt} < ${now} or ${leases.holder} = ${lease.holder}`;
  const row = await db
    .insert(leases)
    .values(lease)
    .onConflictDoUpdate({
      target: leases.name,
      set: { holder: lease.holder, expiresAt: lease.expiresAt },
      setWhere: free,
    })
    .returning({ name: leases.name })
    .get();
  return row !== undefined;
}

export async function dropLease(db: Database, name: string, holder: string): Promise<void> {
  await db.delete(leases).where(and(eq(leases.name, name), eq(leases.holder, holder)));
}
