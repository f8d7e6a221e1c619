import type { RegisterRow } from "./record-views.ts";

type Counted = readonly { readonly code: string }[];

/** What a row is picked by: how its reply stands, or how the matter left the government's hands. */
export function toStandingCode({ standing, state }: Pick<RegisterRow, "standing" | "state">): string {
  return standing ?? `left-${state}`;
}

/** Rows by standing and by indicator. @param counted of the view: rows name their indicators by place */
export function countRegister(rows: readonly RegisterRow[], counted: Counted): Record<string, number> {
  const counts: Record<string, number> = {};
  const add = (code: string): void => {
    counts[code] = (counts[code] ?? 0) + 1;
  };
  for (const row of rows) {
    add(toStandingCode(row));
    for (const place of row.counted) add(counted[place]?.code ?? "");
  }
  return counts;
}
