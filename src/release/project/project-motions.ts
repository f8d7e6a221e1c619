import type { Reader } from "#db/open.ts";
import * as rows from "#db/reads/public.ts";
import { WITHDRAWAL_LABELS } from "#domain/handling/withdrawal.ts";
import { motionPath } from "#domain/motion/number.ts";
import type { PublicMatter } from "#domain/view/public-reply.ts";
import type { Tombstone } from "../plan/shown.ts";
import type { Frame } from "./project-frame.ts";
import { require, toPublicReply } from "./project-reply.ts";

type MotionRow = Awaited<ReturnType<typeof rows.listPublicMotions>>[number];

async function readRows(reader: Reader, ids: readonly string[]) {
  const by = <T, K extends keyof T>(list: readonly T[], key: K) => Map.groupBy(list, (row) => row[key]);
  return {
    motions: await rows.listPublicMotions(reader, ids),
    replies: by(await rows.listPublicReplies(reader, ids), "motionId"),
    proposers: by(await rows.listPublicProposers(reader, ids), "motionId"),
    joint: by(await rows.listJointUnits(reader, ids), "motionId"),
    editions: by(await rows.listPublicEditions(reader, ids), "assignmentId"),
    followUps: by(await rows.listPublicFollowUps(reader, ids), "assignmentId"),
    counts: by(await rows.listReplyCounts(reader, ids), "motionId"),
  };
}
type Rows = Awaited<ReturnType<typeof readRows>>;

function toMatter(motion: MotionRow, all: Rows, frame: Frame): PublicMatter {
  const scheme = require(frame.schemesById.get(motion.schemeId), `scheme ${motion.schemeId}`);
  const unitOf = (code: string) => require(frame.unitsByCode.get(code), `unit ${code}`);
  const { kind, namesPublic, year } = motion;
  const replies = (all.replies.get(motion.id) ?? []).map((row) =>
    toPublicReply(row, {
      kind,
      namesPublic,
      scheme,
      unit: unitOf(row.unitCode),
      editions: all.editions.get(row.assignmentId) ?? [],
      followUps: all.followUps.get(row.assignmentId) ?? [],
    }),
  );
  const counts = all.counts.get(motion.id)?.[0];
  return {
    id: motion.id,
    path: motionPath(year, kind, motion),
    year,
    kind,
    number: motion.number,
    betweenSessions: motion.betweenSessions,
    sitting: { name: motion.sittingName, shortName: motion.sittingShortName },
    title: motion.title,
    topic: motion.topicSlug === null ? null : { slug: motion.topicSlug, name: motion.topicName ?? "" },
    category: motion.category,
    group: namesPublic ? motion.filerGroup : null,
    proposers: (all.proposers.get(motion.id) ?? []).map((row) => row.name),
    proposerCount: motion.proposerCount,
    keyItem: motion.keyItem,
    assignedOn: motion.assignedOn,
    jointUnits: (all.joint.get(motion.id) ?? []).map((row) => unitOf(row.unitCode)),
    replies,
    owedReplies: counts?.owed ?? 0,
    withheldReplies: counts?.withheld ?? 0,
  };
}

/** A tombstone stands where no reply to the motion is public any more. */
async function readTombstones(reader: Reader, ids: readonly string[], live: ReadonlySet<string>): Promise<Tombstone[]> {
  const withdrawn = Map.groupBy(await rows.listWithdrawn(reader, ids), (row) => row.motionId);
  return [...withdrawn].flatMap(([id, [row]]): Tombstone[] => {
    if (live.has(id) || !row) return [];
    const { kind, number, betweenSessions, year } = row;
    const path = motionPath(year, kind, row);
    const withdrawnOn = row.withdrawnAt.slice(0, 10);
    const reason = WITHDRAWAL_LABELS[row.reason];
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
  const tombstones = await readTombstones(reader, ids, live);
  return { matters, tombstones: tombstones.filter(({ tombstone }) => begun.has(tombstone.year)) };
}
