import { fieldWords } from "#domain/search/synonyms.ts";
import { createRandom } from "#test/e2e/search-records.ts";
import type { Text } from "./search-corpus.ts";

export type Query = {
  readonly q: string;
  readonly kind: string;
  readonly ids: string[];
  readonly title_ids: string[];
};

/** How many of each kind are drawn. */
const COUNTS = { fragment: 120, title: 60, word: 40, name: 40, number: 60, two: 40, mixed: 40 } as const;
type Kind = keyof typeof COUNTS;

/** The truth is `includes()`, for several words of all of them. */
function toQuery(corpus: readonly Text[], q: string, kind: string): Query {
  const words = q.split(" ");
  const holds = (text: string) => words.every((word) => text.includes(word));
  const found = corpus.filter(({ title, body }) => words.every((word) => title.includes(word) || body.includes(word)));
  return {
    q,
    kind,
    ids: found.map(({ id }) => id),
    title_ids: found.filter(({ title }) => holds(title)).map(({ id }) => id),
  };
}

/** Pieces of text as people ask for them, drawn from the corpus; the same in every run. */
export function makeQueries(corpus: readonly Text[]): Query[] {
  const random = createRandom(20_261_121);
  const pick = (values: readonly string[]): string => values[random(values.length)] ?? "答复";
  const cut = (text: string, pattern: RegExp, length: number): string => {
    const runs = (text.match(pattern) ?? []).filter((run) => run.length >= length);
    const run = pick(runs);
    const at = random(run.length - Math.min(length, run.length) + 1);
    return run
      .slice(at, at + length)
      .toWellFormed()
      .replaceAll("\ufffd", "");
  };
  const text = (field: "title" | "body"): string => corpus[random(corpus.length)]?.[field] ?? "";
  const han = (field: "title" | "body", length = 2 + random(7)) => cut(text(field), /\p{Script=Han}+/gu, length);
  const draw: Readonly<Record<Kind, () => string>> = {
    fragment: () => han("body"),
    title: () => han("title"),
    word: () => pick(fieldWords().filter((word) => /^\p{Script=Han}+$/u.test(word))),
    name: () =>
      pick(
        [...text("body").matchAll(/[，与](\p{Script=Han}{2,3})(?:代表到|委员沟通)/gu)].map(([, name]) => name ?? ""),
      ),
    number: () => pick(text("body").match(/\d[\d.]*%?/gu) ?? ["39"]),
    two: () => `${han("body", 2 + random(3))} ${han("body", 2 + random(3))}`,
    mixed: () => cut(text("body"), /[^\s"“”„|-]+/gu, 4 + random(5)),
  };
  return Object.entries(COUNTS).flatMap(([kind, count]) =>
    Array.from({ length: count }, () => toQuery(corpus, draw[kind as Kind](), kind)),
  );
}
