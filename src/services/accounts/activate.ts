import { z } from "zod";
import { findActivation } from "#db/reads/accounts.ts";
import { replaceRecoveryCodes, takeTotpStep, updateAccount, useActivationCode } from "#db/writes/accounts.ts";
import { deleteSessionsOf } from "#db/writes/sessions.ts";
import { writeTransaction } from "#db/transaction.ts";
import type { Reader, Transaction } from "#db/open.ts";
import { findPasswordFault } from "#domain/account/password.ts";
import { needsSecondFactor } from "#domain/account/second-factor.ts";
import type { Actor } from "#domain/handling/actor.ts";
import { recordAudit } from "../audit.ts";
import { Invalid } from "../errors.ts";
import { openText } from "../secrets/sealed-text.ts";
import { SignInRefused } from "./errors.ts";
import { digestCode, listCodeDigests, makeRecoveryCodes } from "./one-time-code.ts";
import type { OpenedSession } from "./open-session.ts";
import { clientOf, openSession } from "./open-session.ts";
import { recordEntry } from "./record-session.ts";
import { listOwnWords } from "./own-words.ts";
import { hashPassword } from "./password-hash.ts";
import type { Door } from "./sign-in.ts";
import { findTotpStep } from "./totp.ts";

export const ActivationCode = z.string().trim().min(1, "请填写激活码").max(60, "激活码过长，请核对");

export const ActivateInput = z.strictObject({
  code: ActivationCode,
  password: z.string().min(1, "请设置密码").max(400, "密码过长，请缩短"),
  /** From the app that took the secret of prepareActivation; may be left out where the role does not need it. */
  totp: z
    .string()
    .trim()
    .regex(/^\d{6}$/, "动态口令的验证码为 6 位数字")
    .optional(),
});
export type ActivateInput = z.infer<typeof ActivateInput>;

export type Activated = OpenedSession & {
  /** Shown this once; empty where no second factor was enrolled. */
  readonly recoveryCodes: readonly string[];
};

export type OpenActivation = NonNullable<Awaited<ReturnType<typeof findActivation>>>;

/** The activation that a code opens now. Throws SignInRefused, one for all reasons. */
export async function getActivation(
  reader: Reader,
  { keyring, now }: Pick<Door, "keyring" | "now">,
  code: string,
): Promise<OpenActivation> {
  const found = await findActivation(reader, listCodeDigests(keyring, code));
  const isOpen = found && found.activation.usedAt === null && found.activation.expiresAt > now().toISOString();
  if (!isOpen || found.actor.disabledAt !== null) throw SignInRefused.ofActivation();
  return found;
}

function invalid(path: string, message: string): Invalid {
  return new Invalid(message, [{ path, message }]);
}

/** Proves that the app has the secret; true where a second factor is enrolled from now on. */
async function enrol(tx: Transaction, door: Door, { account, actor }: OpenActivation, totp: string | undefined) {
  if (totp === undefined) {
    if (needsSecondFactor(actor.role)) throw invalid("totp", "这个角色必须登记动态口令，请输入验证器显示的 6 位验证码");
    return false;
  }
  const secret = account.totpSecret === null ? undefined : openText(door.keyring, actor.id, account.totpSecret);
  const step = secret === undefined ? undefined : findTotpStep(secret, totp, door.now().getTime());
  if (step === undefined || !(await takeTotpStep(tx, actor.id, step)))
    throw invalid("totp", "验证码不正确，请核对手机时间后输入新的验证码");
  return true;
}

/** The holder's first act: password, second factor, recovery codes, session. The code is used up only where all of it succeeds. */
export async function activate(door: Door, { code, password, totp }: ActivateInput): Promise<Activated> {
  const at = door.now();
  const { actor, account } = await getActivation(door.db, door, code);
  const fault = findPasswordFault(password, await listOwnWords(door.db, { ...actor, login: account.login }));
  if (fault) throw invalid("password", fault);
  const passwordHash = await hashPassword(door.keyring, password);
  return await writeTransaction(door.db, async (tx) => {
    const open = await getActivation(tx, door, code);
    const enrolled = await enrol(tx, door, open, totp);
    const stored = at.toISOString();
    if (!(await useActivationCode(tx, open.activation.hash, stored))) throw SignInRefused.ofActivation();
    const factor = enrolled ? {} : { totpSecret: null, totpLastStep: 0 };
    const fresh = { passwordHash, passwordChangedAt: stored, failures: 0, delayedUntil: null };
    await updateAccount(tx, actor.id, { ...fresh, ...factor });
    const recoveryCodes = enrolled ? makeRecoveryCodes() : [];
    const digests = recoveryCodes.map((item) => digestCode(door.keyring, item));
    await replaceRecoveryCodes(tx, actor.id, digests);
    await deleteSessionsOf(tx, actor.id);
    const { id, name, role, unitCode } = open.actor satisfies Omit<Actor, "duty">;
    const ctx = { ...door, actor: { id, name, role, unitCode } };
    const event = { action: "account.activate", object: `account:${id}`, beforeHash: null, afterHash: null };
    await recordAudit(tx, ctx, event);
    await recordEntry(tx, door, id);
    const client = clientOf(door);
    const opened = await openSession(tx, { actorId: id, now: at.getTime(), steppedUp: enrolled, client });
    return { ...opened, recoveryCodes };
  });
}
