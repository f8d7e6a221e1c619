import type { Reader } from "#db/open.ts";
import type { listPublicVotes } from "#db/reads/public-aftercare.ts";
import { listPublicEditions } from "#db/reads/public-editions.ts";
import * as rows from "#db/reads/public.ts";
import { WITHDRAWAL_LABELS } from "#domain/handling/withdrawal.ts";
import { DEFAULT_RULES } from "#domain/campaign/campaign-rules.ts";
import { findFeedbackPreset } from "#domain/campaign/feedback-presets.ts";
import { KIND_WORDS } from "#domain/motion/kind.ts";
import { motionNumberLabel, motionPath } from "#domain/motion/number.ts";
import type { PublicMatter, PublicReply } from "#domain/view/public-reply.ts";
import type { Tombstone } from "../plan/shown.ts";
import type { Frame } from "./project-frame.ts";
import { toPublicAsks } from "./project-aftercare.ts";
import { toPublicAttachments } from "./project-attachments.ts";
import { toPublicReply } from "./project-reply.ts";
import { readAftercare } from "./read-aftercare.ts";
import { require } from "./require.ts";

type MotionRow = Awaited<ReturnType<typeof rows.listPublicMotions>>[number];

async function readRows(reader: Reader, ids: readonly string[]) {
  const by = <T, K extends keyof T>(list: readonly T[], key: K) => Map.groupBy(list, (row) => row[key]);
  return {
    motions: await rows.listPublicMotions(reader, ids),
    replies: by(await rows.listPublicReplies(reader, ids), "motionId"),
    proposers: by(await rows.listPublicProposers(reader, ids), "motionId"),
    joint: by(await rows.listJointUnits(reader, ids), "motionId"),
    editions: by(await listPublicEditions(reader, ids), "assignmentId"),
    followUps: by(await rows.listPublicFollowUps(reader, ids), "assignmentId"),
    attachments: by(await rows.listPublicAttachments(reader, ids), "assignmentId"),
    counts: by(await rows.listReplyCounts(reader, ids), "motionId"),
    aftercare: await readAftercare(reader, ids),
    withdrawn: by(await rows.listWithdrawn(reader, ids), "motionId"),
  };
}
type VoteRow = Awaited<ReturnType<typeof listPublicVotes>>[number];
type WithdrawnRow = Awaited<ReturnType<typeof rows.listWithdrawn>>[number];
type Rows = Awaited<ReturnType<typeof readRows>>;

function toReplies(motion: MotionRow, all: Rows, frame: Frame, asks: PublicMatter["asks"]): PublicReply[] {
  const { kind, namesPublic, assignedOn, year } = motion;
  const path = motionPath(year, kind, motion);
  const scheme = require(frame.schemesById.get(motion.schemeId), `scheme ${motion.schemeId}`);
  const unitOf = (code: string) => require(frame.unitsByCode.get(code), `unit ${code}`);
  const axes = findFeedbackPreset(rulesOf(motion, frame).feedback.preset)?.axes ?? [];
  const { aftercare } = all;
  const context = { kind, namesPublic, scheme, unitOf, assignedOn, asks, axes, aftercare };
  return (all.replies.get(motion.id) ?? []).map((row) =>
    toPublicReply(row, {
      ...context,
      unit: unitOf(row.unitCode),
      editions: all.editions.get(row.assignmentId) ?? [],
      followUps: all.followUps.get(row.assignmentId) ?? [],
      attachments: toPublicAttachments(all.attachments.get(row.assignmentId) ?? [], path),
    }),
  );
}

function rulesOf(motion: MotionRow, frame: Frame) {
  return frame.rules.get(motion.campaignId) ?? DEFAULT_RULES;
}

/** Votes by their fields: what the row says of itself stays inside. */
function toVotes(rows: readonly VoteRow[]): PublicMatter["votes"] {
  return rows.map(({ body, heldOn, issued, returned, satisfied, basicallySatisfied, dissatisfied }) => {
    return { body, heldOn, issued, returned, satisfied, basicallySatisfied, dissatisfied };
  });
}

function toTopic({ topicSlug, topicName }: MotionRow): PublicMatter["topic"] {
  return topicSlug === null ? null : { slug: topicSlug, name: topicName ?? "" };
}

/** The words of the office stay inside. */
function toPublicReason({ reason, into }: WithdrawnRow): string {
  const { year, kind, number, betweenSessions } = into ?? {};
  if (!year || !kind || !number) return WITHDRAWAL_LABELS[reason];
  return `已并入${year}年${motionNumberLabel({ number, betweenSessions: betweenSessions === true })}${KIND_WORDS[kind].label}答复`;
}

/** The last withdrawal of each letter that is gone. */
function toWithdrawnReplies(withdrawn: readonly WithdrawnRow[], frame: Frame): PublicMatter["withdrawnReplies"] {
  return [...Map.groupBy(withdrawn, ({ unitCode }) => unitCode)].flatMap(([code, [row]]) => {
    const unit = require(frame.unitsByCode.get(code), `unit ${code}`);
    return row ? [{ unit, withdrawnOn: row.withdrawnAt.slice(0, 10), reason: toPublicReason(row) }] : [];
  });
}

function toMatter(motion: MotionRow, all: Rows, frame: Frame): PublicMatter {
  const { id, kind, namesPublic, year } = motion;
  const { aftercare, counts } = all;
  const asks = toPublicAsks(aftercare.asks.get(id) ?? []);
  const [count] = counts.get(id) ?? [];
  const joint = (all.joint.get(id) ?? []).map(({ unitCode }) => unitCode);
  return {
    id,
    path: motionPath(year, kind, motion),
    year,
    kind,
    number: motion.number,
    betweenSessions: motion.betweenSessions,
    sitting: { name: motion.sittingName, shortName: motion.sittingShortName },
    title: motion.title,
    topic: toTopic(motion),
    category: motion.category,
    group: namesPublic ? motion.filerGroup : null,
    proposers: (all.proposers.get(id) ?? []).map((row) => row.name),
    proposerCount: motion.proposerCount,
    keyItem: motion.keyItem,
    assignedOn: motion.assignedOn,
    jointWord: rulesOf(motion, frame).jointWord,
    jointUnits: joint.map((code) => require(frame.unitsByCode.get(code), `unit ${code}`)),
    asks,
    votes: toVotes(aftercare.votes.get(id) ?? []),
    replies: toReplies(motion, all, frame, asks),
    owedReplies: count?.owed ?? 0,
    withheldReplies: count?.withheld ?? 0,
    withdrawnReplies: toWithdrawnReplies(all.withdrawn.get(id) ?? [], frame),
  };
}

/** A tombstone stands where no reply to the motion is public any more. */
function toTombstones({ withdrawn }: Rows, live: ReadonlySet<string>): Tombstone[] {
  return [...withdrawn].flatMap(([id, [row]]): Tombstone[] => {
    if (live.has(id) || !row) return [];
    const { kind, number, betweenSessions, year } = row;
    const path = motionPath(year, kind, row);
    const withdrawnOn = row.withdrawnAt.slice(0, 10);
    const reason = toPublicReason(row);
    return [{ id, tombstone: { path, year, kind, number, betweenSessions, withdrawnOn, reason } }];
  });
}

export type ProjectedMatter = { readonly matter: PublicMatter; readonly holds: readonly string[] };

/** What the public may know of these motions; a few hundred at a time. Those of years that have not begun are left out. */
export async function projectMotions(
  reader: Reader,
  ids: readonly string[],
  frame: Frame,
): Promise<{ matters: ProjectedMatter[]; tombstones: Tombstone[] }> {
  const all = await readRows(reader, ids);
  const begun = new Set(frame.years);
  const matters = all.motions
    .filter((motion) => begun.has(motion.year))
    .map((motion) => ({
      matter: toMatter(motion, all, frame),
      holds: (all.replies.get(motion.id) ?? []).map((row) => `${row.assignmentId}@${row.liveEdition}`),
    }));
  const live = new Set(matters.map(({ matter }) => matter.id));
  const tombstones = toTombstones(all, live);
  return { matters, tombstones: tombstones.filter(({ tombstone }) => begun.has(tombstone.year)) };
}
