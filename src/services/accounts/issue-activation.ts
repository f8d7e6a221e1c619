import { putActivationCode } from "#db/writes/accounts.ts";
import type { Transaction } from "#db/open.ts";
import { ACTIVATION_LIFE } from "#domain/account/session-life.ts";
import type { Context } from "../context.ts";
import { digestCode, makeActivationCode } from "./one-time-code.ts";

/** To be handed over; shown this once. expiresAt is an instant. */
export type Activation = { readonly code: string; readonly expiresAt: string };

/** A new code for the account; the one before ends. */
export async function issueActivation(
  tx: Transaction,
  { now, keyring }: Pick<Context, "now" | "keyring">,
  actorId: string,
): Promise<Activation> {
  const code = makeActivationCode();
  const expiresAt = new Date(now().getTime() + ACTIVATION_LIFE).toISOString();
  await putActivationCode(tx, { hash: digestCode(keyring, code), actorId, expiresAt });
  return { code, expiresAt };
}
