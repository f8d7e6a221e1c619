import { z } from "zod";
import { findSessionHolder } from "#db/reads/sessions.ts";
import { deleteSession } from "#db/writes/sessions.ts";
import { writeTransaction } from "#db/transaction.ts";
import { refuse } from "#domain/handling/refusal.ts";
import type { Context } from "../context.ts";
import { Refused } from "../errors.ts";
import { FactorCode } from "./complete-sign-in.ts";
import { SignInRefused } from "./errors.ts";
import type { OpenedSession } from "./open-session.ts";
import { openSession } from "./open-session.ts";
import { recordSession } from "./record-session.ts";
import { spendCode } from "./spend-code.ts";

export const StepUpInput = z.strictObject({ code: FactorCode });
export type StepUpInput = z.infer<typeof StepUpInput>;

/** A fresh code: for five minutes the session may publish, withdraw and manage accounts. Its token is a new one (ASVS 7.2.4). */
export async function stepUp(ctx: Context, { code }: StepUpInput): Promise<OpenedSession> {
  const { session, actor, db } = ctx;
  if (!session) throw Refused.of(refuse("no_session"));
  const now = ctx.now().getTime();
  const result = await writeTransaction(db, async (tx): Promise<OpenedSession | Error> => {
    const found = await findSessionHolder(tx, session.tokenHash);
    if (!found) return SignInRefused.ofPending();
    const spent = await spendCode(tx, found.account, code, now);
    if (!spent.ok) {
      await recordSession(tx, ctx, "refuse", { actorId: actor.id, known: true });
      return spent.error;
    }
    await deleteSession(tx, session.tokenHash);
    await recordSession(tx, ctx, "step_up", { actorId: actor.id, known: true });
    return await openSession(tx, { actorId: actor.id, now, steppedUp: true, until: found.session.expiresAt });
  });
  if (result instanceof Error) throw result;
  return result;
}
