import type { Transaction } from "#db/open.ts";
import type { FollowUpRow } from "#db/reads/follow-ups.ts";
import { listOfficeLines } from "#db/reads/gate-context.ts";
import { listPrivateContacts } from "#db/reads/overrides.ts";
import { refuse } from "#domain/handling/refusal.ts";
import { scanText } from "#domain/privacy/scan-text.ts";
import { blocksToScan, textBlocks } from "#domain/reply/plain-text.ts";
import type { RichText } from "#domain/reply/rich-text.ts";
import { Refused } from "../errors.ts";
import type { LoadedReply } from "../replies/load-reply.ts";
import { findCurrentClass } from "./open-follow-up.ts";

export type ReadyFollowUp = {
  readonly body: RichText;
  readonly classCode: string;
  readonly currentClass: string | null;
};

/** Throws Refused with a sentence for each finding that the gate stops. */
export async function scanFollowUp(tx: Transaction, body: RichText): Promise<void> {
  const officeLines = await listOfficeLines(tx);
  const privateContacts = await listPrivateContacts(tx);
  const findings = scanText(blocksToScan(body), { officeLines, privateContacts, where: "body" });
  const blocking = findings.filter((finding) => finding.severity === "block");
  if (blocking.length === 0) return;
  const fields = blocking.map(({ where, message }) => ({ path: where, message }));
  throw Refused.of(refuse("gate_blocked"), fields);
}

/**
 * What every follow-up must have before it goes on: words, a class, evidence where the class changes, and nothing that
 * the gate stops. Throws Refused with the first that is missing.
 */
export async function checkFollowUp(tx: Transaction, reply: LoadedReply, row: FollowUpRow): Promise<ReadyFollowUp> {
  const { body, classCode, evidence } = row;
  if (!body || classCode === null || textBlocks(body).length === 0) throw Refused.of(refuse("follow_up_incomplete"));
  const currentClass = await findCurrentClass(tx, reply);
  if (classCode !== currentClass && evidence === null) throw Refused.of(refuse("evidence_missing"));
  await scanFollowUp(tx, body);
  return { body, classCode, currentClass };
}
