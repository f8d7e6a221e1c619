import { z } from "zod";
import { updateAccount } from "#db/writes/accounts.ts";
import { writeTransaction } from "#db/transaction.ts";
import { UNPROVEN, needsSecondFactor } from "#domain/account/second-factor.ts";
import type { Role } from "#domain/handling/actor.ts";
import { recordAudit } from "../audit.ts";
import { sealText } from "../secrets/sealed-text.ts";
import { ActivationCode, getActivation } from "./activate.ts";
import { makeTotpSecret } from "./one-time-code.ts";
import type { Door } from "./sign-in.ts";
import { toTotpUri } from "./totp.ts";

export const PrepareActivationInput = z.strictObject({ code: ActivationCode });
export type PrepareActivationInput = z.infer<typeof PrepareActivationInput>;

export type Enrolment = {
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly secondFactorRequired: boolean;
  /** Base32, for typing; and the same for a QR code. */
  readonly secret: string;
  readonly uri: string;
  /** Until when the activation code is good. */
  readonly expiresAt: string;
};

/** Shows the holder of an activation code whose it is, with a new TOTP secret; the secret counts once activate has proven it. */
export async function prepareActivation(door: Door, { code }: PrepareActivationInput): Promise<Enrolment> {
  return await writeTransaction(door.db, async (tx) => {
    const { actor, account, activation } = await getActivation(tx, door, code);
    const secret = makeTotpSecret();
    await updateAccount(tx, actor.id, { totpSecret: sealText(door.keyring, actor.id, secret), totpLastStep: UNPROVEN });
    const { id, name, role, unitCode } = actor;
    const ctx = { ...door, actor: { id, name, role, unitCode } };
    const event = { action: "account.enrol", object: `account:${id}`, beforeHash: null, afterHash: null };
    await recordAudit(tx, ctx, event);
    const { login } = account;
    const uri = toTotpUri(secret, login);
    const secondFactorRequired = needsSecondFactor(role);
    return { login, name, role, secondFactorRequired, secret, uri, expiresAt: activation.expiresAt };
  });
}
