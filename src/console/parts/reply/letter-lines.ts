import { textBlocks } from "#domain/reply/plain-text.ts";
import type { Reply } from "./reply-file.ts";

type Letter = NonNullable<Reply["edition"]>["letter"];

/** A letter as lines, from its mark to its foot, to be held against another. */
export function toLetterLines(letter: Letter): string[] {
  const { classCode, docNumber, title, addressee, body, signatory, signedOn, contactName, contactPhone, copyTo } =
    letter;
  const named = (label: string, text: string | null) => (text === null ? [] : [`${label}：${text}`]);
  return [
    ...named("分类", classCode),
    ...named("文号", docNumber),
    ...named("标题", title),
    ...named("主送", addressee),
    ...textBlocks(body),
    ...named("落款", signatory),
    ...named("日期", signedOn),
    ...named("联系人", contactName),
    ...named("电话", contactPhone),
    ...named("抄送", copyTo),
  ];
}
