import { KIND_WORDS } from "#domain/motion/kind.ts";
import { motionNumberSlug } from "#domain/motion/number.ts";
import type { RegisterRow } from "#domain/view/record-views.ts";

const STEPS = [10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000];
const MOST_LINKS = 12;

type Numbered = Pick<RegisterRow, "kind" | "number" | "betweenSessions">;

/** Where a number stands in the register of its year: jianyi-39, tian-bihui-1. */
export function toNumberAnchor(row: Numbered): string {
  return `${KIND_WORDS[row.kind].slug}-${motionNumberSlug(row)}`;
}

/** "21—40" with the anchor of the first number from there on: a dozen of links at most, in rows of one kind in order. */
export function listNumberLinks(rows: readonly Numbered[]): { readonly label: string; readonly anchor: string }[] {
  const own = rows.filter(({ betweenSessions }) => !betweenSessions);
  const last = own.at(-1)?.number ?? 0;
  const step = STEPS.find((size) => last / size <= MOST_LINKS) ?? last + 1;
  const links = [...Map.groupBy(own, ({ number }) => Math.floor((number - 1) / step))].map(([at, [first]]) => ({
    label: `${at * step + 1}—${Math.min((at + 1) * step, last)}号`,
    anchor: first ? toNumberAnchor(first) : "",
  }));
  const between = rows.find(({ betweenSessions }) => betweenSessions);
  const all = between ? [...links, { label: "闭会期间", anchor: toNumberAnchor(between) }] : links;
  return all.length > 1 ? all : [];
}
