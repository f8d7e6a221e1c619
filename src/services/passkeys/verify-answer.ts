import { verifyAuthenticationResponse } from "@simplewebauthn/server";
import { findAccount } from "#db/reads/accounts.ts";
import type { AccountHolder } from "#db/reads/accounts.ts";
import { findPasskey } from "#db/reads/passkeys.ts";
import type { PasskeyRow } from "#db/reads/passkeys.ts";
import { usePasskey } from "#db/writes/passkeys.ts";
import type { Transaction } from "#db/open.ts";
import type { Context } from "../context.ts";
import { recordSecurityEvent } from "../security-events/record-event.ts";
import type { ChallengeUse } from "./challenge.ts";
import { isOpenChallenge, spendChallenge } from "./challenge.ts";
import type { RelyingParty } from "./relying-party.ts";
import type { AuthenticationResponse } from "./response.ts";
import { findChallenge } from "./response.ts";

type Means = Pick<Context, "db" | "now" | "keyring">;

/** An answer whose signature is right; whether it still counts, takeAnswer says inside the transaction. */
export type Answer = {
  readonly passkey: PasskeyRow;
  readonly challenge: string;
  readonly counter: number;
  readonly backedUp: boolean;
};

type Question = { readonly party: RelyingParty; readonly use: ChallengeUse };

async function check(passkey: PasskeyRow, challenge: string, party: RelyingParty, response: AuthenticationResponse) {
  const { userHandle, ...rest } = response.response;
  const { id, rawId, type } = response;
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: {
      id,
      rawId,
      type,
      clientExtensionResults: {},
      response: { ...rest, ...(userHandle ? { userHandle } : {}) },
    },
    expectedChallenge: challenge,
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    requireUserVerification: true,
    // The counter is compared inside the transaction, where two at once cannot both pass.
    credential: { id: passkey.id, publicKey: new Uint8Array(Buffer.from(passkey.publicKey, "base64url")), counter: 0 },
  });
  return verified ? authenticationInfo : undefined;
}

/** Undefined: whatever is wrong with it, the answer to the caller is one. */
export async function verifyAnswer(
  means: Means,
  { party, use }: Question,
  response: AuthenticationResponse,
): Promise<Answer | undefined> {
  const challenge = findChallenge(response.response.clientDataJSON);
  if (challenge === undefined || !isOpenChallenge(means, challenge, use)) return undefined;
  const passkey = (await findPasskey(means.db, response.id))?.passkey;
  if (!passkey) return undefined;
  // The library says no by throwing.
  const info = await check(passkey, challenge, party, response).catch(() => undefined);
  return info && { passkey, challenge, counter: info.newCounter, backedUp: info.credentialBackedUp };
}

/**
 * The account that the answer proves, its challenge and count used up; undefined where they were used before,
 * or the account is another or disabled. A count that goes back says that the key was copied (WebAuthn §6.1.1).
 */
export async function takeAnswer(
  tx: Transaction,
  means: Pick<Context, "now">,
  { passkey, challenge, counter, backedUp }: Answer,
  actorId?: string,
): Promise<AccountHolder | undefined> {
  if (actorId !== undefined && passkey.actorId !== actorId) return undefined;
  const holder = await findAccount(tx, passkey.actorId);
  if (!holder || holder.actor.disabledAt !== null || holder.account.passwordHash === null) return undefined;
  if (!(await spendChallenge(tx, means, challenge))) return undefined;
  const lastUsedAt = means.now().toISOString();
  if (await usePasskey(tx, passkey.id, { counter, backedUp, lastUsedAt })) return holder;
  await recordSecurityEvent(tx, means, { kind: "passkey_copied", actorId: passkey.actorId });
  return undefined;
}
