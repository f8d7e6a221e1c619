import { and, eq, gt, lte } from "drizzle-orm";
import type { Reader } from "../open.ts";
import { leases } from "../schema/operations.ts";

/** Nobody takes a right for longer: one that would end later was taken before the clock was set back, and its holder may be dead. */
const LONGEST_MS = 600_000;

/** The last end of a lease, seen from now, that can be true. */
export function latestEnd(now: string): string {
  return new Date(Date.parse(now) + LONGEST_MS).toISOString();
}

/** Is the named right held by anybody? A holder that died counts until its time is over. */
export async function isLeaseHeld(reader: Reader, name: string, now: string): Promise<boolean> {
  return (
    (await reader.$count(
      leases,
      and(eq(leases.name, name), gt(leases.expiresAt, now), lte(leases.expiresAt, latestEnd(now))),
    )) > 0
  );
}
