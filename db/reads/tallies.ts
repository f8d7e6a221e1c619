import { and, eq, ne, notInArray, sql } from "drizzle-orm";
import type { YearTally } from "#domain/statistics/year-figures.ts";
import type { MotionKind } from "#domain/motion/kind.ts";
import type { Reader } from "../open.ts";
import { campaignKinds, campaigns } from "../schema/campaigns.ts";
import { assignments, motions } from "../schema/motions.ts";
import { disclosures, editions, replies } from "../schema/replies.ts";

const isAnswered = sql`${assignments.state} in ('replied', 'closed')`;

async function countMotions(reader: Reader, campaignId: string, kind: MotionKind) {
  const row = await reader
    .select({ motions: sql<number>`count(*)`, keyItems: sql<number>`coalesce(sum(${motions.keyItem}), 0)` })
    .from(motions)
    .where(and(eq(motions.campaignId, campaignId), eq(motions.kind, kind), eq(motions.state, "assigned")))
    .get();
  return row ?? { motions: 0, keyItems: 0 };
}

/** Replies owed, grouped by all that the year's figures ask of them; an edition counts once it went out. */
async function groupReplies(reader: Reader, campaignId: string, kind: MotionKind) {
  return await reader
    .select({
      answered: sql<number>`${isAnswered}`,
      publication: sql<string | null>`${replies.publication}`,
      mode: sql<string | null>`${disclosures.mode}`,
      classCode: sql<string | null>`${editions.classCode}`,
      count: sql<number>`count(*)`,
      lastAt: sql<string | null>`max(${editions.publishedAt})`,
    })
    .from(assignments)
    .innerJoin(motions, eq(motions.id, assignments.motionId))
    .leftJoin(replies, eq(replies.assignmentId, assignments.id))
    .leftJoin(
      editions,
      and(
        eq(editions.assignmentId, replies.assignmentId),
        eq(editions.number, sql`coalesce(${replies.liveEdition}, ${replies.draftEdition})`),
        eq(editions.state, "final"),
      ),
    )
    .leftJoin(
      disclosures,
      and(eq(disclosures.assignmentId, editions.assignmentId), eq(disclosures.edition, editions.number)),
    )
    .where(
      and(
        eq(assignments.campaignId, campaignId),
        eq(motions.kind, kind),
        ne(assignments.role, "joint"),
        notInArray(assignments.state, ["withdrawn", "pre_assigned"]),
      ),
    )
    .groupBy(sql`1, 2, 3, 4`);
}

type Group = Awaited<ReturnType<typeof groupReplies>>[number];

function sum(groups: readonly Group[], keep: (group: Group) => boolean): number {
  return groups.filter(keep).reduce((total, group) => total + group.count, 0);
}

function countClasses(groups: readonly Group[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { answered, classCode, count } of groups) {
    if (answered && classCode !== null) counts[classCode] = (counts[classCode] ?? 0) + count;
  }
  return counts;
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
      const lastAt = groups
        .map((group) => group.lastAt ?? "")
        .toSorted()
        .at(-1);
      return {
        year,
        kind,
        schemeId,
        filed,
        ...(await countMotions(reader, campaignId, kind)),
        owed: sum(groups, () => true),
        answered: sum(groups, (group) => group.answered === 1),
        publishedInFull: sum(groups, (group) => group.publication === "published" && group.mode === "full"),
        published: sum(groups, (group) => group.publication === "published"),
        withheld: sum(groups, (group) => group.publication === "withheld"),
        withdrawn: sum(groups, (group) => group.publication === "withdrawn"),
        classes: countClasses(groups),
        lastOn: lastAt ? lastAt.slice(0, 10) : null,
      };
    }),
  );
}
