import { formatDocNumber, parseDocNumber } from "#domain/reply/doc-number.ts";
import type { LetterLine } from "./letter-lines.ts";
import type { LetterMark } from "./letter-mark.ts";
import { parseLetterMark } from "./letter-mark.ts";
import { endsLikeUnit } from "./unit-ending.ts";

export type LetterHead = {
  readonly mark: LetterMark;
  readonly issuer: string | null;
  readonly docNumber: string | null;
  readonly title: string | null;
  readonly addressee: string | null;
  /** Index of the first line of the body. */
  readonly bodyStart: number;
  readonly unread: readonly string[];
};

const TITLE = /(?:建议|提案).{0,30}(?:答复|复函|回复|办理意见|办理情况|办复意见)(?:意见|的函|函|报告)?$/;
const ADDRESSEE = /^[^。；;]{2,80}[:：]$/;
const LINES_OF_HEAD = 25;
const LINES_OF_TITLE = 3;
const LINES_TO_ADDRESSEE = 4;
const DOC_NUMBER =
  /[\p{Script=Han}A-Za-z]{1,30}[:：]?\s*[〔［[﹝（(【]\s*[\dxX×]{2,4}\s*[〕］\]﹞）)】]\s*第?[^号]{0,8}号/u;

type Title = { readonly from: number; readonly to: number; readonly text: string };

/** A title may be broken over up to three lines. */
function findTitle(lines: readonly LetterLine[]): Title | undefined {
  for (let from = 0; from < Math.min(lines.length, LINES_OF_HEAD); from += 1) {
    for (let to = from + 1; to <= Math.min(from + LINES_OF_TITLE, lines.length); to += 1) {
      const part = lines.slice(from, to).map(({ text }) => text);
      const text = part.join("").replace(/\s+/g, "");
      if (/^(?:关于|对|答复)/.test(text) && text.length <= 120 && TITLE.test(text)) return { from, to, text };
      if (/[。：:]$/.test(text)) break;
    }
  }
  return undefined;
}

function findAddressee(lines: readonly LetterLine[], from: number, within: number): number {
  const at = lines.slice(from, from + within).findIndex(({ text }) => ADDRESSEE.test(text));
  return at < 0 ? -1 : from + at;
}

/** 〔 〕 and full-width digits settled where the number is whole; as printed where it is not, for the gate to judge. */
function toDocNumber(printed: string): string {
  const parsed = parseDocNumber(printed);
  if (parsed) return formatDocNumber(parsed);
  return printed
    .normalize("NFKC")
    .replace(/\s/g, "")
    .replace(/[[(【﹝](?=[\dxX×]{2,4}[\])】﹞])/, "〔")
    .replace(/[\])】﹞]/, "〕");
}

type HeadLines = Pick<LetterHead, "mark" | "issuer" | "docNumber" | "unread">;

/** The unit whose name heads the letter: the first line that ends like one, or else the first that is no remark. */
function findIssuer(lines: readonly string[]): string | undefined {
  const names = lines.filter((text) => !/[:：]/.test(text));
  return names.find((text) => endsLikeUnit(text.replace(/\s|文件$/g, ""))) ?? names[0];
}

function readHeadLines(lines: readonly LetterLine[]): HeadLines {
  let mark: LetterMark = {};
  let docNumber: string | null = null;
  const others: string[] = [];
  for (const { text } of lines) {
    const found = parseLetterMark(text);
    const number = docNumber === null ? DOC_NUMBER.exec(text)?.[0] : undefined;
    if (found) mark = { ...found, ...mark };
    else if (number === undefined) others.push(text);
    else {
      docNumber = toDocNumber(number);
      const rest = text.replace(number, "").trim();
      if (rest !== "") others.push(rest);
    }
  }
  const issuer = findIssuer(others);
  const unread = others.filter((text) => text !== issuer);
  return { mark, issuer: issuer?.replace(/\s|文件$/g, "") ?? null, docNumber, unread };
}

/** Without an addressee the body starts after the marks and the number that stand above it. */
function countHeadLines(lines: readonly LetterLine[], from: number): number {
  const isHead = ({ text }: LetterLine): boolean =>
    parseLetterMark(text) !== undefined || DOC_NUMBER.exec(text)?.index === 0;
  const length = lines.slice(from).findIndex((line) => !isHead(line));
  return length < 0 ? lines.length : from + length;
}

type Start = Pick<LetterHead, "addressee" | "bodyStart"> & { readonly headEnd: number };

function findStart(lines: readonly LetterLine[], after: number, within: number): Start {
  const at = findAddressee(lines, after, within);
  const line = lines[at];
  if (line) return { addressee: line.text.replace(/[:：]$/, "").trim(), headEnd: at, bodyStart: at + 1 };
  const headEnd = countHeadLines(lines, after);
  return { addressee: null, headEnd, bodyStart: headEnd };
}

/** Reads everything above the body: mark, issuer, 文号, title, addressee. Lines that are none of these are named. */
export function readLetterHead(lines: readonly LetterLine[]): LetterHead {
  const title = findTitle(lines);
  const { from, to, text } = title ?? { from: 0, to: 0, text: null };
  const { headEnd, addressee, bodyStart } = findStart(lines, to, title ? LINES_TO_ADDRESSEE : LINES_OF_HEAD);
  const headLines = [...lines.slice(0, from), ...lines.slice(to, headEnd)];
  return { ...readHeadLines(headLines), title: text, addressee, bodyStart };
}
