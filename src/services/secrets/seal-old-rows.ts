import { listUnsealed } from "#db/reads/secrets.ts";
import { updateAccount } from "#db/writes/accounts.ts";
import { replaceDigest } from "#db/writes/secrets.ts";
import { writeTransaction } from "#db/transaction.ts";
import type { Transaction } from "#db/open.ts";
import { addPepper } from "../accounts/password-hash.ts";
import { recordAudit } from "../audit.ts";
import type { Context } from "../context.ts";
import { Forbidden } from "../errors.ts";
import type { Keyring } from "./keyring.ts";
import { toKeyedDigest } from "./keyring.ts";
import { openText, sealText } from "./sealed-text.ts";

type Unsealed = Awaited<ReturnType<typeof listUnsealed>>;

async function sealAccount(tx: Transaction, keyring: Keyring, row: Unsealed["accounts"][number]): Promise<void> {
  const { actorId, passwordHash, totpSecret } = row;
  await updateAccount(tx, actorId, {
    passwordHash: passwordHash === null ? null : addPepper(keyring, passwordHash),
    totpSecret: totpSecret === null ? null : sealText(keyring, actorId, openText(keyring, actorId, totpSecret)),
  });
}

async function sealDigests(tx: Transaction, keyring: Keyring, { activations, recoveries, keys }: Unsealed) {
  const tables = { activations, recoveries, keys };
  for (const table of ["activations", "recoveries", "keys"] as const) {
    for (const { hash } of tables[table]) {
      const to = toKeyedDigest(keyring, table === "keys" ? "api-key" : "code", hash);
      await replaceDigest(tx, table, { from: hash, to });
    }
  }
}

/**
 * At the start: what was stored before there were keys gets the present one, and so do secrets of apps under an older one.
 * Passwords and keys under an older one follow at their next use; nobody has to do anything. Gives the number of rows.
 */
export async function sealOldRows(ctx: Context): Promise<number> {
  if (ctx.actor.role !== "admin" || ctx.session) throw new Forbidden();
  const { keyring } = ctx;
  const countOf = (found: Unsealed) => Object.values(found).reduce((sum, rows) => sum + rows.length, 0);
  if (countOf(await listUnsealed(ctx.db, keyring.current.id)) === 0) return 0;
  return await writeTransaction(ctx.db, async (tx) => {
    const found = await listUnsealed(tx, keyring.current.id);
    for (const row of found.accounts) await sealAccount(tx, keyring, row);
    await sealDigests(tx, keyring, found);
    const object = `keyring:${keyring.current.id}`;
    await recordAudit(tx, ctx, { action: "keyring.seal", object, beforeHash: null, afterHash: null });
    return countOf(found);
  });
}
