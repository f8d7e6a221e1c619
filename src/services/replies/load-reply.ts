import type { Reader } from "#db/open.ts";
import { readRules } from "#db/reads/campaign-rules.ts";
import type { DisclosureRow, EditionRow, ReplyRecord } from "#db/reads/reply-record.ts";
import { findDisclosure, findEdition, findReplyRecord } from "#db/reads/reply-record.ts";
import { listUnitStaff } from "#db/reads/unit-staff.ts";
import type { CampaignRules } from "#domain/campaign/campaign-rules.ts";
import type { Actor } from "#domain/handling/actor.ts";
import type { UnitStaff } from "#domain/handling/sign-off.ts";
import { maySeeAssignment } from "#domain/handling/scope.ts";
import { NotFound } from "../errors.ts";

/** A reply as a verb meets it: `edition` is the one being worked on, or else the live one. */
export type LoadedReply = ReplyRecord & {
  readonly edition: EditionRow | null;
  readonly disclosure: DisclosureRow | null;
  /** What the year asks for. */
  readonly rules: CampaignRules;
  /** Who may act for the unit; read only where somebody has to sign for it. */
  readonly staff: UnitStaff;
};

async function readWords(reader: Reader, id: string, { reply }: ReplyRecord) {
  const number = reply?.draftEdition ?? reply?.liveEdition ?? null;
  if (number === null) return { edition: null, disclosure: null };
  const edition = (await findEdition(reader, id, number)) ?? null;
  return { edition, disclosure: (await findDisclosure(reader, id, number)) ?? null };
}

/** Throws NotFound where it is not there or not the actor's: the two look alike. */
export async function getReply(reader: Reader, actor: Actor, id: string): Promise<LoadedReply> {
  const record = await findReplyRecord(reader, id);
  if (!record || !maySeeAssignment(actor, record.assignment.unitCode)) throw new NotFound("这份答复");
  const rules = await readRules(reader, record.campaign.id);
  const words = await readWords(reader, id, record);
  const isSigned = rules.unitSignOff || words.edition?.state === "unit_review";
  const staff = isSigned ? await listUnitStaff(reader, record.unit.code) : [];
  return { ...record, ...words, rules, staff };
}
