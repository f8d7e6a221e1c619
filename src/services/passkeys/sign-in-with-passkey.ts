import { generateAuthenticationOptions } from "@simplewebauthn/server";
import type { PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/server";
import { z } from "zod";
import { findSessionHolder } from "#db/reads/sessions.ts";
import { listPasskeys } from "#db/reads/passkeys.ts";
import { deleteSession } from "#db/writes/sessions.ts";
import { writeTransaction } from "#db/transaction.ts";
import type { Reader, Transaction } from "#db/open.ts";
import { forgiveAttempt, reserveAttempt } from "../accounts/attempts.ts";
import { SignInRefused } from "../accounts/errors.ts";
import type { OpenedSession } from "../accounts/open-session.ts";
import { clientOf, openSession } from "../accounts/open-session.ts";
import { recordSignIn } from "../accounts/record-session.ts";
import { hashSessionToken } from "../accounts/session-token.ts";
import type { Door } from "../accounts/sign-in.ts";
import { recordSecurityEvent } from "../security-events/record-event.ts";
import { makeChallenge } from "./challenge.ts";
import type { RelyingParty } from "./relying-party.ts";
import { AuthenticationResponse } from "./response.ts";
import { takeAnswer, verifyAnswer } from "./verify-answer.ts";

/** From the password step; absent: the passkey alone, which is something one has and a finger or PIN in one. */
const Pending = z.string().min(1).max(100).optional();

export const PasskeyOptionsInput = z.strictObject({ pending: Pending });
export type PasskeyOptionsInput = z.infer<typeof PasskeyOptionsInput>;

export const PasskeySignInInput = z.strictObject({ pending: Pending, response: AuthenticationResponse });
export type PasskeySignInInput = z.infer<typeof PasskeySignInInput>;

const NOBODY = "";
const holderOf = (pending: string | undefined) =>
  pending === undefined ? NOBODY : hashSessionToken(pending, "pending");

/** Who gave the password before; undefined: nobody had to. Throws SignInRefused where that is too long ago. */
async function findPending(reader: Reader, door: Door, pending: string | undefined): Promise<string | undefined> {
  if (pending === undefined) return undefined;
  const found = await findSessionHolder(reader, holderOf(pending));
  const isOpen = found && found.session.expiresAt > door.now().toISOString() && found.actor.disabledAt === null;
  if (!isOpen) throw SignInRefused.ofPending();
  return found.actor.id;
}

/** Of what the browser asks the authenticator. Before a password nobody's keys are named. */
export async function startPasskeySignIn(
  door: Door,
  party: RelyingParty,
  { pending }: PasskeyOptionsInput,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const actorId = await findPending(door.db, door, pending);
  const own = actorId === undefined ? [] : await listPasskeys(door.db, actorId);
  const challenge = makeChallenge(door, { act: "sign_in", holder: holderOf(pending) });
  return await generateAuthenticationOptions({
    rpID: party.id,
    challenge: new Uint8Array(Buffer.from(challenge, "base64url")),
    userVerification: "required",
    allowCredentials: own.map(({ passkey }) => ({ id: passkey.id })),
  });
}

async function refuse(tx: Transaction, door: Door, actorId: string | undefined): Promise<SignInRefused> {
  await recordSecurityEvent(tx, door, { kind: "code_refused", actorId, network: door.address });
  return SignInRefused.ofPasskey();
}

/** Ends with a session whose second factor is fresh. Throws SignInRefused, TooManyAttempts. */
export async function signInWithPasskey(
  door: Door,
  party: RelyingParty,
  { pending, response }: PasskeySignInInput,
): Promise<OpenedSession> {
  const now = door.now().getTime();
  const holder = holderOf(pending);
  const attempt = { login: undefined, address: door.address };
  await reserveAttempt(door.db, attempt, now);
  const answer = await verifyAnswer(door, { party, use: { act: "sign_in", holder } }, response);
  const result = await writeTransaction(door.db, async (tx): Promise<OpenedSession | Error> => {
    const expected = await findPending(tx, door, pending);
    const found = answer && (await takeAnswer(tx, door, answer, expected));
    if (!found) return await refuse(tx, door, expected ?? answer?.passkey.actorId);
    await forgiveAttempt(tx, attempt, now);
    if (pending !== undefined) await deleteSession(tx, holder);
    const actorId = found.actor.id;
    await recordSignIn(tx, door, actorId);
    return await openSession(tx, { actorId, now, steppedUp: true, client: clientOf(door) });
  });
  if (result instanceof Error) throw result;
  return result;
}
