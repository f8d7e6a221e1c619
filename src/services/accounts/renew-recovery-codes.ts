import { replaceRecoveryCodes } from "#db/writes/accounts.ts";
import { findAccount } from "#db/reads/accounts.ts";
import { writeTransaction } from "#db/transaction.ts";
import { recordAudit } from "../audit.ts";
import type { Context } from "../context.ts";
import { FactorNeeded } from "./errors.ts";
import { digestCode, makeRecoveryCodes } from "./one-time-code.ts";
import { requireStepUp } from "./require-step-up.ts";
import { getSessionFacts } from "./session-facts.ts";
import { hasSecondFactor } from "./spend-code.ts";

/** Ten new codes, shown this once; those from before end. Throws FactorNeeded, Refused for keys. */
export async function renewRecoveryCodes(ctx: Context): Promise<readonly string[]> {
  getSessionFacts(ctx);
  requireStepUp(ctx);
  const codes = makeRecoveryCodes();
  const digests = codes.map((code) => digestCode(ctx.keyring, code));
  await writeTransaction(ctx.db, async (tx) => {
    const own = await findAccount(tx, ctx.actor.id);
    if (!own || !hasSecondFactor(own)) throw FactorNeeded.ofEnrolment();
    await replaceRecoveryCodes(tx, ctx.actor.id, digests);
    const object = `account:${ctx.actor.id}`;
    await recordAudit(tx, ctx, { action: "account.recovery_codes", object, beforeHash: null, afterHash: null });
  });
  return codes;
}
