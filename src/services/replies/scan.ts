import { listOverrideRows, listPrivateContacts } from "#db/reads/overrides.ts";
import { listMotionsToMatch, listOfficeLines } from "#db/reads/gate-context.ts";
import { listAttachmentFindings } from "#db/reads/attachments.ts";
import type { EditionRow } from "#db/reads/reply-record.ts";
import { findScheme } from "#db/reads/schemes.ts";
import type { Reader } from "#db/open.ts";
import { checkLetter } from "#domain/gate/check-letter.ts";
import type { LetterContext } from "#domain/gate/check-letter.ts";
import type { Finding } from "#domain/gate/finding.ts";
import { applyOverrides, isCurrent } from "#domain/gate/override.ts";
import { scanText } from "#domain/privacy/scan-text.ts";
import { blocksToScan } from "#domain/reply/plain-text.ts";
import { sha256 } from "../hash.ts";
import type { LoadedReply } from "./load-reply.ts";
import { toLetter } from "./to-letter.ts";

/** What the gate must know of the campaign in which a letter is checked. */
export async function readLetterContext(reader: Reader, campaignId: string, schemeId: string): Promise<LetterContext> {
  const scheme = await findScheme(reader, schemeId);
  if (!scheme) throw new Error(`Failed to check a letter: scheme ${schemeId} is missing`);
  return {
    scheme,
    motions: await listMotionsToMatch(reader, campaignId),
    officeLines: await listOfficeLines(reader),
    privateContacts: await listPrivateContacts(reader),
  };
}

/** Runs the gate over the edition being worked on, the text for the public and the note of a correction included. */
export async function scanReply(reader: Reader, reply: LoadedReply): Promise<Finding[]> {
  const { edition, disclosure } = reply;
  if (!edition) return [];
  const context = await readLetterContext(reader, reply.campaign.id, reply.campaignKind.schemeId);
  const extra = [
    ...(disclosure?.publicBody ? blocksToScan(disclosure.publicBody) : []),
    ...(edition.note ? [edition.note] : []),
  ];
  const { officeLines = [], privateContacts = [] } = context;
  const findings = [
    ...checkLetter(toLetter(edition, disclosure), context),
    ...scanText(extra, { officeLines, privateContacts, where: "public_text" }),
    ...(await listAttachmentFindings(reader, edition.assignmentId, edition.number)),
  ];
  return applyOverrides(findings, await listAllowed(reader, edition), sha256);
}

/** What two people let pass, of this very letter. */
async function listAllowed(reader: Reader, edition: EditionRow) {
  const rows = await listOverrideRows(reader, edition.assignmentId, edition.number);
  return rows.filter((row) => isCurrent(row, edition) && row.allowed === true);
}
