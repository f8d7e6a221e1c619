import { listOfficeLines } from "#db/reads/gate-context.ts";
import { findScheme } from "#db/reads/schemes.ts";
import type { MotionToMatch } from "#domain/gate/letter-to-check.ts";
import type { Scheme } from "#domain/scheme/scheme.ts";
import type { Context } from "../context.ts";
import { Forbidden } from "../errors.ts";
import { getReply } from "../replies/load-reply.ts";

/** What the gate needs while somebody types: only the reply's own motion, because a unit knows of no other. */
export type Gate = {
  readonly scheme: Scheme;
  readonly motion: MotionToMatch;
  readonly officeLines: readonly string[];
};

/** Throws NotFound where the reply is not there or not the actor's. */
export async function readGate(ctx: Context, id: string): Promise<Gate> {
  if (ctx.actor.role === "machine") throw new Forbidden();
  const { campaignKind, motion } = await getReply(ctx.db, ctx.actor, id);
  const scheme = await findScheme(ctx.db, campaignKind.schemeId);
  if (!scheme) throw new Error(`Failed to read the gate: scheme ${campaignKind.schemeId} is missing`);
  const { kind, number, betweenSessions, title } = motion;
  return { scheme, motion: { kind, number, betweenSessions, title }, officeLines: await listOfficeLines(ctx.db) };
}
