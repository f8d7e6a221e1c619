import { findSessionHolder } from "#db/reads/sessions.ts";
import type { Reader } from "#db/open.ts";
import { isFactorFresh } from "#domain/account/session-life.ts";
import { FactorNeeded, SignInRefused } from "../accounts/errors.ts";
import { hasSecondFactor } from "../accounts/spend-code.ts";
import type { Context } from "../context.ts";
import { getSessionFacts } from "../accounts/session-facts.ts";

/**
 * Before the factors of an account change (ASVS 7.5.1): a fresh second factor; where there is none yet,
 * a password of the last five minutes. Throws FactorNeeded.
 */
export async function requireProof(reader: Reader, ctx: Context): Promise<void> {
  const { tokenHash, steppedUpAt } = getSessionFacts(ctx);
  const own = await findSessionHolder(reader, tokenHash);
  if (!own) throw SignInRefused.ofPending();
  const now = ctx.now().getTime();
  if (hasSecondFactor(own)) {
    if (!isFactorFresh(steppedUpAt, now)) throw FactorNeeded.ofStepUp();
    return;
  }
  if (!isFactorFresh(Date.parse(own.session.createdAt), now)) throw FactorNeeded.ofPassword();
}
