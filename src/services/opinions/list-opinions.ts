import { readActorNames } from "#db/reads/accounts.ts";
import { listParts } from "#db/reads/assignments.ts";
import { findMotion } from "#db/reads/motions.ts";
import type { JointPart } from "#db/reads/opinions.ts";
import { findJointPart, listJointParts } from "#db/reads/opinions.ts";
import { isPast } from "#domain/assignment/clocks.ts";
import { shanghaiDate } from "../clock.ts";
import type { Context } from "../context.ts";
import { Forbidden, NotFound } from "../errors.ts";
import type { Page } from "../page.ts";
import { toWholePage } from "../page.ts";
import { maySeeOpinion } from "./opinion-scope.ts";

export type OpinionView = JointPart & {
  /** Given late, or not yet given and past its day. */
  readonly late: boolean;
  readonly names: ReadonlyMap<string, string>;
};

function toView(ctx: Context, part: JointPart, names: ReadonlyMap<string, string>): OpinionView {
  const { state, dueOn = null, givenAt = null } = part.opinion ?? {};
  const day = givenAt === null ? ctx.now() : new Date(givenAt);
  return { ...part, names, late: state !== "waived" && isPast(dueOn, shanghaiDate(day)) };
}

/** Throws NotFound where it is not there, not a joint unit's, or not for this actor. */
export async function getOpinion(ctx: Context, id: string): Promise<OpinionView> {
  const part = await findJointPart(ctx.db, id);
  if (part?.assignment.role !== "joint" || !(await maySeeOpinion(ctx.db, ctx.actor, part.assignment))) {
    throw new NotFound("这项会办");
  }
  return toView(ctx, part, await readActorNames(ctx.db));
}

/**
 * The opinions of a motion that the actor may see: all for who leads or oversees, its own for a joint unit.
 * Throws NotFound where the motion is not there or the unit has no part in it.
 */
export async function listOpinions(ctx: Context, motionId: string): Promise<Page<OpinionView>> {
  const { role, unitCode } = ctx.actor;
  if (role === "admin" || role === "machine") throw new Forbidden();
  const active = (await listParts(ctx.db, motionId)).filter((part) => part.state !== "withdrawn");
  const own = active.find((part) => part.unitCode === unitCode);
  const found = unitCode === null ? await findMotion(ctx.db, motionId) : own;
  if (!found) throw new NotFound("这件建议提案");
  const parts = await listJointParts(ctx.db, motionId);
  const seen = own?.role === "joint" ? parts.filter((part) => part.assignment.id === own.id) : parts;
  const names = await readActorNames(ctx.db);
  return toWholePage(seen.map((part) => toView(ctx, part, names)));
}
