import type { Reader } from "#db/open.ts";
import { readRules } from "#db/reads/campaign-rules.ts";
import type { DisclosureRow, EditionRow, ReplyRecord } from "#db/reads/reply-record.ts";
import { findDisclosure, findEdition, findReplyRecord } from "#db/reads/reply-record.ts";
import type { CampaignRules } from "#domain/campaign/campaign-rules.ts";
import type { Actor } from "#domain/handling/actor.ts";
import { maySeeAssignment } from "#domain/handling/scope.ts";
import { NotFound } from "../errors.ts";

/** A reply as a verb meets it: `edition` is the one being worked on, or else the live one. */
export type LoadedReply = ReplyRecord & {
  readonly edition: EditionRow | null;
  readonly disclosure: DisclosureRow | null;
  /** What the year asks for. */
  readonly rules: CampaignRules;
};

/** Throws NotFound where it is not there or not the actor's: the two look alike. */
export async function getReply(reader: Reader, actor: Actor, id: string): Promise<LoadedReply> {
  const record = await findReplyRecord(reader, id);
  if (!record || !maySeeAssignment(actor, record.assignment.unitCode)) throw new NotFound("这份答复");
  const rules = await readRules(reader, record.campaign.id);
  const number = record.reply?.draftEdition ?? record.reply?.liveEdition ?? null;
  if (number === null) return { ...record, rules, edition: null, disclosure: null };
  return {
    ...record,
    rules,
    edition: (await findEdition(reader, id, number)) ?? null,
    disclosure: (await findDisclosure(reader, id, number)) ?? null,
  };
}
