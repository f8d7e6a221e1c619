import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "../open.ts";
import { latestEnd } from "../reads/leases.ts";
import { leases } from "../schema/operations.ts";

/** Takes the named right until `expiresAt` unless another holds it, or renews it for its holder. */
export async function takeLease(
  tx: Transaction,
  lease: { readonly name: string; readonly holder: string; readonly expiresAt: string },
  now: string,
): Promise<boolean> {
  const free = sql`${leases.expiresAt} <= ${now} or ${leases.expiresAt} > ${latestEnd(now)} or ${leases.holder} = ${lease.holder}`;
  const row = await tx
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

export async function dropLease(tx: Transaction, name: string, holder: string): Promise<void> {
  await tx.delete(leases).where(and(eq(leases.name, name), eq(leases.holder, holder)));
}
