import type { Finding } from "#domain/gate/finding.ts";
import type { LetterToCheck } from "#domain/gate/letter-to-check.ts";
import type { PrintedMotion } from "#domain/gate/printed-motion.ts";
import { parsePrintedMotion, quotedMotionTitle } from "#domain/gate/printed-motion.ts";
import { textBlocks } from "#domain/reply/plain-text.ts";
import { RichText } from "#domain/reply/rich-text.ts";
import type { OfficePackage } from "../ooxml/open-package.ts";
import { openPackage } from "../ooxml/open-package.ts";
import { readRelationships, resolveTarget } from "../ooxml/relationships.ts";
import { findChild, parseXmlTree } from "../ooxml/xml-tree.ts";
import { UnreadableFile } from "../unreadable-file.ts";
import type { DocumentContext } from "./document-context.ts";
import { openDocumentContext } from "./document-context.ts";
import type { DocxBlock } from "./docx-blocks.ts";
import type { LetterFoot } from "./letter-foot.ts";
import { readLetterFoot } from "./letter-foot.ts";
import type { LetterHead } from "./letter-head.ts";
import { readLetterHead } from "./letter-head.ts";
import { toLetterLines } from "./letter-lines.ts";
import type { LetterMark } from "./letter-mark.ts";
import { parseLetterMark } from "./letter-mark.ts";
import { readNumbering } from "./numbering.ts";
import { readBlocks } from "./read-blocks.ts";
import { ReaderFindings } from "./reader-findings.ts";
import { reportParts } from "./report-parts.ts";
import { readStyles } from "./styles.ts";
import { toRichText } from "./to-rich-text.ts";

/** Where a letter says what it answers. */
const OPENING_BLOCKS = 3;

export type ReplyDocument = {
  readonly letter: LetterToCheck;
  /** The unit whose name heads the letter. */
  readonly issuer: string | null;
  /** What the title says that it answers. */
  readonly motion: PrintedMotion | null;
  /** The title of the motion as the opening quotes it. */
  readonly quotedTitle: string | null;
  /** What the file carries besides the letter, named for the clerk. */
  readonly hidden: readonly Finding[];
};

function openContext(pack: OfficePackage): DocumentContext {
  const { parts, mainPart } = pack;
  const relationships = readRelationships(parts, mainPart);
  const partOf = (type: string): Uint8Array | undefined => {
    const found = relationships.find((item) => item.type === type && !item.external);
    return found && parts.get(resolveTarget(mainPart, found.target));
  };
  const links = new Map(relationships.filter(({ type }) => type === "hyperlink").map(({ id, target }) => [id, target]));
  return openDocumentContext({
    styles: readStyles(partOf("styles")),
    numbering: readNumbering(partOf("numbering")),
    findings: new ReaderFindings(),
    findLink: (id) => (id === undefined ? undefined : links.get(id)),
  });
}

function toBody(blocks: readonly DocxBlock[]): RichText {
  const body = RichText.safeParse(toRichText(blocks));
  if (!body.success) {
    throw new UnreadableFile("too_complex", "正文过长或结构过于复杂，无法读取。请只保留答复正文后重新上传。");
  }
  return body.data;
}

/** Some units set the mark in a text box at the corner of the first page. */
function boxedMark(texts: readonly string[]): LetterMark {
  return texts.map(parseLetterMark).reduce<LetterMark>((mark, found) => ({ ...found, ...mark }), {});
}

function reportLeftovers(head: LetterHead, foot: LetterFoot, findings: ReaderFindings): void {
  for (const line of head.unread) findings.report("unread_line", "head", line);
  for (const line of foot.unread) findings.report("unread_line", "foot", line);
  if (foot.blankDate !== undefined) findings.report("placeholder", "foot", foot.blankDate);
}

function toLetter(head: LetterHead, foot: LetterFoot, boxed: LetterMark, body: RichText): LetterToCheck {
  const { docNumber, title, addressee } = head;
  const { signatory, signedOn, contactName, contactPhone, copyTo } = foot;
  const { classCode = null, disclosureMark = null } = { ...foot.mark, ...boxed, ...head.mark };
  const foundAbove = { classCode, disclosureMark, docNumber, title, addressee };
  return { ...foundAbove, body, signatory, signedOn, contactName, contactPhone, copyTo };
}

function toReply(blocks: readonly DocxBlock[], context: DocumentContext): ReplyDocument {
  const lines = toLetterLines(blocks);
  if (lines.length === 0) {
    throw new UnreadableFile("empty_document", "文档里没有可以读取的文字。请检查是否选错了文件。");
  }
  const head = readLetterHead(lines);
  const foot = readLetterFoot(lines, head.bodyStart, head.issuer);
  const blockOf = (line: number): number => lines[line]?.block ?? blocks.length;
  const body = toBody(blocks.slice(blockOf(head.bodyStart), blockOf(foot.bodyEnd)));
  reportLeftovers(head, foot, context.findings);
  return {
    letter: toLetter(head, foot, boxedMark(context.textBoxes), body),
    issuer: head.issuer,
    motion: parsePrintedMotion(head.title ?? "") ?? null,
    quotedTitle: quotedMotionTitle(textBlocks(body).slice(0, OPENING_BLOCKS)) ?? null,
    hidden: context.findings.list(),
  };
}

/**
 * Reads a reply letter from Word: its parts, its body as allowed nodes, and everything that is hidden or left over.
 * Throws UnreadableFile: wrong_type, old_format_doc, encrypted, macro, zip_bomb, too_complex, empty_document …
 */
export async function readReply(bytes: Uint8Array): Promise<ReplyDocument> {
  const pack = await openPackage(bytes, "docx");
  const context = openContext(pack);
  const body = findChild(parseXmlTree(pack.parts.get(pack.mainPart) ?? new Uint8Array()), "w:body");
  const blocks = body ? readBlocks(body, undefined, context) : [];
  reportParts(pack, context.findings);
  return toReply(blocks, context);
}
