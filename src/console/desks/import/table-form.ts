import type { components, operations } from "../../api/types.gen.ts";

export type Inspection = components["schemas"]["TableInspection"];
export type Heading = components["schemas"]["TableHeading"];
export type Report = components["schemas"]["AllocationReport"];
export type ArchiveStart = components["schemas"]["ArchiveStart"];
export type Field = NonNullable<Heading["field"]>;
export type Kind = components["schemas"]["Motion"]["kind"];
/** Which reading of the table the clerk wants; left out: as the system finds it. */
export type Choice = {
  readonly sheet?: string;
  readonly headerRow?: number;
  readonly columns?: Readonly<Partial<Record<Field, number>>>;
};
type Body = NonNullable<operations["importAllocation"]["requestBody"]>["content"]["multipart/form-data"];

/** A form of the API, typed as what it stands for. */
export function toForm(fields: Readonly<Record<string, string | File | readonly File[] | undefined>>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (Array.isArray(value)) for (const one of value) form.append(name, one);
    else if (value !== undefined) form.set(name, value as string | File);
  }
  return { body: form as unknown as Body, bodySerializer: () => form };
}

/** The mapping as it stands with one column read as something else; what read it before reads it no more. */
export function mapColumn(headings: readonly Heading[], column: number, field: Field | null): Choice["columns"] {
  const kept = headings.flatMap((one) =>
    one.field !== null && one.column !== column && one.field !== field ? [[one.field, one.column] as const] : [],
  );
  return Object.fromEntries(field === null ? kept : [...kept, [field, column] as const]);
}

/** Why a heading is read as it is, in words. */
export function sayReason({ by, text, alias }: Heading): string {
  switch (by) {
    case "alias":
      return alias === text ? "按列名" : `按列名（即“${alias}”）`;
    case "remark":
      return "按列名（不计括注）";
    case "remembered":
      return "按上次的选择";
    case "chosen":
      return "本次选择";
    case null:
      return "不读";
  }
}
