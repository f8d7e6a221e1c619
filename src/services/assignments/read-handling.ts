import { readActorNames } from "#db/reads/accounts.ts";
import type { ObjectionRow } from "#db/reads/assignments.ts";
import { listObjections } from "#db/reads/assignments.ts";
import { readRules } from "#db/reads/campaign-rules.ts";
import type { ClosingRow } from "#db/reads/closings.ts";
import { listClosings } from "#db/reads/closings.ts";
import type { ContactRow, ContactWaiverRow } from "#db/reads/contacts.ts";
import { findContactWaiver, listContacts } from "#db/reads/contacts.ts";
import type { ExtensionRow } from "#db/reads/extensions.ts";
import { listExtensions } from "#db/reads/extensions.ts";
import type { ReplyRecord } from "#db/reads/reply-record.ts";
import { findReplyRecord } from "#db/reads/reply-record.ts";
import { toHandedOn, toHandlingClocks } from "#domain/assignment/clocks.ts";
import { findDueOn } from "#domain/deadline/due.ts";
import { maySeeAssignment } from "#domain/handling/scope.ts";
import { shanghaiDate } from "../clock.ts";
import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";

export type HandlingFile = ReplyRecord & {
  readonly handedOn: string;
  readonly clocks: ReturnType<typeof toHandlingClocks>;
  /** `decideBy`: the office's own time to answer; null where the campaign sets none. */
  readonly objections: readonly (ObjectionRow & { readonly decideBy: string | null })[];
  readonly extensions: readonly ExtensionRow[];
  readonly closings: readonly ClosingRow[];
  readonly contacts: readonly ContactRow[];
  readonly waiver: ContactWaiverRow | null;
  readonly names: ReadonlyMap<string, string>;
};

/**
 * How one assignment is handled beside its letter. Throws NotFound where it is not there or not the actor's.
 * The version is read first, as in readReply.
 */
export async function readHandling(ctx: Context, id: string): Promise<HandlingFile> {
  const record = await findReplyRecord(ctx.db, id);
  if (!record || !maySeeAssignment(ctx.actor, record.unit.code)) throw new NotFound("这项交办");
  const { assignment, motion } = record;
  const handedOn = toHandedOn(assignment, motion);
  const [rules, objections, extensions, closings, contacts, waiver, names] = await Promise.all([
    readRules(ctx.db, assignment.campaignId),
    listObjections(ctx.db, id),
    listExtensions(ctx.db, id),
    listClosings(ctx.db, id),
    listContacts(ctx.db, id),
    findContactWaiver(ctx.db, id),
    readActorNames(ctx.db),
  ]);
  const dates = {
    today: shanghaiDate(ctx.now()),
    handedOn,
    assignedOn: motion.assignedOn,
    dueOn: assignment.dueOn,
    signedOn: assignment.signedAt === null ? null : shanghaiDate(new Date(assignment.signedAt)),
  };
  const decideBy = ({ raisedAt, kind }: ObjectionRow) =>
    kind === "comment" ? null : findDueOn(shanghaiDate(new Date(raisedAt)), rules.deadlines.reassign);
  return {
    ...record,
    handedOn,
    clocks: toHandlingClocks(dates, rules),
    objections: objections.map((row) => ({ ...row, decideBy: decideBy(row) })),
    extensions,
    closings,
    contacts,
    waiver: waiver ?? null,
    names,
  };
}
