import { readActorNames } from "#db/reads/accounts.ts";
import type { FollowUpReturnRow, FollowUpRow, OutcomeRow } from "#db/reads/follow-ups.ts";
import { listFollowUpReturns, listOutcomes } from "#db/reads/follow-ups.ts";
import { listFollowUps } from "#db/reads/reply-history.ts";
import type { Context } from "../context.ts";
import { Forbidden } from "../errors.ts";
import { getReply } from "../replies/load-reply.ts";

export type FollowUpFile = {
  readonly id: string;
  readonly version: number;
  readonly followUps: readonly FollowUpRow[];
  readonly outcomes: readonly OutcomeRow[];
  readonly returns: readonly FollowUpReturnRow[];
  readonly names: ReadonlyMap<string, string>;
};

/** Follow-ups and the series of classes of one reply. Throws NotFound for whoever may not know of it. */
export async function readFollowUps(ctx: Context, id: string): Promise<FollowUpFile> {
  if (ctx.actor.role === "machine") throw new Forbidden();
  const { assignment } = await getReply(ctx.db, ctx.actor, id);
  const [followUps, outcomes, returns, names] = await Promise.all([
    listFollowUps(ctx.db, id),
    listOutcomes(ctx.db, id),
    listFollowUpReturns(ctx.db, id),
    readActorNames(ctx.db),
  ]);
  return { id, version: assignment.version, followUps, outcomes, returns, names };
}
