import type { Finding } from "../gate/finding.ts";
import { isCredentialLabel, isLoneSecret } from "./credential.ts";
import { findEmails } from "./email.ts";
import { findNumbers, findWords } from "./find-hits.ts";
import type { Folded } from "./fold.ts";
import { foldText, originalWords, withoutBlanks } from "./fold.ts";
import type { Hit, PiiCode } from "./hit.ts";
import { digitsOnly } from "./landline.ts";
import { PII_MESSAGES, SPLIT_MESSAGE } from "./messages.ts";
import { findPrivateContacts } from "./private-contact.ts";

export type ScanOptions = {
  /** Telephones that the office gives out: no finding. */
  readonly officeLines?: readonly string[];
  /** Contacts of deputies and members, as the office keeps them: always a block. */
  readonly privateContacts?: readonly string[];
  /** Where the blocks stand: body (default), title, head, foot. */
  readonly where?: string;
};

/** Units at each end of a block that are read together with its neighbour: 19 digits with their separators. */
const EDGE = 100;
/** How many blocks after a cell 密码 or 手机 may hold its value: a row of a table. */
const LABEL_REACH = 8;
const LONGEST_LABEL = 16;
/** A cell that only says what the numbers of its column are. */
const NUMBER_LABEL =
  /^[\p{Script=Han}()/、]{0,8}(?:手机|电话|联系方式|身份证|证件号|身份号码|卡号|银行账号|账号|开户行)[\p{Script=Han}()/、]{0,6}:?$/u;

function toFinding(folded: Folded, hit: Hit, where: string): Finding {
  const text = originalWords(folded, hit.start, hit.end);
  return { code: hit.code, severity: hit.severity, where, text, message: PII_MESSAGES[hit.code] };
}

function reversedText(text: string): string {
  return [...text].toReversed().join("");
}

/** Text that is turned round for display reads from its other end. */
function findTurned(block: string, officeLines: readonly string[], where: string): Finding[] {
  if (!/[\u202D\u202E\u2066-\u2068]/.test(block)) return [];
  const folded = foldText(reversedText(block));
  return findNumbers(folded.text, { officeLines, acrossBlocks: false }).map((hit) => {
    const finding = toFinding(folded, hit, where);
    return { ...finding, text: reversedText(finding.text) };
  });
}

function scanBlock(block: string, options: Required<ScanOptions>): Finding[] {
  const { where, privateContacts } = options;
  const officeLines = options.officeLines.map(digitsOnly).filter((line) => line.length >= 7);
  const folded = foldText(block);
  const compact = withoutBlanks(folded);
  const numbers = findNumbers(folded.text, { officeLines, acrossBlocks: false });
  const words = [...findWords(compact.text), ...findPrivateContacts(compact, privateContacts)];
  return [
    ...[...numbers, ...findEmails(folded.text)].map((hit) => toFinding(folded, hit, where)),
    ...words.map((hit) => toFinding(compact, hit, where)),
    ...findTurned(block, officeLines, where),
  ];
}

/** What may belong to a number that goes on in the next block. */
function edges(block: string): string {
  return block.length <= 2 * EDGE ? block : `${block.slice(0, EDGE)}…${block.slice(-EDGE)}`;
}

/** Numbers cut in two by a paragraph or a table cell. Only those that cross a border: the rest is found in its block. */
function scanBorders(all: readonly string[], where: string): Finding[] {
  if (all.length < 2) return [];
  const blocks = all.map(edges);
  const borders = new Set<number>();
  let length = 0;
  for (const block of blocks) {
    length += block.length;
    borders.add(length);
    length += 1;
  }
  const folded = foldText(blocks.join("\n"));
  const crosses = (hit: Hit): boolean => {
    const end = folded.ends[hit.end - 1] ?? 0;
    for (let at = folded.starts[hit.start] ?? 0; at < end; at += 1) if (borders.has(at)) return true;
    return false;
  };
  return findNumbers(folded.text, { officeLines: [], acrossBlocks: true })
    .filter(crosses)
    .map((hit) => ({ ...toFinding(folded, hit, where), message: PII_MESSAGES[hit.code] + SPLIT_MESSAGE }));
}

function scanLabelledCells(blocks: readonly string[], where: string): Finding[] {
  const cells = blocks.map((block) => (block.length > EDGE ? "" : withoutBlanks(foldText(block)).text));
  return cells.flatMap((cell, label) => {
    if (isCredentialLabel(cell)) return findLoneSecret(blocks, cells, label, where);
    return isNumberLabel(cell) ? findUnderLabel(blocks, label, where) : [];
  });
}

function findLoneSecret(blocks: readonly string[], cells: readonly string[], label: number, where: string): Finding[] {
  const value = cells.findIndex((other, at) => at > label && at <= label + LABEL_REACH && isLoneSecret(other));
  const text = blocks[value]?.trim();
  const code: PiiCode = "pii_credential";
  return text === undefined ? [] : [{ code, severity: "block" as const, where, text, message: PII_MESSAGES[code] }];
}

/** The cells that a heading such as 手机 may stand over, read with it: 手机：138，0013，8000. */
function findUnderLabel(blocks: readonly string[], label: number, where: string): Finding[] {
  const heading = `${blocks[label]?.trim() ?? ""}:`;
  return blocks.slice(label + 1, label + 1 + LABEL_REACH).flatMap((block) => {
    if (block.length > EDGE) return [];
    const folded = foldText(heading + block);
    return findNumbers(folded.text, { officeLines: [], acrossBlocks: false })
      .filter((hit) => hit.code !== "pii_landline" && (folded.starts[hit.start] ?? 0) >= heading.length)
      .map((hit) => toFinding(folded, hit, where));
  });
}

function isNumberLabel(cell: string): boolean {
  return cell.length <= LONGEST_LABEL && NUMBER_LABEL.test(cell);
}

function eachOnce(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [`${finding.code}\n${finding.text}`, finding])).values()];
}

/**
 * Personal data and secrets in text as a reader sees it: one string per paragraph, list item or table cell.
 * Each finding quotes the original words. Linear in the length of the text (security.md §3.1).
 */
export function scanText(blocks: readonly string[], options: ScanOptions = {}): Finding[] {
  const { officeLines = [], privateContacts = [], where = "body" } = options;
  const full = { officeLines, privateContacts, where };
  return eachOnce([
    ...blocks.flatMap((block) => scanBlock(block, full)),
    ...scanBorders(blocks, where),
    ...scanLabelledCells(blocks, where),
  ]);
}

/** The check before a notice, a rule or a summary is published. */
export function scanDocument(title: string, blocks: readonly string[], options: ScanOptions = {}): Finding[] {
  return [...scanText([title], { ...options, where: "title" }), ...scanText(blocks, { ...options, where: "body" })];
}
