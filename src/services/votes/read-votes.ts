import type { VoteRow } from "#db/reads/votes.ts";
import { findMotionUnits, listVotes } from "#db/reads/votes.ts";
import { maySeeAssignment } from "#domain/handling/scope.ts";
import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";

/** Votes on one motion with the motion's version. Throws NotFound where the actor's unit has no part in it. */
export async function readVotes(ctx: Context, id: string): Promise<{ version: number; votes: readonly VoteRow[] }> {
  const found = await findMotionUnits(ctx.db, id);
  const isMine = found?.units.some((unit) => maySeeAssignment(ctx.actor, unit)) ?? false;
  const seesAll = ctx.actor.role === "office" || ctx.actor.role === "admin" || ctx.actor.role === "supervisor";
  if (!found || !(isMine || seesAll)) throw new NotFound("这件建议提案");
  return { version: found.motion.version, votes: await listVotes(ctx.db, id) };
}
