import type { Database, Reader } from "#db/open.ts";
import { writeTransaction } from "#db/transaction.ts";
import { findFeedbackLink } from "#db/reads/feedback.ts";
import type { FeedbackRoundRow } from "#db/reads/feedback.ts";
import { markFeedbackLinkUsed } from "#db/writes/feedback.ts";
import { touchAssignment } from "#db/writes/replies.ts";
import type { FeedbackAxis } from "#domain/campaign/feedback-presets.ts";
import type { Actor } from "#domain/handling/actor.ts";
import { motionNumberLabel } from "#domain/motion/number.ts";
import { textBlocks } from "#domain/reply/plain-text.ts";
import { recordAudit } from "../audit.ts";
import { NotFound } from "../errors.ts";
import { hashOf, sha256 } from "../hash.ts";
import type { LoadedReply } from "../replies/load-reply.ts";
import { getReply } from "../replies/load-reply.ts";
import type { FeedbackInput } from "./file-round.ts";
import { fileRound, getAxes } from "./file-round.ts";

/** A deputy has no account: the audit names the link's door, never the person. It sees the one matter of its link. */
const LINK_ACTOR: Actor = { id: "feedback-link", name: "代表委员（一次性链接）", role: "office", unitCode: null };

export type FormContext = { readonly db: Database; readonly now: () => Date };

/** Exactly what the form needs. */
export type FeedbackForm = {
  readonly numberLabel: string;
  readonly title: string;
  readonly unitName: string;
  readonly round: number;
  readonly dueOn: string | null;
  readonly expiresAt: string;
  /** Paragraphs of the letter; empty where it is not final yet, or is not to travel by a link. */
  readonly replyText: readonly string[];
  readonly axes: readonly FeedbackAxis[];
};

type OpenForm = { readonly reply: LoadedReply; readonly round: FeedbackRoundRow; readonly expiresAt: string };

const TOKEN = /^[\w-]{43}$/;

/** Unknown, used, revoked and expired look alike. */
async function getOpenForm(reader: Reader, token: string, now: Date): Promise<OpenForm> {
  const nothing = new NotFound("这份反馈表：链接可能已经使用、已经失效");
  if (!TOKEN.test(token)) throw nothing;
  const found = await findFeedbackLink(reader, sha256(token));
  if (!found) throw nothing;
  const { link, round } = found;
  if (link.usedAt !== null || link.revokedAt !== null || link.expiresAt <= now.toISOString()) throw nothing;
  const reply = await getReply(reader, LINK_ACTOR, link.assignmentId);
  if (round.answers || reply.assignment.state === "withdrawn") throw nothing;
  return { reply, round, expiresAt: link.expiresAt };
}

function toReplyText({ edition, disclosure }: LoadedReply): readonly string[] {
  // What is not to be public goes to the deputy on paper.
  const mayTravel = edition?.state === "final" && disclosure !== null && disclosure.mode !== "none";
  return mayTravel ? textBlocks(edition.body) : [];
}

/** Throws NotFound unless the token opens a form now. */
export async function readForm({ db, now }: FormContext, token: string): Promise<FeedbackForm> {
  const { reply, round, expiresAt } = await getOpenForm(db, token, now());
  const { motion, unit } = reply;
  return {
    numberLabel: motionNumberLabel(motion),
    title: motion.title,
    unitName: unit.shortName,
    round: round.round,
    dueOn: round.dueOn,
    expiresAt,
    replyText: toReplyText(reply),
    axes: getAxes(reply),
  };
}

/** Files the form and closes the link for good. Throws NotFound unless the token opens a form now. */
export async function fileForm(form: FormContext, token: string, input: FeedbackInput): Promise<void> {
  const ctx = { ...form, actor: LINK_ACTOR };
  await writeTransaction(ctx.db, async (tx) => {
    const now = ctx.now();
    const { reply } = await getOpenForm(tx, token, now);
    await markFeedbackLinkUsed(tx, sha256(token), now.toISOString());
    const { audited, state } = await fileRound(tx, reply, input, { source: "link", now });
    const { id } = reply.assignment;
    await touchAssignment(tx, id, state ? { state } : {});
    const event = { action: "feedback.file", object: `assignment:${id}`, beforeHash: null };
    await recordAudit(tx, ctx, { ...event, afterHash: hashOf(audited) });
  });
}
