import type { Reader } from "#db/open.ts";
import * as rows from "#db/reads/public.ts";
import { readTallies } from "#db/reads/tallies.ts";
import { WITHDRAWAL_LABELS } from "#domain/handling/withdrawal.ts";
import { motionPath } from "#domain/motion/number.ts";
import type { Scheme } from "#domain/scheme/scheme.ts";
import type { PublicYear } from "#domain/view/public-city.ts";
import type { PublicMatter, PublicTombstone, PublicUnit } from "#domain/view/public-reply.ts";
import { require, toPublicReply } from "./project-reply.ts";

type MotionRow = Awaited<ReturnType<typeof rows.listPublicMotions>>[number];
type Known = { readonly schemes: ReadonlyMap<string, Scheme>; readonly units: ReadonlyMap<string, PublicUnit> };

async function readYear(reader: Reader, year: number) {
  const by = <T, K extends keyof T>(list: readonly T[], key: K) => Map.groupBy(list, (row) => row[key]);
  return {
    motions: await rows.listPublicMotions(reader, year),
    replies: by(await rows.listPublicReplies(reader, year), "motionId"),
    proposers: by(await rows.listPublicProposers(reader, year), "motionId"),
    joint: by(await rows.listJointUnits(reader, year), "motionId"),
    editions: by(await rows.listPublicEditions(reader, year), "assignmentId"),
    followUps: by(await rows.listPublicFollowUps(reader, year), "assignmentId"),
    counts: by(await rows.listReplyCounts(reader, year), "motionId"),
  };
}
type YearRows = Awaited<ReturnType<typeof readYear>>;

function toMatter(year: number, motion: MotionRow, all: YearRows, known: Known): PublicMatter {
  const scheme = require(known.schemes.get(motion.schemeId), `scheme ${motion.schemeId}`);
  const unitOf = (code: string) => require(known.units.get(code), `unit ${code}`);
  const { kind, namesPublic } = motion;
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
async function readTombstones(reader: Reader, year: number, live: ReadonlySet<string>): Promise<PublicTombstone[]> {
  const withdrawn = Map.groupBy(await rows.listWithdrawn(reader, year), (row) => row.motionId);
  return [...withdrawn].flatMap(([id, [row]]) => {
    if (live.has(id) || !row) return [];
    const { kind, number, betweenSessions } = row;
    const withdrawnOn = row.withdrawnAt.slice(0, 10);
    return [
      {
        path: motionPath(year, kind, row),
        year,
        kind,
        number,
        betweenSessions,
        withdrawnOn,
        reason: WITHDRAWAL_LABELS[row.reason],
      },
    ];
  });
}

export async function projectYear(reader: Reader, year: number, known: Known): Promise<PublicYear> {
  const all = await readYear(reader, year);
  const matters = all.motions.map((motion) => toMatter(year, motion, all, known));
  return {
    year,
    tallies: await readTallies(reader, year),
    matters,
    tombstones: await readTombstones(reader, year, new Set(matters.map((matter) => matter.id))),
  };
}
