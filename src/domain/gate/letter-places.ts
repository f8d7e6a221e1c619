import { textBlocks } from "../reply/plain-text.ts";
import type { LetterToCheck } from "./letter-to-check.ts";
import type { Place } from "./quote-words.ts";

function present(where: string, texts: readonly (string | null)[]): Place[] {
  return texts.flatMap((text) => (text === null || text.trim() === "" ? [] : [{ where, text }]));
}

/** Every piece of text in a letter, with its place: title, head (文号, 主送), body, foot (署名, 日期, 联系人, 抄送). */
export function letterPlaces(letter: LetterToCheck): Place[] {
  return [
    ...present("title", [letter.title]),
    ...present("head", [letter.docNumber, letter.addressee]),
    ...present("body", textBlocks(letter.body)),
    ...present("foot", [letter.signatory, letter.contactName, letter.contactPhone, letter.copyTo]),
  ];
}
