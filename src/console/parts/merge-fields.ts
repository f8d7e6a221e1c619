import type { Conflict } from "./conflict-dialog.vue";

/** A field of a form, and how its value reads beside another's. */
export type FieldName<T> = {
  readonly key: keyof T & string;
  readonly label: string;
  readonly show?: (value: T) => string;
};

const isSame = (left: unknown, right: unknown) => JSON.stringify(left) === JSON.stringify(right);

function show<T>({ key, show: words }: FieldName<T>, form: T): string {
  const text = words ? words(form) : form[key] === null ? "" : String(form[key]);
  return text === "" ? "（空）" : text;
}

/**
 * Two people changed what both began from: what only one changed is taken; fields that both changed differently are left to
 * the person at the desk, and hold mine until then.
 */
export function mergeFields<T extends object>(
  names: readonly FieldName<T>[],
  { base, mine, theirs }: { readonly base: T; readonly mine: T; readonly theirs: T },
): { readonly merged: T; readonly conflicts: readonly Conflict[] } {
  const theirChanges = names.filter(({ key }) => !isSame(base[key], theirs[key]));
  const open = theirChanges.filter(({ key }) => !isSame(base[key], mine[key]) && !isSame(mine[key], theirs[key]));
  const taken = theirChanges.filter(({ key }) => isSame(base[key], mine[key]));
  return {
    merged: { ...mine, ...Object.fromEntries(taken.map(({ key }) => [key, theirs[key]])) },
    conflicts: open.map((name) => ({
      field: name.key,
      label: name.label,
      mine: show(name, mine),
      theirs: show(name, theirs),
    })),
  };
}

/** The merged form with whose words the person chose in each field. */
export function takeSides<T extends object>(
  merged: T,
  theirs: T,
  sides: Readonly<Record<string, "mine" | "theirs">>,
): T {
  const chosen = Object.entries(sides).flatMap(([key, side]) =>
    side === "theirs" ? [[key, theirs[key as keyof T]] as const] : [],
  );
  return { ...merged, ...Object.fromEntries(chosen) };
}
