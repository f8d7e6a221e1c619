/**
 * Where a text of a row may be read by everybody, told anew from the rules (design §1.1, §5) and by nothing of the
 * projection: column → SQL condition over its row `t`. A column that is not named here is never public.
 */

/** The reply of this part is public. */
const isLive = (part: string) =>
  `exists (select 1 from replies r join disclosures d on d.assignment_id = r.assignment_id and d.edition = r.live_edition
    where r.assignment_id = ${part} and r.publication = 'published' and d.mode <> 'none')`;
/** Some reply to this motion is. */
const isMotionLive = (motion: string) =>
  `exists (select 1 from assignments a where a.motion_id = ${motion} and ${isLive("a.id")})`;
/** Its filers may be named. */
const isNamed = (motion: string) =>
  `exists (select 1 from motions m join campaigns c on c.id = m.campaign_id
    where m.id = ${motion} and m.confidential = 0 and c.names_public = 1) and ${isMotionLive(motion)}`;
const isOpenMotion = (motion: string) =>
  `exists (select 1 from motions m where m.id = ${motion} and m.confidential = 0) and ${isMotionLive(motion)}`;

const ofLiveEdition = `${isLive("t.assignment_id")}
  and exists (select 1 from replies r where r.assignment_id = t.assignment_id and r.live_edition = t.number)`;
const inMode = (edition: string, ...modes: readonly string[]) =>
  `exists (select 1 from disclosures d where d.assignment_id = t.assignment_id and d.edition = ${edition}
    and d.mode in (${modes.map((mode) => `'${mode}'`).join(", ")}))`;
/** A correction that shows what it changed; whether older ones may still be read is `listShownChanges`'s to say. */
const isCorrected = `exists (select 1 from editions e where e.assignment_id = t.assignment_id
  and e.number = t.number + 1 and e.shows_changes = 1) and t.published_at is not null and ${isLive("t.assignment_id")}`;
const ofNamedPart = `exists (select 1 from assignments a where a.id = t.assignment_id and ${isNamed("a.motion_id")})`;
const ofPublished = "t.state = 'published' and t.published_at is not null";
const ALWAYS = "1";

export const PUBLIC_PLACES: Readonly<Record<string, string>> = {
  "units.short_name": ALWAYS,
  "units.full_name": ALWAYS,
  "units.phone": ALWAYS,
  "topics.name": ALWAYS,
  "topics.description": ALWAYS,
  "sittings.name": ALWAYS,
  "sittings.short_name": ALWAYS,
  "campaigns.name": ALWAYS,
  "campaign_rules.rules": ALWAYS,
  "schemes.name": ALWAYS,
  "schemes.source": ALWAYS,
  "scheme_classes.label": ALWAYS,
  "scheme_classes.definition": ALWAYS,
  "settings.value": ALWAYS,
  "motions.title": isMotionLive("t.id"),
  "motions.category": isMotionLive("t.id"),
  "motions.filer_group": isNamed("t.id"),
  "proposers.name": isNamed("t.motion_id"),
  "motion_asks.text": isOpenMotion("t.motion_id"),
  "votes.body": isMotionLive("t.motion_id"),
  "replies.index_number": isLive("t.assignment_id"),
  "editions.title": ofLiveEdition,
  "editions.doc_number": ofLiveEdition,
  "editions.signatory": ofLiveEdition,
  "editions.contact_phone": ofLiveEdition,
  "editions.copy_to": ofLiveEdition,
  "editions.addressee": `${ofLiveEdition} and ${ofNamedPart}`,
  "editions.body": `(${ofLiveEdition} and ${inMode("t.number", "full")}) or (${isCorrected} and ${inMode("t.number", "full")})`,
  "editions.note": `t.published_at is not null and ${isLive("t.assignment_id")}`,
  "disclosures.public_body": `${isLive("t.assignment_id")} and t.mode in ('summary', 'redacted')
    and exists (select 1 from replies r where r.assignment_id = t.assignment_id and r.live_edition = t.edition)`,
  "attachments.name": isLive("t.assignment_id"),
  "follow_ups.body": `t.published_at is not null and ${isLive("t.assignment_id")}`,
  "commitments.text": isLive("t.assignment_id"),
  "commitment_events.note": `t.approved_at is not null and exists (select 1 from commitments k where k.id = t.commitment_id and ${isLive("k.assignment_id")})`,
  "commitment_events.evidence": `t.approved_at is not null and exists (select 1 from commitments k where k.id = t.commitment_id and ${isLive("k.assignment_id")})`,
  "documents.title": ofPublished,
  "documents.issuer": ofPublished,
  "documents.doc_number": ofPublished,
  "documents.index_number": ofPublished,
  "documents.category": ofPublished,
  "documents.source": ofPublished,
  "documents.addressee": ofPublished,
  "documents.body": ofPublished,
  "documents.attachments": ofPublished,
};
