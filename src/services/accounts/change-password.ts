import { z } from "zod";
import { findAccount } from "#db/reads/accounts.ts";
import { findSessionHolder } from "#db/reads/sessions.ts";
import { replacePasswordHash, updateAccount } from "#db/writes/accounts.ts";
import { deleteSessionsOf } from "#db/writes/sessions.ts";
import { writeTransaction } from "#db/transaction.ts";
import { CODE_DELAY, addFailure, toWait } from "#domain/account/delay.ts";
import { findPasswordFault } from "#domain/account/password.ts";
import { recordAudit } from "../audit.ts";
import type { Context } from "../context.ts";
import { Invalid, Stale } from "../errors.ts";
import { TooManyAttempts } from "./errors.ts";
import type { OpenedSession } from "./open-session.ts";
import { openSession } from "./open-session.ts";
import { listOwnWords } from "./own-words.ts";
import { hashPassword, verifyPassword } from "./password-hash.ts";
import { getSessionFacts } from "./session-facts.ts";
import { attemptsOf } from "./spend-code.ts";

export const ChangePasswordInput = z.strictObject({
  current: z.string().min(1, "请填写现在的密码").max(400),
  next: z.string().min(1, "请填写新密码").max(400),
});
export type ChangePasswordInput = z.infer<typeof ChangePasswordInput>;

const toStored = (ms: number) => new Date(ms).toISOString();

/** Counts the attempt before the password is looked at, as at sign-in: a session left open is no place to guess. */
async function reserve({ db, actor }: Context, now: number): Promise<void> {
  const wait = await writeTransaction(db, async (tx) => {
    const account = (await findAccount(tx, actor.id))?.account;
    if (!account) return 0;
    const left = toWait(attemptsOf(account), now);
    if (left > 0) return left;
    const { failures, delayedUntil } = addFailure(CODE_DELAY, attemptsOf(account), now);
    await updateAccount(tx, actor.id, { failures, delayedUntil: toStored(delayedUntil) });
    return 0;
  });
  if (wait > 0) throw new TooManyAttempts(wait);
}

/** A new password for oneself: every other session ends, this one gets a new token (ASVS 6.2.3, 7.4.3). */
export async function changePassword(ctx: Context, { current, next }: ChangePasswordInput): Promise<OpenedSession> {
  const session = getSessionFacts(ctx);
  const { db, actor } = ctx;
  const now = ctx.now().getTime();
  const account = (await findAccount(db, actor.id))?.account;
  const fault = findPasswordFault(next, await listOwnWords(db, { ...actor, login: account?.login ?? "" }));
  if (fault) throw new Invalid(fault, [{ path: "next", message: fault }]);
  await reserve(ctx, now);
  if (!account?.passwordHash || !(await verifyPassword(ctx.keyring, current, account.passwordHash))) {
    const message = "现在的密码不正确，请核对后再试";
    throw new Invalid(message, [{ path: "current", message }], "current_password_wrong");
  }
  const from = account.passwordHash;
  const to = await hashPassword(ctx.keyring, next);
  return await writeTransaction(db, async (tx) => {
    const own = await findSessionHolder(tx, session.tokenHash);
    if (!own || !(await replacePasswordHash(tx, actor.id, { from, to }))) throw new Stale();
    await updateAccount(tx, actor.id, { failures: 0, delayedUntil: null, passwordChangedAt: toStored(now) });
    await deleteSessionsOf(tx, actor.id);
    const object = `account:${actor.id}`;
    await recordAudit(tx, ctx, { action: "account.password", object, beforeHash: null, afterHash: null });
    const { expiresAt: until, network, browser } = own.session;
    return await openSession(tx, { actorId: actor.id, now, steppedUp: false, until, client: { network, browser } });
  });
}
