import { isTelling } from "./telling.ts";
import { WINDOW } from "./window-set.ts";

/** name: of a person; number: of a telephone; words: a short text, found wherever it stands. */
export type ShortNeedle = { readonly kind: "name" | "number" | "words"; readonly text: string };

const NAME = /^\p{Script=Han}{2,4}$/u;
const PHONE = /^(?:\+?86-?)?(?:\(?(?:0\d{2,3})\)?-?)?(\d{7,8}|1\d{10})(?:(?:转|-)\d{1,6})?$/;
/** 文号, GB/T 9704 §7.2.5; NFKC leaves its brackets, but not all write them. */
const DOC_NUMBER = /^\p{L}{1,20}[〔[(【]\d{4}[〕\])】]第?[\d-]{1,9}号$/u;
/** Below this, ordinary words would match. */
const LEAST_WORDS = 5;

/** How a whole folded text that is shorter than a window, or a telephone number, is looked for; undefined where it says nothing. */
export function toShortNeedle(folded: string): ShortNeedle | undefined {
  if (NAME.test(folded)) return { kind: "name", text: folded };
  // Without the area code, since it is written in many ways.
  const local = PHONE.exec(folded)?.[1];
  if (local) return { kind: "number", text: local };
  if (DOC_NUMBER.test(folded)) return { kind: "words", text: folded };
  if (folded.length >= WINDOW || folded.length < LEAST_WORDS || !isTelling(folded)) return undefined;
  return { kind: "words", text: folded };
}

/** After a name: as a letter addresses or mentions a person. Enough by itself. */
const FORM_OF_ADDRESS = /^(?:代表|委员|等\d|同志|先生|女士)/;
/** After a name at the end of something. */
const NO_NAME_AFTER = /^(?:$|[^\p{L}\p{N}]|等)/u;
/** Before a name: nothing, a mark, or the words that lead to one. */
const NO_NAME_BEFORE = /(?:^|[^\p{L}\p{N}]|代表|委员|联系人|承办人|经办人|负责人|提出人|提案人|领衔人|联名人)$/u;
const ALPHANUMERIC = /^[0-9A-Za-z]/;
/** The longest lead above. */
const AROUND = 4;

/** Is this place, where the characters are those of the needle, a place where it is meant? */
export function isMeantAt({ kind, text }: ShortNeedle, haystack: string, at: number): boolean {
  if (kind === "words") return true;
  const before = haystack.slice(Math.max(0, at - AROUND), at);
  const after = haystack.slice(at + text.length, at + text.length + AROUND);
  if (kind === "number") return !ALPHANUMERIC.test(after) && !ALPHANUMERIC.test(before.slice(-1));
  return FORM_OF_ADDRESS.test(after) || (NO_NAME_AFTER.test(after) && NO_NAME_BEFORE.test(before));
}
