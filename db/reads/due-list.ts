import type { SQL, SQLWrapper } from "drizzle-orm";
import { and, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import type { AssignmentState } from "#domain/handling/states.ts";
import type { MotionKind } from "#domain/motion/kind.ts";
import type { Clock } from "#domain/supervision/clock.ts";
import type { Reader } from "../open.ts";
import { commitments, feedbackRounds } from "../schema/aftercare.ts";
import { extensions, jointOpinions } from "../schema/handling.ts";
import { assignments, motions } from "../schema/motions.ts";
import { disclosures, editions, followUps, replies } from "../schema/replies.ts";
import { units } from "../schema/units.ts";

/**
 * Facts behind the due list: for each clock, what is still open, by the date that its clock runs from. Each source walks an
 * index of its own; what is due when is reckoned in the domain.
 */

export const DUE_SOURCES = [
  "sign",
  "joint_opinion",
  "reply_legal",
  "reply_extended",
  "reply_campaign",
  "draft",
  "proof",
  "feedback",
  "redo",
  "publish",
  "follow_up",
  "commitment",
  "review_again",
] as const;
export type DueSource = (typeof DUE_SOURCES)[number];

/** The clock that a source belongs to. An extended reply runs by the date granted. */
export function clockOf(source: DueSource): Clock {
  return source === "reply_extended" ? "reply_legal" : source;
}

const TO_ANSWER: readonly AssignmentState[] = [
  "assigned",
  "objected",
  "signed",
  "handling",
  "unit_review",
  "submitted",
  "approved",
];
const TO_DRAFT: readonly AssignmentState[] = ["assigned", "objected", "signed", "handling", "unit_review"];
const TO_PROOF: readonly AssignmentState[] = ["submitted", "approved"];

type Source = {
  /** The date that the clock runs from, or the due date itself. */
  readonly anchor: SQLWrapper;
  readonly id: SQLWrapper;
  readonly unit: SQLWrapper;
  /** Joined with assignments where they are not the first table themselves. */
  readonly from: SQL;
  readonly where: SQL | undefined;
};

const inState = (states: readonly AssignmentState[]) => inArray(assignments.state, [...states]);
const owesReply = (states: readonly AssignmentState[]) =>
  and(inState(states), inArray(assignments.role, ["lead", "separate"]));
/** YYYY-MM-DD in Shanghai of a stored instant. */
const shanghaiDay = (column: SQLWrapper) => sql<string>`date(${column}, '+8 hours')`;
/** A letter went out before: what runs now is the clock of the redo. */
const isFirstReply = sql`not exists (select 1 from editions as sent
  where sent.assignment_id = ${assignments.id} and sent.finalised_at is not null)`;
const isNotExtended = sql`not exists (select 1 from extensions as given
  where given.assignment_id = ${assignments.id} and given.decision = 'granted')`;
const isLastRound = sql`not exists (select 1 from feedback_rounds as later
  where later.assignment_id = ${feedbackRounds.assignmentId} and later.round > ${feedbackRounds.round})`;
const isLastExtension = sql`not exists (select 1 from extensions as later where later.assignment_id = ${extensions.assignmentId}
  and later.decision = 'granted' and later.seq > ${extensions.seq})`;

const ofAssignment = { id: assignments.id, unit: assignments.unitCode };
/** A constant date that the rules set: every row of the campaign has it. */
const noAnchor = sql<string>`'0000-01-01'`;

const fromAssignments = sql`${assignments}`;

/** A table of facts, first in the walk, with the assignments that its rows belong to. */
function from(table: SQLWrapper, assignmentId: SQLWrapper): SQL {
  return sql`${table} join ${assignments} on ${assignments.id} = ${assignmentId}`;
}

const SOURCES: Readonly<Record<DueSource, Source>> = {
  sign: { ...ofAssignment, anchor: motions.assignedOn, from: fromAssignments, where: inState(["assigned"]) },
  joint_opinion: {
    ...ofAssignment,
    anchor: jointOpinions.dueOn,
    from: from(jointOpinions, jointOpinions.assignmentId),
    where: and(eq(jointOpinions.state, "asked"), ne(assignments.state, "withdrawn")),
  },
  reply_legal: {
    ...ofAssignment,
    anchor: motions.assignedOn,
    from: fromAssignments,
    where: and(owesReply(TO_ANSWER), isNotExtended, isFirstReply),
  },
  reply_extended: {
    ...ofAssignment,
    anchor: extensions.newDueOn,
    from: from(extensions, extensions.assignmentId),
    where: and(owesReply(TO_ANSWER), eq(extensions.decision, "granted"), isLastExtension, isFirstReply),
  },
  reply_campaign: {
    ...ofAssignment,
    anchor: assignments.dueOn,
    from: fromAssignments,
    where: and(owesReply(TO_ANSWER), isFirstReply),
  },
  draft: {
    ...ofAssignment,
    anchor: noAnchor,
    from: fromAssignments,
    where: and(owesReply(TO_DRAFT), isFirstReply),
  },
  proof: {
    ...ofAssignment,
    anchor: noAnchor,
    from: fromAssignments,
    where: and(owesReply(TO_PROOF), isFirstReply),
  },
  feedback: {
    ...ofAssignment,
    anchor: feedbackRounds.dueOn,
    from: from(feedbackRounds, feedbackRounds.assignmentId),
    where: and(isNull(feedbackRounds.filedAt), ne(assignments.state, "withdrawn")),
  },
  redo: {
    ...ofAssignment,
    anchor: feedbackRounds.redoDueOn,
    from: from(feedbackRounds, feedbackRounds.assignmentId),
    where: and(owesReply(TO_ANSWER), isLastRound),
  },
  publish: {
    ...ofAssignment,
    anchor: shanghaiDay(editions.finalisedAt),
    from: sql`${from(replies, replies.assignmentId)}
      join ${editions} on ${editions.assignmentId} = ${replies.assignmentId} and ${editions.number} = ${replies.draftEdition}
      join ${disclosures} on ${disclosures.assignmentId} = ${editions.assignmentId} and ${disclosures.edition} = ${editions.number}`,
    where: and(eq(replies.publication, "unpublished"), eq(editions.state, "final"), ne(disclosures.mode, "none")),
  },
  follow_up: {
    ...ofAssignment,
    anchor: followUps.dueOn,
    from: from(followUps, followUps.assignmentId),
    where: isNull(followUps.repliedOn),
  },
  commitment: {
    anchor: commitments.dueOn,
    id: commitments.id,
    unit: commitments.ownerUnit,
    from: from(commitments, commitments.assignmentId),
    where: inArray(commitments.state, ["open", "changed"]),
  },
  review_again: {
    ...ofAssignment,
    anchor: disclosures.reviewAgainOn,
    from: sql`${from(disclosures, disclosures.assignmentId)}
      join ${replies} on ${replies.assignmentId} = ${disclosures.assignmentId} and ${replies.liveEdition} = ${disclosures.edition}`,
    where: eq(replies.publication, "withheld"),
  },
};

export type DueRange = {
  readonly campaign?: string | undefined;
  readonly unit?: string | undefined;
  /** Anchors, inclusive. */
  readonly from?: string | undefined;
  /** Anchors, exclusive. */
  readonly before?: string | undefined;
  /** Rows after this one, in the order (anchor, id). */
  readonly after?: { readonly anchor: string; readonly id: string } | undefined;
};

function conditions(source: DueSource, range: DueRange): SQL | undefined {
  const { anchor, id, unit, where } = SOURCES[source];
  const { campaign, unit: wanted, from, before, after } = range;
  return and(
    where,
    sql`${anchor} is not null`,
    campaign === undefined ? undefined : eq(assignments.campaignId, campaign),
    wanted === undefined ? undefined : sql`${unit} = ${wanted}`,
    from === undefined ? undefined : sql`${anchor} >= ${from}`,
    before === undefined ? undefined : sql`${anchor} < ${before}`,
    after === undefined ? undefined : sql`(${anchor}, ${id}) > (${after.anchor}, ${after.id})`,
  );
}

function fromClause(source: DueSource): SQL {
  const { from: first, unit } = SOURCES[source];
  return sql`${first} join ${motions} on ${motions.id} = ${assignments.motionId} join ${units} on ${units.code} = ${unit}`;
}

export type DueRow = {
  readonly anchor: string;
  /** Of the assignment, or of the commitment. */
  readonly id: string;
  readonly assignmentId: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly campaignId: string;
  readonly motionId: string;
  readonly kind: MotionKind;
  readonly number: number;
  readonly betweenSessions: number;
  readonly title: string;
  readonly keyItem: number;
};

/** Rows of one source in the order (anchor, id). */
export function dueQuery(source: DueSource, range: DueRange, limit: number): SQL {
  const { anchor, id } = SOURCES[source];
  return sql`select ${anchor} as anchor, ${id} as id, ${assignments.id} as "assignmentId", ${units.code} as "unitCode",
      ${units.shortName} as "unitName", ${assignments.campaignId} as "campaignId", ${motions.id} as "motionId",
      ${motions.kind} as kind, ${motions.number} as number, ${motions.betweenSessions} as "betweenSessions",
      ${motions.title} as title, ${motions.keyItem} as "keyItem"
    from ${fromClause(source)} where ${conditions(source, range)} order by ${anchor}, ${id} limit ${limit}`;
}

export async function listDueRows(
  reader: Reader,
  source: DueSource,
  range: DueRange,
  limit: number,
): Promise<readonly DueRow[]> {
  return await reader.all<DueRow>(dueQuery(source, range, limit));
}

export async function countDueRows(reader: Reader, source: DueSource, range: DueRange): Promise<number> {
  const row = await reader.get<{ count: number }>(
    sql`select count(*) as count from ${fromClause(source)} where ${conditions(source, range)}`,
  );
  return row.count;
}
