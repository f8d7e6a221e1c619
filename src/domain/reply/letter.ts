import { z } from "zod";
import { RichText } from "./rich-text.ts";

const line = (max: number) => z.string().trim().min(1).max(max);

/**
 * The words of a letter while it is being written: everything may still be missing.
 * `checkComplete` says what a letter must have before it is sent on.
 */
export const LetterDraft = z.strictObject({
  classCode: line(2).nullable(),
  docNumber: line(60).nullable(),
  title: line(200).nullable(),
  addressee: line(200).nullable(),
  body: RichText,
  signatory: line(80).nullable(),
  signedOn: z.iso.date("日期应为 YYYY-MM-DD").nullable(),
  contactName: line(40).nullable(),
  contactPhone: line(40).nullable(),
  copyTo: line(300).nullable(),
});
export type LetterDraft = z.infer<typeof LetterDraft>;

const REQUIRED = {
  title: "标题",
  addressee: "主送",
  signatory: "落款单位",
  signedOn: "成文日期",
} as const satisfies Partial<Record<keyof LetterDraft, string>>;

/** Names of the parts that a letter lacks, in the order of the page. */
export function missingParts(letter: LetterDraft): string[] {
  const missing: string[] = [];
  for (const [field, name] of Object.entries(REQUIRED) as [keyof typeof REQUIRED, string][]) {
    if (letter[field] === null) missing.push(name);
  }
  if (letter.body.content.length === 0) missing.push("正文");
  return missing;
}
