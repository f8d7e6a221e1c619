import type { CommitmentCandidate } from "#domain/commitment/suggest-commitments.ts";
import { suggestCommitments } from "#domain/commitment/suggest-commitments.ts";
import { shanghaiDate } from "../clock.ts";
import type { Context } from "../context.ts";
import { Forbidden } from "../errors.ts";
import { getReply } from "../replies/load-reply.ts";

export type Suggestions = { readonly edition: number | null; readonly candidates: readonly CommitmentCandidate[] };

/** Sentences of the letter that sound like promises; times without a year are read in the year of the letter. */
export async function suggestForReply(ctx: Context, id: string): Promise<Suggestions> {
  if (ctx.actor.role === "machine") throw new Forbidden();
  const { edition } = await getReply(ctx.db, ctx.actor, id);
  if (!edition) return { edition: null, candidates: [] };
  const year = Number((edition.signedOn ?? shanghaiDate(ctx.now())).slice(0, 4));
  return { edition: edition.number, candidates: suggestCommitments(edition.body, year) };
}
