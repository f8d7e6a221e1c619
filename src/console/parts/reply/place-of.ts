import type { Finding } from "#domain/gate/finding.ts";
import type { LetterForm, WordField } from "./letter-form.ts";

const FIELDS: Readonly<Record<string, readonly WordField[]>> = {
  title: ["title"],
  head: ["docNumber", "addressee"],
  foot: ["signatory", "contactName", "contactPhone", "copyTo"],
};

/** The fields in which a finding may stand, and the id of the one that holds its words. */
export function placeOf(
  { where, text }: Pick<Finding, "where" | "text">,
  form?: LetterForm,
): { readonly fields: readonly WordField[]; readonly at: string } {
  const fields = FIELDS[where] ?? [];
  const holder = fields.find((field) => text !== "" && form?.[field].includes(text)) ?? fields[0];
  if (holder) return { fields, at: `field-${holder}` };
  return { fields, at: where === "mark" ? "field-class" : where === "public_text" ? "field-publicBody" : "field-body" };
}
