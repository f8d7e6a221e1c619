import { generateRegistrationOptions, verifyRegistrationResponse } from "@simplewebauthn/server";
import type { PublicKeyCredentialCreationOptionsJSON } from "@simplewebauthn/server";
import { z } from "zod";
import { countRecoveryCodes, findAccount } from "#db/reads/accounts.ts";
import type { VersionedPasskey } from "#db/reads/passkeys.ts";
import { findPasskey, listPasskeys } from "#db/reads/passkeys.ts";
import { replaceRecoveryCodes } from "#db/writes/accounts.ts";
import { insertPasskey } from "#db/writes/passkeys.ts";
import { writeTransaction } from "#db/transaction.ts";
import type { Transaction } from "#db/open.ts";
import { refuse } from "#domain/handling/refusal.ts";
import { digestCode, makeRecoveryCodes } from "../accounts/one-time-code.ts";
import { recordAudit } from "../audit.ts";
import type { Context } from "../context.ts";
import { Invalid, NotFound, Refused } from "../errors.ts";
import { hashOf } from "../hash.ts";
import { isOpenChallenge, makeChallenge, spendChallenge } from "./challenge.ts";
import type { RelyingParty } from "./relying-party.ts";
import { requireProof } from "./require-proof.ts";
import { RegistrationResponse, findChallenge } from "./response.ts";
import { getSessionFacts } from "../accounts/session-facts.ts";

/** As many as anybody carries. */
const MOST = 10;
/** EdDSA, ES256, RS256: what authenticators have (WebAuthn §5.8.5). */
const ALGORITHMS = [-8, -7, -257];

export const PasskeyName = z.string().trim().min(1, "请给通行密钥起个名称").max(40, "名称请控制在 40 字以内");
export const RegisterPasskeyInput = z.strictObject({ name: PasskeyName, response: RegistrationResponse });
export type RegisterPasskeyInput = z.infer<typeof RegisterPasskeyInput>;

export type Registered = VersionedPasskey & {
  /** Shown this once: where this is the first factor of the account. */
  readonly recoveryCodes: readonly string[];
};

/** Throws FactorNeeded where the person has not just proven to be it. */
export async function startPasskeyRegistration(
  ctx: Context,
  party: RelyingParty,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { tokenHash } = getSessionFacts(ctx);
  await requireProof(ctx.db, ctx);
  const account = (await findAccount(ctx.db, ctx.actor.id))?.account;
  if (!account) throw new NotFound("这个账号");
  const own = await listPasskeys(ctx.db, ctx.actor.id);
  if (own.length >= MOST) throw Refused.of(refuse("passkeys_full"));
  const challenge = makeChallenge(ctx, { act: "register", holder: tokenHash });
  return await generateRegistrationOptions({
    rpName: "回音",
    rpID: party.id,
    userID: new TextEncoder().encode(ctx.actor.id),
    userName: account.login,
    userDisplayName: ctx.actor.name,
    challenge: new Uint8Array(Buffer.from(challenge, "base64url")),
    attestationType: "none",
    excludeCredentials: own.map(({ passkey }) => ({ id: passkey.id })),
    authenticatorSelection: { residentKey: "preferred", userVerification: "required" },
    supportedAlgorithmIDs: ALGORITHMS,
  });
}

function refused(): Invalid {
  const message = "通行密钥没有登记成功，请重新登记；仍不成功的，请换一个设备或浏览器";
  return new Invalid(message, [{ path: "response", message }], "passkey_refused");
}

async function verify(ctx: Context, party: RelyingParty, response: RegistrationResponse) {
  const challenge = findChallenge(response.response.clientDataJSON);
  const use = { act: "register", holder: getSessionFacts(ctx).tokenHash } as const;
  if (challenge === undefined || !isOpenChallenge(ctx, challenge, use)) throw refused();
  const { clientDataJSON, attestationObject } = response.response;
  const { id, rawId, type } = response;
  // The library says no by throwing.
  const { registrationInfo } = await verifyRegistrationResponse({
    response: { id, rawId, type, clientExtensionResults: {}, response: { clientDataJSON, attestationObject } },
    expectedChallenge: challenge,
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    requireUserVerification: true,
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch(() => ({ registrationInfo: undefined }));
  if (!registrationInfo) throw refused();
  return { challenge, credential: registrationInfo.credential, backedUp: registrationInfo.credentialBackedUp };
}

/** The first factor of an account comes with recovery codes; later ones leave those as they are. */
async function giveRecoveryCodes(tx: Transaction, { keyring, actor }: Context): Promise<string[]> {
  if ((await countRecoveryCodes(tx, actor.id)) > 0) return [];
  const codes = makeRecoveryCodes();
  const digests = codes.map((code) => digestCode(keyring, code));
  await replaceRecoveryCodes(tx, actor.id, digests);
  return codes;
}

/** Takes what the authenticator made. Throws Invalid where it does not fit what was asked, or is registered already. */
export async function registerPasskey(
  ctx: Context,
  party: RelyingParty,
  { name, response }: RegisterPasskeyInput,
): Promise<Registered> {
  const { challenge, credential, backedUp } = await verify(ctx, party, response);
  const { id, counter } = credential;
  return await writeTransaction(ctx.db, async (tx) => {
    await requireProof(tx, ctx);
    if (!(await spendChallenge(tx, ctx, challenge))) throw refused();
    if ((await listPasskeys(tx, ctx.actor.id)).length >= MOST) throw Refused.of(refuse("passkeys_full"));
    const publicKey = Buffer.from(credential.publicKey).toString("base64url");
    const transports = response.response.transports;
    const row = { id, actorId: ctx.actor.id, name, publicKey, counter, transports, backedUp };
    if (!(await insertPasskey(tx, { ...row, createdAt: ctx.now().toISOString() }))) throw refused();
    const event = { action: "passkey.register", object: `passkey:${id}`, beforeHash: null, afterHash: hashOf(row) };
    await recordAudit(tx, ctx, event);
    const recoveryCodes = await giveRecoveryCodes(tx, ctx);
    const made = await findPasskey(tx, id);
    if (!made) throw new Error("The passkey just registered is not there");
    return { ...made, recoveryCodes };
  });
}
