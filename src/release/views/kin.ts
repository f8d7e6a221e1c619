import { findSharedWords, listRuns, toCore } from "#domain/view/shared-words.ts";
import type { ThreadLine } from "#domain/view/page-view.ts";
import type { ShownMatter } from "../plan/shown.ts";
import type { City } from "./city.ts";

const RELATED = 5;
const THREAD = 8;
/** Words that stand in more titles of a topic than this are the topic's, not one matter's. */
const MOST_TITLES = 40;

/** What stands beside a matter: the same matter in letters and years before and after, and others of its topic. */
export type Kin = { readonly thread: readonly ThreadKin[]; readonly related: readonly ShownMatter[] };
type ThreadKin = Omit<ThreadLine, "line"> & { readonly matter: ShownMatter };

/** Who names whom, all over the site. */
export class CitationMap {
  readonly #byId: ReadonlyMap<string, ShownMatter>;
  readonly #citing = new Map<string, ShownMatter[]>();

  constructor({ all, byId }: City) {
    this.#byId = byId;
    for (const matter of all) {
      for (const name of matter.traces.cites) {
        if (!this.#byId.has(name)) continue;
        const known = this.#citing.get(name);
        if (known) known.push(matter);
        else this.#citing.set(name, [matter]);
      }
    }
  }

  /** Matters that its letters name, and matters whose letters name it. */
  listLinked(matter: ShownMatter): ThreadKin[] {
    const cited = matter.traces.cites.flatMap((name) => this.#byId.get(name) ?? []);
    return [
      ...cited.map((other): ThreadKin => ({ matter: other, why: "cited", words: null })),
      ...(this.#citing.get(matter.id) ?? []).map((other): ThreadKin => ({ matter: other, why: "citing", words: null })),
    ];
  }
}

/** Titles of one topic by the words that they share. */
class SharedTitles {
  readonly #cores: ReadonlyMap<ShownMatter, string>;
  readonly #byRun = new Map<string, ShownMatter[]>();

  constructor(group: readonly ShownMatter[]) {
    this.#cores = new Map(group.map((matter) => [matter, toCore(matter.line.title)]));
    for (const [matter, core] of this.#cores) {
      for (const run of listRuns(core)) {
        const known = this.#byRun.get(run);
        if (known) known.push(matter);
        else this.#byRun.set(run, [matter]);
      }
    }
  }

  list(matter: ShownMatter): ThreadKin[] {
    const core = this.#cores.get(matter) ?? "";
    const near = new Set<ShownMatter>();
    for (const run of listRuns(core)) {
      const titles = this.#byRun.get(run) ?? [];
      if (titles.length <= MOST_TITLES) for (const other of titles) near.add(other);
    }
    near.delete(matter);
    return [...near].flatMap((other): ThreadKin[] => {
      const words = findSharedWords(core, this.#cores.get(other) ?? "");
      return words === undefined ? [] : [{ matter: other, why: "words", words }];
    });
  }
}

/** Newest year first, then in the order of numbers. */
function byYear({ matter: a }: ThreadKin, { matter: b }: ThreadKin): number {
  return b.line.year - a.line.year || a.number - b.number || (a.id < b.id ? -1 : 1);
}

function* nearest(group: readonly ShownMatter[], at: number): Generator<ShownMatter> {
  for (let step = 1; step < group.length; step++) {
    for (const other of [group[at - step], group[at + step]]) if (other) yield other;
  }
}

function fill(group: readonly ShownMatter[], at: number, first: readonly ShownMatter[], not: ReadonlySet<ShownMatter>) {
  const found = first.slice(0, RELATED);
  for (const other of nearest(group, at)) {
    if (found.length >= RELATED) break;
    if (!not.has(other) && !found.includes(other)) found.push(other);
  }
  return found;
}

/**
 * Kin of each matter of a topic, which is given newest first. Letters that name one another and titles of another year
 * with the same words are one thread; then titles of the same year with the same words, then the nearest in time.
 */
export function* listKin(
  group: readonly ShownMatter[],
  citations: CitationMap,
  isTopic: boolean,
): Generator<readonly [ShownMatter, Kin]> {
  const titles = new SharedTitles(group);
  for (const [at, matter] of group.entries()) {
    const shared = titles.list(matter).toSorted(byYear);
    const isOther = (item: ThreadKin) => item.matter.line.year !== matter.line.year;
    const thread = new Map<ShownMatter, ThreadKin>();
    for (const item of [...citations.listLinked(matter), ...shared.filter(isOther)]) {
      if (!thread.has(item.matter) && thread.size < THREAD) thread.set(item.matter, item);
    }
    const same = shared.filter((item) => !isOther(item) && !thread.has(item.matter)).map((item) => item.matter);
    const related = isTopic ? fill(group, at, same, new Set(thread.keys())) : same.slice(0, RELATED);
    yield [matter, { thread: [...thread.values()].toSorted(byYear), related }];
  }
}
