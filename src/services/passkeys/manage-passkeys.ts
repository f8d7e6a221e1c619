import { z } from "zod";
import { findAccount } from "#db/reads/accounts.ts";
import type { VersionedPasskey } from "#db/reads/passkeys.ts";
import { findPasskey, listPasskeys as readPasskeys } from "#db/reads/passkeys.ts";
import { replaceRecoveryCodes } from "#db/writes/accounts.ts";
import { deletePasskey, renamePasskey as putName } from "#db/writes/passkeys.ts";
import { writeTransaction } from "#db/transaction.ts";
import type { Transaction } from "#db/open.ts";
import { needsSecondFactor } from "#domain/account/second-factor.ts";
import { refuse } from "#domain/handling/refusal.ts";
import { hasSecondFactor } from "../accounts/spend-code.ts";
import { recordAudit } from "../audit.ts";
import type { Context } from "../context.ts";
import { NotFound, Refused, Stale } from "../errors.ts";
import { hashOf } from "../hash.ts";
import type { Page } from "../page.ts";
import { toWholePage } from "../page.ts";
import { PasskeyName } from "./register-passkey.ts";
import { requireProof } from "./require-proof.ts";
import { getSessionFacts } from "../accounts/session-facts.ts";

export const PasskeyChange = z.strictObject({ name: PasskeyName });
export type PasskeyChange = z.infer<typeof PasskeyChange>;

export type PasskeyRef = { readonly id: string; readonly version: number };

/** One's own, first registered first; ten at most. */
export async function listPasskeys(ctx: Context): Promise<Page<VersionedPasskey>> {
  getSessionFacts(ctx);
  return toWholePage(await readPasskeys(ctx.db, ctx.actor.id));
}

async function getOwn(tx: Transaction, ctx: Context, { id, version }: PasskeyRef): Promise<VersionedPasskey> {
  const found = await findPasskey(tx, id);
  if (found?.passkey.actorId !== ctx.actor.id) throw new NotFound("这个通行密钥");
  if (found.version !== version) throw new Stale();
  return found;
}

/** Throws NotFound for another person's too. */
export async function renamePasskey(ctx: Context, ref: PasskeyRef, { name }: PasskeyChange): Promise<VersionedPasskey> {
  getSessionFacts(ctx);
  return await writeTransaction(ctx.db, async (tx) => {
    const { passkey, version } = await getOwn(tx, ctx, ref);
    await putName(tx, ref.id, name);
    const hashes = { beforeHash: hashOf(passkey.name), afterHash: hashOf(name) };
    await recordAudit(tx, ctx, { action: "passkey.rename", object: `passkey:${ref.id}`, ...hashes });
    return { passkey: { ...passkey, name }, version: version + 1 };
  });
}

/** The last factor stays where the role needs one; where it goes, so do the recovery codes, which are good for nothing then. */
export async function removePasskey(ctx: Context, ref: PasskeyRef): Promise<void> {
  getSessionFacts(ctx);
  await writeTransaction(ctx.db, async (tx) => {
    const { passkey } = await getOwn(tx, ctx, ref);
    await requireProof(tx, ctx);
    await deletePasskey(tx, ref.id);
    const left = await findAccount(tx, ctx.actor.id);
    if (left && !hasSecondFactor(left)) {
      if (needsSecondFactor(ctx.actor.role)) throw Refused.of(refuse("last_factor"));
      await replaceRecoveryCodes(tx, ctx.actor.id, []);
    }
    const event = { action: "passkey.remove", object: `passkey:${ref.id}`, afterHash: null };
    await recordAudit(tx, ctx, { ...event, beforeHash: hashOf(passkey) });
  });
}
