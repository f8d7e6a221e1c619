import type { MatterLine } from "#domain/view/page-view.ts";
import { keyOf } from "../plan/key.ts";
import type { PlannedMatter } from "../plan/plan.ts";
import type { ShownMatter } from "../plan/shown.ts";
import type { City } from "./city.ts";
import type { PlannedPage } from "./item.ts";

const RELATED = 5;

export type MatterPage = {
  readonly matter: ShownMatter;
  readonly key: string;
  /** Motions whose words stand on the page. */
  readonly shows: readonly string[];
  readonly related: readonly MatterLine[];
};

/** Same topic, nearest in time first: the page says what it is related by, so nothing finer is claimed. */
function findRelated(group: readonly ShownMatter[], at: number): ShownMatter[] {
  const near: ShownMatter[] = [];
  for (let step = 1; near.length < RELATED && step < group.length; step++) {
    for (const other of [group[at - step], group[at + step]]) if (other && near.length < RELATED) near.push(other);
  }
  return near;
}

function* pagesOf(group: readonly ShownMatter[], isRelated: boolean): Generator<MatterPage> {
  for (const [at, matter] of group.entries()) {
    const related = isRelated ? findRelated(group, at) : [];
    yield {
      matter,
      key: keyOf(
        matter.hash,
        related.map(({ lineHash }) => lineHash),
      ),
      shows: [matter.id, ...related.map(({ id }) => id)],
      related: related.map(({ line }) => line),
    };
  }
}

const topicOf = ({ line }: ShownMatter): string | null => line.topic?.slug ?? null;

/** Topics in which a line is new, gone or another than before; null: those without a topic. */
export function findTouchedTopics(city: City, before: ReadonlyMap<string, PlannedMatter>): ReadonlySet<string | null> {
  const touched = new Set<string | null>();
  const seen = new Set<string>();
  for (const matter of city.all) {
    const known = before.get(matter.id);
    seen.add(matter.id);
    if (known?.lineHash === matter.lineHash && known.hash === matter.hash) continue;
    for (const item of known ? [matter, known] : [matter]) touched.add(topicOf(item));
  }
  for (const [id, known] of before) if (!seen.has(id)) touched.add(topicOf(known));
  return touched;
}

/** Pages of the matters in these topics: no other page of a matter can have changed. */
export function* matterPages(city: City, topics: ReadonlySet<string | null>): Generator<MatterPage> {
  for (const topic of topics) {
    if (topic === null)
      yield* pagesOf(
        city.all.filter(({ line }) => line.topic === null),
        false,
      );
    else yield* pagesOf(city.byTopic.get(topic) ?? [], true);
  }
}

export function* tombstonePages({ years }: City): Generator<PlannedPage> {
  for (const { tombstones } of years) {
    for (const { id, tombstone } of tombstones) {
      yield {
        path: tombstone.path,
        key: keyOf(tombstone),
        shows: [id],
        view: () => ({ page: "tombstone", tombstone }),
      };
    }
  }
}
