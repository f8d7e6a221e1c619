import { Converter } from "opencc-js/t2cn";
import { pinyin } from "pinyin-pro";

/** The 6,763 characters of GB 2312: what a simplified text is written with. */
function toSimplifiedSet(): ReadonlySet<string> {
  const decoder = new TextDecoder("gb18030");
  const rows = Array.from({ length: 0xf7 - 0xb0 + 1 }, (_, place) => 0xb0 + place);
  const cells = Array.from({ length: 0xfe - 0xa1 + 1 }, (_, place) => 0xa1 + place);
  const chars = rows.flatMap((row) => cells.map((cell) => decoder.decode(Uint8Array.of(row, cell))));
  return new Set(chars.filter((char) => char.length === 1));
}

/**
 * Traditional character → simplified one. Only such as no simplified text has: 乾 and 著 stay what they are, so that
 * folding never makes two words of a simplified text the same.
 */
export function toSimplifiedForms(): ReadonlyMap<string, string> {
  const simplified = toSimplifiedSet();
  const convert = Converter({ from: "t", to: "cn" });
  const forms = new Map<string, string>();
  for (let point = 0x3400; point <= 0x9fff; point++) {
    const char = String.fromCharCode(point);
    const form = simplified.has(char) ? char : convert(char);
    if (form !== char && simplified.has(form)) forms.set(char, form);
  }
  return forms;
}

export type Reading = { readonly full: string; readonly initials: string };

/** 市住建局 → shizhujianju, szjj; what is not Han stays. */
export function toReading(name: string): Reading {
  const syllables = pinyin(name, { toneType: "none", type: "array", nonZh: "consecutive", v: true }).map((part) =>
    part.toLowerCase(),
  );
  return { full: syllables.join(""), initials: syllables.map((part) => part.charAt(0)).join("") };
}
