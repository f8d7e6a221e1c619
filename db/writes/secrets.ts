import { eq } from "drizzle-orm";
import { keyCheckName } from "../reads/secrets.ts";
import type { Transaction } from "../open.ts";
import { activationCodes, recoveryCodes } from "../schema/accounts.ts";
import { apiKeys } from "../schema/actors.ts";
import { settings } from "../schema/operations.ts";

export async function putKeyCheck(tx: Transaction, id: string, value: string): Promise<void> {
  await tx
    .insert(settings)
    .values({ key: keyCheckName(id), value })
    .onConflictDoNothing();
}

export async function deleteKeyCheck(tx: Transaction, id: string): Promise<void> {
  await tx.delete(settings).where(eq(settings.key, keyCheckName(id)));
}

const TABLES = { activations: activationCodes, recoveries: recoveryCodes, keys: apiKeys };

/** The same code or key in another form. */
export async function replaceDigest(
  tx: Transaction,
  table: keyof typeof TABLES,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  const found = TABLES[table];
  await tx.update(found).set({ hash: to }).where(eq(found.hash, from));
}
