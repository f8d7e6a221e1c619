import { KIND_WORDS, MOTION_KINDS, type MotionKind } from "../motion/kind.ts";
import type { MotionNumber } from "../motion/number.ts";

/** A kind by its label or by the segment of its address. */
export const KIND_OF_WORD: ReadonlyMap<string, MotionKind> = new Map(
  MOTION_KINDS.flatMap((kind) => [[KIND_WORDS[kind].label, kind] as const, [KIND_WORDS[kind].slug, kind] as const]),
);

/** A query that names one thing by its number rather than by its words. */
export type NumberForm =
  | {
      readonly type: "motion";
      readonly number: MotionNumber;
      readonly kind: MotionKind | null;
      readonly year: number | null;
    }
  /** 文号 or 索引号, as `documentKey` makes it. */
  | { readonly type: "document"; readonly key: string };

const LABELS = MOTION_KINDS.map((kind) => KIND_WORDS[kind].label).join("|");
const KIND = `(?:人大代表|代表|政协|委员)?(${LABELS})`;
/** 39号, 第39号, 39号建议, 建议39号, 2024年第39号建议, 闭会第1号. */
const WORDS = new RegExp(`^(?:(20\\d\\d)年?)?(?:${KIND})?(闭会(?:期间)?)?第?0*([1-9]\\d{0,4})号(?:${KIND})?$`, "u");
/** 39, 第39: what else it may mean is found among the words. */
const BARE = /^第?0*([1-9]\d{0,3})$/u;
/** 2024-39, 2024-jianyi-39, 2024/tian/bihui-1. */
const DASHED = new RegExp(
  `^(20\\d\\d)[-—–/](?:(${[...KIND_OF_WORD.keys()].join("|")})[-—–/])?(bihui-)?0*([1-9]\\d{0,4})$`,
  "u",
);
const DOC_NUMBER = /^\p{Script=Han}+[〔[(【［（](?:19|20)\d\d[〕\])】］）]第?\d{1,5}号$/u;
const INDEX_NUMBER = /^[0-9a-z]{6,}\/(?:19|20)\d\d-?\d{1,8}$/u;

type Parts = {
  year: string | undefined;
  kind: string | undefined;
  between: string | undefined;
  number: string | undefined;
};

function toForm({ year, kind, between, number }: Parts): NumberForm {
  return {
    type: "motion",
    number: { number: Number(number), betweenSessions: between !== undefined },
    kind: KIND_OF_WORD.get(kind ?? "") ?? null,
    year: year === undefined ? null : Number(year),
  };
}

function parseWords(text: string): NumberForm | undefined {
  const match = WORDS.exec(text);
  if (!match) return undefined;
  const [, year, before, between, number, after] = match;
  return before && after ? undefined : toForm({ year, kind: before ?? after, between, number });
}

function parseBare(text: string): NumberForm | undefined {
  const number = BARE.exec(text)?.[1];
  return number === undefined ? undefined : toForm({ year: undefined, kind: undefined, between: undefined, number });
}

function parseDashed(text: string): NumberForm | undefined {
  const match = DASHED.exec(text);
  if (!match) return undefined;
  const [, year, kind, between, number] = match;
  return toForm({ year, kind, between, number });
}

/** The same 文号 or 索引号 however its brackets, spaces and 第 are typed. Takes folded text. */
export function documentKey(folded: string): string {
  return folded
    .replace(/\s+/gu, "")
    .replace(/[〔[(【]/gu, "〔")
    .replace(/[〕\])】]/gu, "〕")
    .replace("〕第", "〕");
}

/** Reads a folded query as a number; undefined when it is words. */
export function parseNumberForm(folded: string): NumberForm | undefined {
  const text = folded.replace(/["“”„\s]+/gu, "");
  if (DOC_NUMBER.test(text) || INDEX_NUMBER.test(text)) return { type: "document", key: documentKey(text) };
  return parseWords(text) ?? parseDashed(text) ?? parseBare(text);
}
