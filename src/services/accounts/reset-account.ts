import { replaceRecoveryCodes, updateAccount } from "#db/writes/accounts.ts";
import { deletePasskeysOf } from "#db/writes/passkeys.ts";
import { deleteAttempts, deleteSessionsOf } from "#db/writes/sessions.ts";
import type { Transaction } from "#db/open.ts";
import type { AccountHolder } from "#db/reads/accounts.ts";
import { refuse } from "#domain/handling/refusal.ts";
import type { Context } from "../context.ts";
import { Refused } from "../errors.ts";
import { loginKey } from "./attempts.ts";
import type { AccountRef } from "./change-account.ts";
import { changeAccountBy } from "./change-account.ts";
import type { NewAccount } from "./create-account.ts";
import type { Activation } from "./issue-activation.ts";
import { issueActivation } from "./issue-activation.ts";

/** Password, second factors, recovery codes and sessions of the account end. */
async function forget(tx: Transaction, { account }: AccountHolder): Promise<void> {
  const { actorId, login } = account;
  const nothing = { passwordHash: null, totpSecret: null, totpLastStep: 0, failures: 0, delayedUntil: null };
  await updateAccount(tx, actorId, nothing);
  await replaceRecoveryCodes(tx, actorId, []);
  await deletePasskeysOf(tx, actorId);
  await deleteSessionsOf(tx, actorId);
  await deleteAttempts(tx, loginKey(login));
}

/** Starts an account anew. The administrator hands over a code and never knows a password (ASVS 6.4.6). */
export async function resetAccount(ctx: Context, ref: AccountRef): Promise<NewAccount> {
  const issued: Activation[] = [];
  const holder = await changeAccountBy(ctx, "reset", ref, async (tx, found) => {
    if (found.actor.disabledAt !== null) throw Refused.of(refuse("account_disabled"));
    await forget(tx, found);
    // The transaction may run again when the database was busy: only the last code stands.
    issued.splice(0, 1, await issueActivation(tx, ctx, ref.id));
  });
  const [activation] = issued;
  if (!activation) throw new Error("No activation code was issued");
  return { holder, activation };
}
