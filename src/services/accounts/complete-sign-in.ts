import { z } from "zod";
import { findSessionHolder } from "#db/reads/sessions.ts";
import { deleteSession } from "#db/writes/sessions.ts";
import { writeTransaction } from "#db/transaction.ts";
import { SignInRefused } from "./errors.ts";
import type { OpenedSession } from "./open-session.ts";
import { clientOf, openSession } from "./open-session.ts";
import { recordSecurityEvent } from "../security-events/record-event.ts";
import { recordSignIn } from "./record-session.ts";
import { hashSessionToken } from "./session-token.ts";
import type { Door } from "./sign-in.ts";
import { spendCode } from "./spend-code.ts";

export const FactorCode = z.string().trim().min(6, "请输入 6 位验证码，或一个恢复码").max(40, "验证码过长，请核对");

export const CompleteSignInInput = z.strictObject({
  pending: z.string().min(1).max(100),
  code: FactorCode,
});
export type CompleteSignInInput = z.infer<typeof CompleteSignInInput>;

/** The second step of signing in. Throws SignInRefused, TooManyAttempts. */
export async function completeSignIn(door: Door, { pending, code }: CompleteSignInInput): Promise<OpenedSession> {
  const now = door.now().getTime();
  const tokenHash = hashSessionToken(pending, "pending");
  const result = await writeTransaction(door.db, async (tx): Promise<OpenedSession | Error> => {
    const found = await findSessionHolder(tx, tokenHash);
    if (!found || found.actor.disabledAt !== null || Date.parse(found.session.expiresAt) <= now)
      return SignInRefused.ofPending();
    const actorId = found.actor.id;
    const spent = await spendCode(tx, door, found, code);
    if (!spent.ok) {
      await recordSecurityEvent(tx, door, { kind: "code_refused", actorId, network: door.address });
      return spent.error;
    }
    await deleteSession(tx, tokenHash);
    await recordSignIn(tx, door, actorId);
    return await openSession(tx, { actorId, now, steppedUp: true, client: clientOf(door) });
  });
  if (result instanceof Error) throw result;
  return result;
}
