import type { KeyRow } from "#db/reads/accounts.ts";
import { findKey } from "#db/reads/accounts.ts";
import { revokeApiKey } from "#db/writes/accounts.ts";
import { writeTransaction } from "#db/transaction.ts";
import { refuse } from "#domain/handling/refusal.ts";
import { recordAudit } from "../audit.ts";
import type { Context } from "../context.ts";
import { Forbidden, NotFound, Refused, Stale } from "../errors.ts";
import { requireStepUp } from "./require-step-up.ts";

/** Ends an API key from the next request on. */
export async function revokeKey(
  ctx: Context,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<KeyRow> {
  if (ctx.actor.role !== "admin") throw new Forbidden();
  requireStepUp(ctx);
  return await writeTransaction(ctx.db, async (tx) => {
    const found = await findKey(tx, id);
    if (!found) throw new NotFound("这个访问密钥");
    if (found.version !== version) throw new Stale();
    if (found.key.revokedAt !== null) throw Refused.of(refuse("key_revoked"));
    await revokeApiKey(tx, id, ctx.now().toISOString());
    await recordAudit(tx, ctx, { action: "key.revoke", object: `key:${id}`, beforeHash: null, afterHash: null });
    return (await findKey(tx, id)) ?? found;
  });
}
