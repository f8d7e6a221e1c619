import { diffArrays, diffChars } from "diff";

export type Run = { readonly text: string; readonly is: "same" | "new" | "gone" };
/** One paragraph of both, or of one of them. */
export type Difference = { readonly is: "same" | "changed" | "new" | "gone"; readonly runs: readonly Run[] };

const only =
  (is: "new" | "gone" | "same") =>
  (text: string): Difference => ({ is, runs: [{ text, is }] });

function compareWords(before: string, after: string): Difference {
  const runs = diffChars(before, after).map(({ value, added, removed }): Run => ({
    text: value,
    is: added ? "new" : removed ? "gone" : "same",
  }));
  return { is: "changed", runs };
}

/** Share of common characters from which a paragraph is the other one, mended: below it crumbs of words only confuse. */
const SAME_PARAGRAPH = 0.4;

function isMended({ runs }: Difference, before: string, after: string): boolean {
  const kept = runs.filter(({ is }) => is === "same").reduce((sum, { text }) => sum + text.length, 0);
  return kept >= SAME_PARAGRAPH * Math.max(before.length, after.length);
}

/** Each new paragraph beside the next old one of which it is made, word by word; what is over stands alone. */
function pairUp(gone: readonly string[], fresh: readonly string[]): Difference[] {
  let next = 0;
  const found = fresh.flatMap((after): Difference[] => {
    for (let at = next; at < gone.length; at += 1) {
      const before = gone[at] ?? "";
      const mended = compareWords(before, after);
      if (!isMended(mended, before, after)) continue;
      const skipped = gone.slice(next, at).map(only("gone"));
      next = at + 1;
      return [...skipped, mended];
    }
    return [only("new")(after)];
  });
  return [...found, ...gone.slice(next).map(only("gone"))];
}

/** What became of one text in the other, paragraph by paragraph and in their order. */
export function findDifferences(before: readonly string[], after: readonly string[]): Difference[] {
  const found: Difference[] = [];
  let gone: readonly string[] = [];
  for (const { value, added, removed } of diffArrays([...before], [...after])) {
    if (removed) {
      gone = value;
      continue;
    }
    found.push(...(added ? pairUp(gone, value) : [...pairUp(gone, []), ...value.map(only("same"))]));
    gone = [];
  }
  return [...found, ...pairUp(gone, [])];
}
