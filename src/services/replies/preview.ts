import type { Reader } from "#db/open.ts";
import { withOverlay, type Overlay } from "#db/overlay.ts";
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
import { foreseeIndexNumber } from "../index-number.ts";
import type { LoadedReply } from "./load-reply.ts";
import { getReply } from "./load-reply.ts";

/** What publishing would write, of the rows that a release reads. Throws Refused where it could not. */
async function toOverlays(ctx: Context, { assignment, edition, disclosure, reply }: LoadedReply): Promise<Overlay[]> {
  if (!edition || !disclosure || !reply) throw Refused.of(refuse("letter_incomplete"));
  if (!isPublicMode(disclosure.mode)) throw Refused.of(refuse("not_public"));
  const now = shanghaiMinute(ctx.now());
  const publishedAt = edition.publishedAt ?? now;
  const firstPublishedAt = reply.firstPublishedAt ?? now;
  const { id } = assignment;
  return [
    { table: "editions", key: { assignment_id: id, number: edition.number }, set: { published_at: publishedAt } },
    {
      table: "replies",
      key: { assignment_id: id },
      set: {
        publication: "published",
        live_edition: edition.number,
        first_published_at: firstPublishedAt,
        index_number: reply.indexNumber ?? (await foreseeIndexNumber(ctx.db, now)),
      },
    },
    {
      table: "owed_replies",
      key: { assignment_id: id },
      set: { publication: "published", mode: disclosure.mode, published_at: firstPublishedAt },
    },
  ];
}

/** Asks of the city as it would be with this reply published; nothing is written, and nobody who writes waits. */
async function asIfPublished<T>(ctx: Context, id: string, ask: (reader: Reader, reply: LoadedReply) => Promise<T>) {
  if (ctx.actor.role === "machine") throw new Forbidden();
  const loaded = await getReply(ctx.db, ctx.actor, id);
  const overlays = await toOverlays(ctx, loaded);
  try {
    return await withOverlay(ctx.db, loaded.motion.id, overlays, async (reader) => await ask(reader, loaded));
  } catch (error) {
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
    return { site, path: matter.path, view: { page: "matter", matter, thread: [], related: [], documents: [] } };
  });
}

/** What `plan` says of the city as it would be with this reply published. Throws as previewReply. */
export async function planPublication<T>(ctx: Context, id: string, plan: (reader: Reader) => Promise<T>): Promise<T> {
  return await asIfPublished(ctx, id, async (tx) => await plan(tx));
}
