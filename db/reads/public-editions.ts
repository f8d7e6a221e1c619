import { and, asc, eq, inArray, isNotNull, ne, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Reader } from "../open.ts";
import { assignments } from "../schema/motions.ts";
import { disclosures, editions, replies } from "../schema/replies.ts";
import { isOfNamed } from "./publication.ts";

/** As in `public.ts`: the state of the reply, and the decision on its live edition. */
const ofLiveEdition = and(
  eq(disclosures.assignmentId, replies.assignmentId),
  eq(disclosures.edition, replies.liveEdition),
);
const isPublic = and(isOfNamed("published"), ne(disclosures.mode, "none"));
/** The decision on an edition that need not be the live one. */
const own = alias(disclosures, "own");

/**
 * Published editions of public replies. Their words where there are several and each was public in full: which of them
 * may be read is decided by `listShownChanges`.
 */
export async function listPublicEditions(reader: Reader, ids: readonly string[]) {
  return await reader
    .select({
      assignmentId: editions.assignmentId,
      number: editions.number,
      publishedAt: editions.publishedAt,
      note: editions.note,
      showsChanges: editions.showsChanges,
      live: replies.liveEdition,
      mode: own.mode,
      body: sql<
        string | null
      >`case when ${replies.liveEdition} > 1 and ${own.mode} = 'full' and ${disclosures.mode} = 'full' then ${editions.body} end`,
    })
    .from(editions)
    .innerJoin(replies, eq(replies.assignmentId, editions.assignmentId))
    .innerJoin(disclosures, ofLiveEdition)
    .leftJoin(own, and(eq(own.assignmentId, editions.assignmentId), eq(own.edition, editions.number)))
    .innerJoin(assignments, eq(assignments.id, replies.assignmentId))
    .where(and(isPublic, isNotNull(editions.publishedAt), inArray(assignments.motionId, [...ids])))
    .orderBy(asc(editions.assignmentId), asc(editions.number));
}
