import type { OpinionRow } from "#db/reads/opinions.ts";
import { findOpinion } from "#db/reads/opinions.ts";
import type { Role } from "#domain/handling/actor.ts";
import { refuse } from "#domain/handling/refusal.ts";
import type { AssignmentChange, AssignmentOutcome, AssignmentRef } from "../assignments/change-assignment.ts";
import { changeAssignment } from "../assignments/change-assignment.ts";
import type { Context } from "../context.ts";
import { Refused } from "../errors.ts";
import { maySeeOpinion } from "./opinion-scope.ts";

type OpinionChange = AssignmentChange & { readonly opinion: OpinionRow | undefined };

/** A change of one joint unit's opinion, under the version of its assignment. */
export async function changeOpinion(
  ctx: Context,
  verb: { readonly action: string; readonly roles: readonly Role[] },
  ref: AssignmentRef,
  work: (change: OpinionChange) => Promise<AssignmentOutcome>,
): Promise<void> {
  const maySee: Parameters<typeof changeAssignment>[1]["maySee"] = async (reader, actor, { assignment }) =>
    await maySeeOpinion(reader, actor, assignment);
  await changeAssignment(ctx, { ...verb, maySee }, ref, async (change) => {
    const { role, state } = change.assignment;
    if (role !== "joint") throw Refused.of(refuse("opinion_not_joint"));
    if (state === "withdrawn" || state === "pre_assigned" || state === "objected") {
      throw Refused.of(refuse("wrong_state"));
    }
    return await work({ ...change, opinion: await findOpinion(change.tx, ref.id) });
  });
}
