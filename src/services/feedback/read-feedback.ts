import type { FeedbackLinkRow, FeedbackRoundRow } from "#db/reads/feedback.ts";
import { listFeedbackLinks, listFeedbackRounds } from "#db/reads/feedback.ts";
import type { FeedbackAxis } from "#domain/campaign/feedback-presets.ts";
import { listDissatisfied } from "#domain/feedback/check-answers.ts";
import type { Context } from "../context.ts";
import { Forbidden } from "../errors.ts";
import { getReply } from "../replies/load-reply.ts";
import { getAxes } from "./file-round.ts";

export type FeedbackFile = {
  readonly id: string;
  readonly version: number;
  readonly axes: readonly FeedbackAxis[];
  readonly rounds: readonly FeedbackRoundRow[];
  readonly links: readonly Omit<FeedbackLinkRow, "tokenHash">[];
  /** 再次不满意: more than one round came back 不满意. */
  readonly dissatisfiedAgain: boolean;
};

/** Rounds and links of one assignment, for whoever may know of it. Throws NotFound for others. */
export async function readFeedback(ctx: Context, id: string): Promise<FeedbackFile> {
  if (ctx.actor.role === "machine") throw new Forbidden();
  const reply = await getReply(ctx.db, ctx.actor, id);
  const axes = getAxes(reply);
  const [rounds, links] = await Promise.all([listFeedbackRounds(ctx.db, id), listFeedbackLinks(ctx.db, id)]);
  const dissatisfied = rounds.filter((round) => listDissatisfied(axes, round.answers ?? {}).length > 0);
  const { version } = reply.assignment;
  return { id, version, axes, rounds, links, dissatisfiedAgain: dissatisfied.length > 1 };
}
