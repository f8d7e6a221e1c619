import { and, eq, gt } from "drizzle-orm";
import type { Reader } from "../open.ts";
import { leases } from "../schema/operations.ts";

/** Is the named right held by anybody? A holder that died counts until its time is over. */
export async function isLeaseHeld(reader: Reader, name: string, now: string): Promise<boolean> {
  return (await reader.$count(leases, and(eq(leases.name, name), gt(leases.expiresAt, now)))) > 0;
}
