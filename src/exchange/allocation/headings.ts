import type { TableField } from "./columns.ts";
import { COLUMN_WORDS, TABLE_FIELDS } from "./columns.ts";

/** How a heading came to its field: by a known word, by one with its remark cut off, by a memory, by the caller's choice. */
export type HeadingSource = "alias" | "remark" | "remembered" | "chosen";

export type FieldMatch = { readonly field: TableField; readonly by: HeadingSource; readonly alias: string };

/** 主办（分办）单位, 主办/分办 单位 → 主办分办单位 */
export function toHeadingKey(text: string): string {
  return text.normalize("NFKC").replace(/[\s():,、/*.·\-—_]|\p{Cf}/gu, "");
}

/** A heading with its remark cut off: 办理期限（年月日） → 办理期限 */
function toShortHeadingKey(text: string): string {
  return toHeadingKey(text.normalize("NFKC").replace(/\([^()]*\)/g, ""));
}

const FIELD_OF_KEY: ReadonlyMap<string, TableField> = new Map(
  TABLE_FIELDS.flatMap((field) => COLUMN_WORDS[field].aliases.map((alias) => [alias, field] as const)),
);

export function matchHeading(text: string): FieldMatch | undefined {
  for (const [by, alias] of [
    ["alias", toHeadingKey(text)],
    ["remark", toShortHeadingKey(text)],
  ] as const) {
    const field = FIELD_OF_KEY.get(alias);
    if (field) return { field, by, alias };
  }
  return undefined;
}

/** A field whose word stands inside the heading (本级主办单位名称): offered, never taken. */
export function suggestField(text: string): TableField | undefined {
  const key = toHeadingKey(text);
  const inside = [...FIELD_OF_KEY].filter(([alias]) => alias.length >= 2 && key.includes(alias));
  return inside.toSorted(([left], [right]) => right.length - left.length)[0]?.[1];
}

/** Lower is preferred: 编号 before 序号 where a table has both. */
export function headingRank({ field, alias }: FieldMatch): number {
  return COLUMN_WORDS[field].aliases.indexOf(alias);
}

/** 0 to 1: how sure the mapping of a column is. */
const CONFIDENCE: Readonly<Record<HeadingSource, number>> = { chosen: 1, remembered: 1, alias: 0.95, remark: 0.85 };

export function confidenceOf(match: FieldMatch): number {
  return match.by === "alias" && headingRank(match) === 0 ? 1 : CONFIDENCE[match.by];
}
