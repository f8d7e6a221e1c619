import { and, eq, isNotNull, isNull, or, sql } from "drizzle-orm";
import type { YearTally } from "#domain/statistics/year-figures.ts";
import type { MotionKind } from "#domain/motion/kind.ts";
import type { Reader } from "../open.ts";
import { campaignKinds, campaigns } from "../schema/campaigns.ts";
import { archives, ledgerResults } from "../schema/imports.ts";
import { motions } from "../schema/motions.ts";
import { owedReplies } from "../schema/tallies.ts";

export function motionCount(reader: Reader, campaignId: string, kind: MotionKind) {
  return reader
    .select({ motions: sql<number>`count(*)`, keyItems: sql<number>`coalesce(sum(${motions.keyItem}), 0)` })
    .from(motions)
    .where(and(eq(motions.campaignId, campaignId), eq(motions.kind, kind), eq(motions.state, "assigned")));
}

/** Replies owed, grouped by all that the year's figures ask of them: one walk of an index, in its order. */
export function groupReplies(reader: Reader, campaignId: string, kind: MotionKind) {
  const { answered, publication, mode, classCode, publishedAt } = owedReplies;
  return reader
    .select({
      answered,
      publication,
      mode,
      classCode,
      count: sql<number>`count(*)`,
      lastAt: sql<string | null>`max(${publishedAt})`,
    })
    .from(owedReplies)
    .where(and(eq(owedReplies.campaignId, campaignId), eq(owedReplies.kind, kind)))
    .groupBy(answered, publication, mode, classCode);
}

type Group = Awaited<ReturnType<typeof groupReplies>>[number];

function sum(groups: readonly Group[], keep: (group: Group) => boolean): number {
  return groups.filter(keep).reduce((total, group) => total + group.count, 0);
}

/** A letter that went out stays an answer while the matter is being handled anew (重新办理). */
function wasAnswered({ answered, publication }: Group): boolean {
  return answered === 1 || (publication !== null && publication !== "unpublished");
}

function countClasses(groups: readonly Group[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { classCode, count } of groups.filter(wasAnswered)) {
    if (classCode !== null) counts[classCode] = (counts[classCode] ?? 0) + count;
  }
  return counts;
}

/**
 * Replies of which no letter is here and of which the ledger of a past year says that they were answered, by class; a year
 * without an archive has none, and is asked nothing more.
 */
export function groupLedgerAnswers(reader: Reader, campaignId: string, kind: MotionKind) {
  const { classCode, repliedOn, docNumber, link } = ledgerResults;
  return reader
    .select({ classCode, count: sql<number>`count(*)`, lastOn: sql<string | null>`max(${repliedOn})` })
    .from(archives)
    .innerJoin(ledgerResults, eq(ledgerResults.archiveId, archives.id))
    .innerJoin(owedReplies, eq(owedReplies.assignmentId, ledgerResults.assignmentId))
    .where(
      and(
        eq(archives.campaignId, campaignId),
        eq(archives.kind, kind),
        eq(owedReplies.answered, 0),
        or(isNull(owedReplies.publication), eq(owedReplies.publication, "unpublished")),
        or(isNotNull(classCode), isNotNull(repliedOn), isNotNull(docNumber), isNotNull(link)),
      ),
    )
    .groupBy(classCode);
}

type LedgerGroup = Awaited<ReturnType<typeof groupLedgerAnswers>>[number];

function addLedgerClasses(classes: Readonly<Record<string, number>>, told: readonly LedgerGroup[]) {
  const all = { ...classes };
  for (const { classCode, count } of told) if (classCode !== null) all[classCode] = (all[classCode] ?? 0) + count;
  return all;
}

/** The raw counts of a year, one tally for each kind; rates are made of them in the domain. */
export async function readTallies(reader: Reader, year: number): Promise<YearTally[]> {
  const kinds = await reader
    .select({
      kind: campaignKinds.kind,
      campaignId: campaignKinds.campaignId,
      schemeId: campaignKinds.schemeId,
      filed: campaignKinds.filedCount,
    })
    .from(campaignKinds)
    .innerJoin(campaigns, eq(campaigns.id, campaignKinds.campaignId))
    .where(eq(campaigns.year, year))
    // 建议 before 提案, as every official report has it.
    .orderBy(sql`${campaignKinds.kind} desc`);
  return await Promise.all(
    kinds.map(async ({ kind, campaignId, schemeId, filed }) => {
      const groups = await groupReplies(reader, campaignId, kind);
      const told = await groupLedgerAnswers(reader, campaignId, kind);
      const fromLedger = told.reduce((total, { count }) => total + count, 0);
      const lastAt = [...groups.map((group) => group.lastAt ?? ""), ...told.map(({ lastOn }) => lastOn ?? "")]
        .toSorted()
        .at(-1);
      return {
        year,
        kind,
        schemeId,
        filed,
        ...((await motionCount(reader, campaignId, kind).get()) ?? { motions: 0, keyItems: 0 }),
        owed: sum(groups, () => true),
        answered: sum(groups, wasAnswered) + fromLedger,
        fromLedger,
        publishedInFull: sum(groups, (group) => group.publication === "published" && group.mode === "full"),
        published: sum(groups, (group) => group.publication === "published"),
        withheld: sum(groups, (group) => group.publication === "withheld"),
        withdrawn: sum(groups, (group) => group.publication === "withdrawn"),
        classes: addLedgerClasses(countClasses(groups), told),
        lastOn: lastAt ? lastAt.slice(0, 10) : null,
      };
    }),
  );
}
