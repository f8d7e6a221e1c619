import { readHandlingFacts } from "#db/reads/handling-facts.ts";
import type { Transaction } from "#db/open.ts";
import { findConsentObstacle } from "#domain/disclosure/consent.ts";
import type { Finding } from "#domain/gate/finding.ts";
import { verdictOf } from "#domain/gate/finding.ts";
import { findUnready } from "#domain/handling/readiness.ts";
import type { RefusalCode } from "#domain/handling/refusal.ts";
import { refuse } from "#domain/handling/refusal.ts";
import { missingParts } from "#domain/reply/letter.ts";
import { Refused } from "../errors.ts";
import type { LoadedReply } from "./load-reply.ts";
import { scanReply } from "./scan.ts";

function findMissing({ edition, disclosure }: LoadedReply): RefusalCode | undefined {
  if (!edition?.classCode) return "class_missing";
  if (!disclosure) return "disclosure_missing";
  if (disclosure.mode !== "full" && !disclosure.ground) return "ground_missing";
  const needsText = disclosure.mode === "summary" || disclosure.mode === "redacted";
  if (needsText && !disclosure.publicBody) return "public_text_missing";
  return findConsentObstacle(disclosure.consent, disclosure)?.code;
}

function checkParts({ edition }: LoadedReply): void {
  const parts = edition ? missingParts(edition) : [];
  if (edition && parts.length === 0) return;
  const fields = parts.map((part) => ({ path: "letter", message: `缺少${part}` }));
  throw Refused.of(refuse("letter_incomplete"), fields);
}

async function checkHandling(tx: Transaction, { assignment, motion, rules, edition }: LoadedReply): Promise<void> {
  // A correction mends words; what was done for the matter was looked at before the first edition.
  if (edition && edition.number > 1) return;
  const facts = await readHandlingFacts(tx, assignment.id, motion.id);
  const [missing, ...others] = findUnready(facts, rules).map(refuse);
  if (missing)
    throw Refused.of(
      missing,
      others.map(({ code, message }) => ({ path: code, message })),
    );
}

/**
 * What a letter must have before it leaves whoever holds it (design §5): its parts, class, disclosure with ground,
 * the contacts, opinions and feedback that the campaign asks for, and a gate that stops nothing. Returns the findings.
 */
export async function checkReady(tx: Transaction, reply: LoadedReply): Promise<Finding[]> {
  checkParts(reply);
  const missing = findMissing(reply);
  if (missing) throw Refused.of(refuse(missing));
  await checkHandling(tx, reply);
  const findings = await scanReply(tx, reply);
  if (verdictOf(findings) !== "block") return findings;
  const fields = findings.map((finding) => ({ path: finding.where, message: finding.message }));
  throw Refused.of(refuse("gate_blocked"), fields);
}
