import type { Transaction } from "#db/open.ts";
import type { FollowUpRow } from "#db/reads/follow-ups.ts";
import { findLatestOutcome } from "#db/reads/follow-ups.ts";
import { listFollowUps } from "#db/reads/reply-history.ts";
import { findScheme } from "#db/reads/schemes.ts";
import { refuse } from "#domain/handling/refusal.ts";
import type { Scheme } from "#domain/scheme/scheme.ts";
import { findClass } from "#domain/scheme/scheme.ts";
import { Refused } from "../errors.ts";
import type { LoadedReply } from "../replies/load-reply.ts";

/** The follow-up that is still to be approved. Throws Refused where none is open. */
export async function getOpenFollowUp(tx: Transaction, assignmentId: string): Promise<FollowUpRow> {
  const last = (await listFollowUps(tx, assignmentId)).at(-1);
  if (!last || last.repliedOn !== null) throw Refused.of(refuse("follow_up_not_open"));
  return last;
}

/** The class that the reply has now: the last of its series, or that of the letter where no series was begun. */
export async function findCurrentClass(tx: Transaction, reply: LoadedReply): Promise<string | null> {
  const latest = await findLatestOutcome(tx, reply.assignment.id);
  return latest?.classCode ?? reply.edition?.classCode ?? null;
}

export async function getScheme(tx: Transaction, { campaignKind }: LoadedReply): Promise<Scheme> {
  const scheme = await findScheme(tx, campaignKind.schemeId);
  if (!scheme) throw new Error(`Failed to read the classes: scheme ${campaignKind.schemeId} is missing`);
  return scheme;
}

/** Does this class promise more, by its scheme or by the rules of the year? */
export function needsFollowUp(reply: LoadedReply, scheme: Scheme, classCode: string): boolean {
  return (findClass(scheme, classCode)?.needsFollowUp ?? false) || reply.rules.followUp.classes.includes(classCode);
}
