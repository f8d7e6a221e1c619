import { COMMON_PARTS } from "./common-passwords.ts";

/** In characters as typed, after NFC (ASVS 6.2.1, 6.2.9; no rules of composition, 6.2.5). */
export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 128;

/** What must be left when everybody's and the account's own words are taken away. */
const OWN_CHARACTERS = 6;
const OWN_DISTINCT = 5;

/** One form of what was typed on every keyboard; nothing is cut off or made lower case. */
export function normalisePassword(password: string): string {
  return password.normalize("NFC");
}

function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}

/** Too short a word stands in every password by chance. */
function isTelling(word: string): boolean {
  return /\p{Script=Han}/u.test(word) ? word.length >= 2 : word.length >= 4;
}

/** Longest first, so that a part does not break the longer one that holds it. */
function remove(text: string, words: readonly string[]): string {
  return words.toSorted((a, b) => b.length - a.length).reduce((rest, word) => rest.replaceAll(word, ""), text);
}

const RUNS = "0123456789012 abcdefghijklmnopqrstuvwxyz qwertyuiop asdfghjkl zxcvbnm".split(" ");

/** 4 or more neighbours of the alphabet or the keyboard, forwards or backwards. */
function removeRuns(text: string): string {
  const lines = [...RUNS, ...RUNS.map((run) => [...run].toReversed().join(""))];
  const runs = lines.flatMap((line) =>
    Array.from({ length: line.length - 3 }, (_, start) => line.slice(start, start + 4)),
  );
  return remove(text, [...new Set(runs)]);
}

/**
 * What is wrong with the password, as a sentence; undefined: nothing. `ownWords`: the names of the unit, the system,
 * the person and the login, which an attacker tries first (ASVS 6.2.11).
 */
export function findPasswordFault(raw: string, ownWords: readonly string[]): string | undefined {
  const password = normalisePassword(raw);
  const { length } = [...password];
  if (length < PASSWORD_MIN) return `密码不能少于 ${PASSWORD_MIN} 个字符，请加长`;
  if (length > PASSWORD_MAX) return `密码不能多于 ${PASSWORD_MAX} 个字符，请缩短`;
  const folded = fold(password);
  const own = ownWords.map(fold).filter(isTelling);
  if (own.some((word) => folded.includes(word))) return "密码中不能含有单位名称、系统名称、姓名或登录名，请更换";
  const rest = [...removeRuns(remove(folded, COMMON_PARTS))];
  if (rest.length < OWN_CHARACTERS || new Set(rest).size < OWN_DISTINCT) {
    return "这个密码过于常见，容易被猜中，请更换";
  }
  return undefined;
}
