import { readActorNames } from "#db/reads/accounts.ts";
import { listReviewsOf } from "#db/reads/aftercare-lists.ts";
import { listReasonsOfReturns } from "#db/reads/return-reasons.ts";
import { listFollowUps, listReturns, listWithdrawals } from "#db/reads/reply-history.ts";
import { listAnswers, listAsks } from "#db/reads/answers.ts";
import type { EditionRow } from "#db/reads/reply-record.ts";
import { listEditions } from "#db/reads/reply-record.ts";
import { findScheme } from "#db/reads/schemes.ts";
import type { Answer, Ask } from "#domain/reply/answer-map.ts";
import type { SchemeClass } from "#domain/scheme/scheme.ts";
import type { Context } from "../context.ts";
import { Forbidden } from "../errors.ts";
import type { AllowedVerb } from "./allowed-verbs.ts";
import { listAllowedVerbs } from "./allowed-verbs.ts";
import type { LoadedReply } from "./load-reply.ts";
import { getReply } from "./load-reply.ts";

type ReturnRow = Awaited<ReturnType<typeof listReturns>>[number];

export type ReplyFile = LoadedReply & {
  readonly editions: readonly EditionRow[];
  readonly returns: readonly (ReturnRow & {
    readonly reasons: readonly { readonly code: string; readonly text: string }[];
  })[];
  readonly reviews: Awaited<ReturnType<typeof listReviewsOf>>;
  readonly withdrawals: Awaited<ReturnType<typeof listWithdrawals>>;
  readonly followUps: Awaited<ReturnType<typeof listFollowUps>>;
  /** The classes that the letter may carry. */
  readonly classes: readonly SchemeClass[];
  readonly asks: readonly Ask[];
  readonly answers: readonly Answer[];
  readonly verbs: readonly AllowedVerb[];
  /** Names by actor id. */
  readonly names: ReadonlyMap<string, string>;
};

/**
 * Everything about one reply, for whoever may know of it; reasons of returns and withdrawals included, because a unit
 * reads only its own. Throws NotFound for others. The version is read first: should someone change the reply meanwhile,
 * the caller holds an older version, and its change is refused rather than theirs lost. `changed`: as a verb of the caller's
 * left it just now.
 */
export async function readReply(ctx: Context, id: string, changed?: LoadedReply): Promise<ReplyFile> {
  if (ctx.actor.role === "machine") throw new Forbidden();
  const reply = changed ?? (await getReply(ctx.db, ctx.actor, id));
  const [editions, returns, reasons, reviews, withdrawals, followUps, names, scheme, asks, answers] = await Promise.all(
    [
      listEditions(ctx.db, id),
      listReturns(ctx.db, id),
      listReasonsOfReturns(ctx.db, id),
      listReviewsOf(ctx.db, id),
      listWithdrawals(ctx.db, id),
      listFollowUps(ctx.db, id),
      readActorNames(ctx.db),
      findScheme(ctx.db, reply.campaignKind.schemeId),
      listAsks(ctx.db, reply.motion.id),
      listAnswers(ctx.db, id, reply.edition?.number ?? 1),
    ],
  );
  const verbs = listAllowedVerbs(ctx.actor, reply);
  return {
    ...reply,
    editions,
    returns: returns.map((row) => ({
      ...row,
      reasons: reasons.filter((item) => item.edition === row.edition && item.seq === row.seq),
    })),
    reviews,
    withdrawals,
    followUps,
    names,
    verbs,
    asks,
    answers,
    classes: scheme?.classes ?? [],
  };
}
