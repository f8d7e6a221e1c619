import { generateAuthenticationOptions } from "@simplewebauthn/server";
import type { PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/server";
import { z } from "zod";
import { findSessionHolder } from "#db/reads/sessions.ts";
import { listPasskeys } from "#db/reads/passkeys.ts";
import { writeTransaction } from "#db/transaction.ts";
import { refuse } from "#domain/handling/refusal.ts";
import { SignInRefused } from "../accounts/errors.ts";
import type { OpenedSession } from "../accounts/open-session.ts";
import { renewSession } from "../accounts/renew-session.ts";
import { getSessionFacts } from "../accounts/session-facts.ts";
import type { Context } from "../context.ts";
import { Refused } from "../errors.ts";
import { recordSecurityEvent } from "../security-events/record-event.ts";
import { makeChallenge } from "./challenge.ts";
import type { RelyingParty } from "./relying-party.ts";
import { AuthenticationResponse } from "./response.ts";
import { takeAnswer, verifyAnswer } from "./verify-answer.ts";

export const PasskeyStepUpInput = z.strictObject({ response: AuthenticationResponse });
export type PasskeyStepUpInput = z.infer<typeof PasskeyStepUpInput>;

/** Throws Refused where the person has no passkey. */
export async function startPasskeyStepUp(
  ctx: Context,
  party: RelyingParty,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const holder = getSessionFacts(ctx).tokenHash;
  const own = await listPasskeys(ctx.db, ctx.actor.id);
  if (own.length === 0) throw Refused.of(refuse("no_passkey"));
  const challenge = makeChallenge(ctx, { act: "step_up", holder });
  return await generateAuthenticationOptions({
    rpID: party.id,
    challenge: new Uint8Array(Buffer.from(challenge, "base64url")),
    userVerification: "required",
    allowCredentials: own.map(({ passkey }) => ({ id: passkey.id })),
  });
}

/** As a fresh code: five minutes in which the session may publish, withdraw and manage accounts. */
export async function stepUpWithPasskey(
  ctx: Context,
  party: RelyingParty,
  { response }: PasskeyStepUpInput,
): Promise<OpenedSession> {
  const { tokenHash } = getSessionFacts(ctx);
  const answer = await verifyAnswer(ctx, { party, use: { act: "step_up", holder: tokenHash } }, response);
  const result = await writeTransaction(ctx.db, async (tx): Promise<OpenedSession | Error> => {
    const own = await findSessionHolder(tx, tokenHash);
    if (!own) return SignInRefused.ofPending();
    if (answer && (await takeAnswer(tx, ctx, answer, ctx.actor.id))) return await renewSession(tx, ctx, own);
    const network = own.session.network ?? undefined;
    await recordSecurityEvent(tx, ctx, { kind: "code_refused", actorId: ctx.actor.id, network });
    return SignInRefused.ofPasskey();
  });
  if (result instanceof Error) throw result;
  return result;
}
