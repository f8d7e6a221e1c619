export type LetterContact = {
  readonly name?: string;
  readonly phone?: string;
  /** What else the line says: a second number, an address. */
  readonly rest: string;
};

const LINE = /^[（(【]?(?:联系|经办)(?:人|单位|电话|方式)|^[（(]?电话[:：]/;
const NAME = /(?:联系人|经办人)(?:姓名)?(?:[及和、]?(?:联系)?(?:电话|方式))?\s*[:：]\s*([\p{Script=Han}·]{2,12})/u;
const PHONE = /(?:\+?\d[\d\-—－‐–\s()（）]{5,22}\d)(?:\s*转\s*\d{1,6})?/;
const WORDS = /联系人|经办人|姓名|联系电话|联系方式|电话|联系单位|[及和、，,；;。:：（）()【】\s]/g;

/** Reads （联系人：宫康，联系电话：0890-6224329）; undefined when the line is no contact line. */
export function parseLetterContact(printed: string): LetterContact | undefined {
  // 联 系 人: words set wide to fill a line.
  const line = printed.trim().replace(/(?<=\p{Script=Han})\s+(?=[\p{Script=Han}:：])/gu, "");
  if (!LINE.test(line)) return undefined;
  const name = NAME.exec(line)?.[1];
  const phone = PHONE.exec(line)?.[0].trim();
  const rest = line
    .replace(phone ?? "\0", "")
    .replace(name ?? "\0", "")
    .replace(WORDS, "");
  return { ...(name === undefined ? {} : { name }), ...(phone === undefined ? {} : { phone }), rest };
}
