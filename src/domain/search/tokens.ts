/**
 * The character method (design §7): each Han character is a word, a run of Latin letters and digits is one word
 * (12.5 and 66.67% included), anything else is a gap: it takes a position, but is not found by itself.
 */
export type Token = { readonly kind: "han" | "run" | "gap"; readonly text: string };

const TOKEN = /[0-9a-z]+(?:\.[0-9a-z]+)*%?|[^]/gu;
const RUN = /^[0-9a-z]/;
const HAN = /^\p{Script=Han}$/u;
const LETTER = /^[\p{L}\p{Nl}]$/u;

/** A city's texts use a few thousand characters; each is judged once. */
const known = new Map<string, Token>();

function toToken(text: string): Token {
  if (RUN.test(text)) return { kind: "run", text };
  const seen = known.get(text);
  if (seen) return seen;
  // The engine decomposes before it indexes, so a character that changes by it could not be found as itself.
  const isHan = HAN.test(text) && LETTER.test(text) && text.normalize("NFD") === text;
  const token: Token = { kind: isHan ? "han" : "gap", text };
  known.set(text, token);
  return token;
}

/** Tokens of a folded text; joined again they are the text. */
export function toTokens(folded: string): Token[] {
  return (folded.match(TOKEN) ?? []).map(toToken);
}

/**
 * The word that stands for a token in the index: small ASCII letters and digits only, so that neither the engine nor
 * any browser's word segmenter takes it apart. One to one: z is zz, the point zd, the per cent sign zp.
 */
export function toIndexWord({ kind, text }: Token): string {
  if (kind === "gap") return "·";
  if (kind === "han") return text;
  return text.replaceAll("z", "zz").replaceAll(".", "zd").replaceAll("%", "zp");
}
