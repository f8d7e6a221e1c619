import { z } from "zod";
import { findSessionHolder } from "#db/reads/sessions.ts";
import { writeTransaction } from "#db/transaction.ts";
import type { Context } from "../context.ts";
import { FactorCode } from "./complete-sign-in.ts";
import { SignInRefused } from "./errors.ts";
import type { OpenedSession } from "./open-session.ts";
import { recordSecurityEvent } from "../security-events/record-event.ts";
import { renewSession } from "./renew-session.ts";
import { getSessionFacts } from "./session-facts.ts";
import { spendCode } from "./spend-code.ts";

export const StepUpInput = z.strictObject({ code: FactorCode });
export type StepUpInput = z.infer<typeof StepUpInput>;

/** A fresh code: for five minutes the session may publish, withdraw and manage accounts. Its token is a new one (ASVS 7.2.4). */
export async function stepUp(ctx: Context, { code }: StepUpInput): Promise<OpenedSession> {
  const session = getSessionFacts(ctx);
  const { actor, db } = ctx;
  const result = await writeTransaction(db, async (tx): Promise<OpenedSession | Error> => {
    const found = await findSessionHolder(tx, session.tokenHash);
    if (!found) return SignInRefused.ofPending();
    const spent = await spendCode(tx, ctx, found, code);
    if (!spent.ok) {
      const { network } = found.session;
      await recordSecurityEvent(tx, ctx, { kind: "code_refused", actorId: actor.id, network: network ?? undefined });
      return spent.error;
    }
    return await renewSession(tx, ctx, found);
  });
  if (result instanceof Error) throw result;
  return result;
}
