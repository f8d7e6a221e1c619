import { toIndexWord, toTokens, type Token } from "./tokens.ts";

/** A stretch of a term without gaps: words that stand side by side in the text. */
export type Segment = {
  readonly tokens: readonly Token[];
  /** The first (last) token is a run that may go on beyond the term: 024 is found in 2024. */
  readonly isOpenLeft: boolean;
  readonly isOpenRight: boolean;
};

export type TermPlan = {
  readonly segments: readonly Segment[];
  /** The index alone can not decide: candidates are held against their text. */
  readonly needsText: boolean;
};

function toSegments(tokens: readonly Token[], isOpenLeft: boolean, isOpenRight: boolean): Segment[] {
  const groups: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === "gap") groups.push([]);
    else groups.at(-1)?.push(token);
  }
  return groups
    .map((group, index) => ({
      tokens: group,
      isOpenLeft: index === 0 && isOpenLeft && group[0]?.kind === "run",
      isOpenRight:
        index === groups.length - 1 && isOpenRight && group.at(-1)?.kind === "run" && !group.at(-1)?.text.endsWith("%"),
    }))
    .filter((group) => group.tokens.length > 0);
}

/** How a folded term is looked up. A point or per cent sign at its edge may belong to a longer run: only the text can tell. */
export function planTerm(term: string): TermPlan {
  const core = term.replace(/^[.%]+/u, "").replace(/\.+$/u, "");
  const tokens = toTokens(core);
  return {
    segments: toSegments(tokens, true, true),
    needsText: core !== term || tokens.some(({ kind }) => kind === "gap"),
  };
}

export function needsRuns({ segments }: TermPlan): boolean {
  return segments.some(({ isOpenLeft, isOpenRight }) => isOpenLeft || isOpenRight);
}

function isContinuing(run: string, part: string, isOpenLeft: boolean, isOpenRight: boolean): boolean {
  if (isOpenLeft && isOpenRight) return run.includes(part);
  return isOpenLeft ? run.endsWith(part) : isOpenRight ? run.startsWith(part) : run === part;
}

function alternatives(segment: Segment, index: number, runs: readonly string[]): string[] {
  const token = segment.tokens[index];
  if (token === undefined) return [];
  const isOpenLeft = segment.isOpenLeft && index === 0;
  const isOpenRight = segment.isOpenRight && index === segment.tokens.length - 1;
  if (token.kind !== "run" || (!isOpenLeft && !isOpenRight)) return [toIndexWord(token)];
  const found = runs.filter((run) => isContinuing(run, token.text, isOpenLeft, isOpenRight));
  return found.map((text) => toIndexWord({ kind: "run", text }));
}

/**
 * The quoted phrases, at least one of which stands in every text that holds the segment.
 * @param runs every run of Latin letters and digits in the index
 */
export function toPhrases(segment: Segment, runs: readonly string[]): string[] {
  const { tokens } = segment;
  const inner = tokens.slice(1, -1).map(toIndexWord);
  const first = alternatives(segment, 0, runs);
  if (tokens.length === 1) return first;
  const last = alternatives(segment, tokens.length - 1, runs);
  return first.flatMap((head) => last.map((tail) => [head, ...inner, tail].join(" ")));
}
