type Text = { readonly id: string; readonly title: string; readonly body: string };
export type Query = {
  readonly q: string;
  readonly kind: string;
  readonly ids: string[];
  readonly title_ids: string[];
};

const FRAGMENTS = 150;
const TITLES = 50;

/** Numbers that look drawn but are the same in every run. */
function makeRandom(): (below: number) => number {
  let state = 20_261_121;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
}

function toQuery(corpus: readonly Text[], q: string, kind: string): Query {
  const holds = (text: string) => text.includes(q);
  return {
    q,
    kind,
    ids: corpus.filter((text) => holds(text.title) || holds(text.body)).map((text) => text.id),
    title_ids: corpus.filter((text) => holds(text.title)).map((text) => text.id),
  };
}

/** Runs of two to eight Han characters from bodies and titles; the truth is `includes()`. */
export function makeQueries(corpus: readonly Text[]): Query[] {
  const random = makeRandom();
  const draw = (field: "title" | "body"): string => {
    const length = 2 + random(7);
    const runs =
      corpus[random(corpus.length)]?.[field].match(/\p{Script=Han}+/gu)?.filter((run) => run.length >= length) ?? [];
    const run = runs[random(Math.max(runs.length, 1))] ?? "答复";
    const at = random(run.length - Math.min(length, run.length) + 1);
    return run.slice(at, at + length);
  };
  return [
    ...Array.from({ length: FRAGMENTS }, () => toQuery(corpus, draw("body"), "fragment")),
    ...Array.from({ length: TITLES }, () => toQuery(corpus, draw("title"), "title")),
  ];
}
