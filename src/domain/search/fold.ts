/** Full-width ASCII (U+FF01–FF5E) lies at this distance from ASCII. */
const FULL_WIDTH_OFFSET = 0xfee0;
const WIDTH_AND_CASE = /[A-Z\u3000\uff01-\uff5e]/g;

/** Makes texts comparable. Keeps every UTF-16 index where it was, so a place in the folded text is one in the text shown. */
export type Fold = (text: string) => string;

function foldChar(char: string): string {
  const code = char.charCodeAt(0);
  if (code === 0x3000) return " ";
  const plain = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - FULL_WIDTH_OFFSET) : char;
  return plain >= "A" && plain <= "Z" ? plain.toLowerCase() : plain;
}

/** Full width to half width, capitals to small letters. */
export const foldText: Fold = (text) => text.replace(WIDTH_AND_CASE, foldChar);

/** Characters beyond ASCII punctuation and Latin: the only ones that have a simplified form. */
const HAN = /[\u3400-\u9fff]/gu;

/**
 * `foldText`, and traditional characters to simplified ones.
 * @param pairs 電电臺台: each traditional character with the simplified one behind it
 */
export function createFold(pairs: string): Fold {
  if (pairs === "") return foldText;
  const simplified = new Map<string, string>();
  for (let at = 0; at + 1 < pairs.length; at += 2) simplified.set(pairs.charAt(at), pairs.charAt(at + 1));
  return (text) => foldText(text).replace(HAN, (char) => simplified.get(char) ?? char);
}

/** The pairs of `pairs` whose traditional character stands in one of the texts. */
export function pairsIn(texts: readonly string[], pairs: ReadonlyMap<string, string>): string {
  const found = new Set(texts.flatMap((text) => text.match(HAN) ?? []).filter((char) => pairs.has(char)));
  return [...found]
    .toSorted()
    .map((char) => `${char}${pairs.get(char) ?? ""}`)
    .join("");
}
