import type { Conflict } from "../conflict-dialog.vue";
import type { LetterForm } from "./letter-form.ts";
import { FIELD_LABELS, FORM_FIELDS, readField } from "./letter-form.ts";

const isSame = (left: unknown, right: unknown) => JSON.stringify(left) === JSON.stringify(right);

/** The fields of `to` that differ from `from`. */
export function changedFields(from: LetterForm, to: LetterForm): (keyof LetterForm)[] {
  return FORM_FIELDS.filter((field) => !isSame(from[field], to[field]));
}

function take(form: LetterForm, from: LetterForm, fields: readonly (keyof LetterForm)[]): LetterForm {
  return { ...form, ...Object.fromEntries(fields.map((field) => [field, from[field]])) };
}

/**
 * Two people changed what both began from: what only one changed is taken, what both changed differently is left to the
 * person. Where the bodies differ the map goes with the body, because it counts its paragraphs.
 */
export function mergeForms(
  base: LetterForm,
  mine: LetterForm,
  theirs: LetterForm,
): { readonly merged: LetterForm; readonly conflicts: readonly Conflict[] } {
  const changedByThem = changedFields(base, theirs);
  const both = changedFields(mine, theirs).filter(
    (field) => changedByThem.includes(field) && !isSame(base[field], mine[field]),
  );
  const onlyTheirs = changedByThem.filter((field) => isSame(base[field], mine[field]));
  const conflicts = both
    .filter((field) => field !== "answers" || !both.includes("body"))
    .map((field) => ({
      field,
      label: FIELD_LABELS[field],
      mine: readField(mine, field) || "（空）",
      theirs: readField(theirs, field) || "（空）",
    }));
  const bodyIsTheirs = onlyTheirs.includes("body") ? (["answers"] as const) : [];
  return { merged: take(mine, theirs, [...onlyTheirs, ...bodyIsTheirs]), conflicts };
}

/** The merged form with whose words the person chose in each field. */
export function applySides(
  merged: LetterForm,
  theirs: LetterForm,
  sides: Readonly<Record<string, "mine" | "theirs">>,
): LetterForm {
  const fields = FORM_FIELDS.filter((field) => sides[field] === "theirs");
  return take(merged, theirs, fields.includes("body") ? [...fields, "answers"] : fields);
}
