import type { Finding } from "../gate/finding.ts";
import type { LetterToCheck } from "../gate/letter-to-check.ts";
import { blockFinding, reviewFinding } from "../gate/quote-words.ts";
import type { DisclosureMode } from "../disclosure/disclosure.ts";

/** What the ledger says of the answer, as far as it says anything. */
export type LedgerSays = {
  readonly classCode: string | null;
  readonly mode: DisclosureMode | null;
  readonly repliedOn: string | null;
  readonly docNumber: string | null;
};

type Mark = LetterToCheck["disclosureMark"];

const markOf = (mode: DisclosureMode | null): Mark => (mode === null ? null : mode === "none" ? "不公开" : "可公开");

const bare = (text: string): string => text.normalize("NFKC").replace(/[\s[\]()〔〕﹝﹞]/g, "");

/** Both say something, and not the same. */
function differ(left: string | null, right: string | null): left is string {
  return left !== null && right !== null && left !== right;
}

function compareMark({ classCode, disclosureMark }: LetterToCheck, ledger: LedgerSays): Finding[] {
  const findings: Finding[] = [];
  if (differ(classCode, ledger.classCode)) {
    const text = `${classCode}类；${ledger.classCode}类`;
    const message = `答复标注${classCode}类，台账登记为${ledger.classCode}类。请核对后改正其中一处。`;
    findings.push(blockFinding("ledger_class_mismatch", { where: "mark", text }, message));
  }
  const mark = markOf(ledger.mode);
  if (differ(disclosureMark, mark)) {
    const message = `答复标注“${disclosureMark}”，台账登记为“${mark}”。请核对后改正其中一处。`;
    findings.push(blockFinding("ledger_disclosure_mismatch", { where: "mark", text: disclosureMark }, message));
  }
  return findings;
}

function compareHead({ signedOn, docNumber }: LetterToCheck, ledger: LedgerSays): Finding[] {
  const findings: Finding[] = [];
  if (differ(signedOn, ledger.repliedOn)) {
    const message = `答复落款日期为${signedOn}，台账登记为${ledger.repliedOn}。请核对。`;
    findings.push(reviewFinding("ledger_date_mismatch", { where: "foot", text: signedOn }, message));
  }
  if (differ(docNumber && bare(docNumber), ledger.docNumber && bare(ledger.docNumber))) {
    const message = `答复文号为“${docNumber}”，台账登记为“${ledger.docNumber}”。请核对。`;
    findings.push(reviewFinding("ledger_number_mismatch", { where: "head", text: docNumber ?? "" }, message));
  }
  return findings;
}

/** A letter of past years with what only the ledger says filled in; where the two differ, that is a finding. */
export function completeLetter(
  letter: LetterToCheck,
  ledger: LedgerSays | undefined,
): { readonly letter: LetterToCheck; readonly findings: readonly Finding[] } {
  if (!ledger) return { letter, findings: [] };
  return {
    letter: {
      ...letter,
      classCode: letter.classCode ?? ledger.classCode,
      disclosureMark: letter.disclosureMark ?? markOf(ledger.mode),
      signedOn: letter.signedOn ?? ledger.repliedOn,
      docNumber: letter.docNumber ?? ledger.docNumber,
    },
    findings: [...compareMark(letter, ledger), ...compareHead(letter, ledger)],
  };
}
