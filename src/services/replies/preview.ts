import type { Reader, Transaction } from "#db/open.ts";
import { writeTransaction } from "#db/transaction.ts";
import { updateEdition, updateReply } from "#db/writes/replies.ts";
import { isPublicMode } from "#domain/disclosure/disclosure.ts";
import { refuse } from "#domain/handling/refusal.ts";
import type { PageLocals } from "#domain/view/page-view.ts";
import { NotPublishable } from "#release/errors.ts";
import { projectFrame } from "#release/project/project-frame.ts";
import { projectMotions } from "#release/project/project-motions.ts";
import { toCity } from "#release/views/city.ts";
import { shanghaiMinute } from "../clock.ts";
import type { Context } from "../context.ts";
import { Forbidden, Refused } from "../errors.ts";
import { takeIndexNumber } from "../index-number.ts";
import type { LoadedReply } from "./load-reply.ts";
import { getReply } from "./load-reply.ts";

/** Carries an answer out of a transaction that must leave nothing behind. */
class Undone<T> extends Error {
  readonly value: T;
  constructor(value: T) {
    super("undone");
    this.value = value;
  }
}

/** Writes what publishing would write, asks, and takes everything back. */
async function asIfPublished<T>(ctx: Context, id: string, ask: (tx: Transaction, reply: LoadedReply) => Promise<T>) {
  if (ctx.actor.role === "machine") throw new Forbidden();
  try {
    return await writeTransaction(ctx.db, async (tx): Promise<T> => {
      const loaded = await getReply(tx, ctx.actor, id);
      const { edition, disclosure, reply } = loaded;
      if (!edition || !disclosure || !reply) throw Refused.of(refuse("letter_incomplete"));
      if (!isPublicMode(disclosure.mode)) throw Refused.of(refuse("not_public"));
      const publishedAt = shanghaiMinute(ctx.now());
      await updateEdition(tx, id, edition.number, { publishedAt: edition.publishedAt ?? publishedAt });
      await updateReply(tx, id, {
        publication: "published",
        liveEdition: edition.number,
        firstPublishedAt: reply.firstPublishedAt ?? publishedAt,
        indexNumber: reply.indexNumber ?? (await takeIndexNumber(tx, publishedAt)),
      });
      throw new Undone(await ask(tx, loaded));
    });
  } catch (error) {
    if (error instanceof Undone) return error.value as T;
    throw error instanceof NotPublishable ? Refused.of(refuse("letter_incomplete")) : error;
  }
}

/**
 * The public page of the matter as it would be with this reply's present edition on it. Other units see theirs only.
 * Throws Refused where the letter is not complete or is not to be public.
 */
export async function previewReply(ctx: Context, id: string, origin: string): Promise<PageLocals> {
  return await asIfPublished(ctx, id, async (tx, { motion }) => {
    const frame = await projectFrame(tx);
    const { matters } = await projectMotions(tx, [motion.id], frame);
    const [found] = matters;
    if (!found) throw Refused.of(refuse("wrong_state"));
    const { matter } = found;
    const site = { ...toCity(frame, [], origin).site, latestYear: frame.years[0] ?? null };
    return { site, path: matter.path, view: { page: "matter", matter, related: [] } };
  });
}

/** What `plan` says of the city as it would be with this reply published. Throws as previewReply. */
export async function planPublication<T>(ctx: Context, id: string, plan: (reader: Reader) => Promise<T>): Promise<T> {
  return await asIfPublished(ctx, id, async (tx) => await plan(tx));
}
