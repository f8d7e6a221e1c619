import type { DocumentLine, MatterLine, MatterView, ThreadLine } from "#domain/view/page-view.ts";
import { keyOf } from "../plan/key.ts";
import type { PlannedMatter } from "../plan/plan.ts";
import type { ChangedYears } from "../plan/changed-years.ts";
import type { ShownMatter } from "../plan/shown.ts";
import type { City } from "./city.ts";
import { toDocumentLine } from "./document-line.ts";
import type { PlannedPage } from "./item.ts";
import { CitationMap, listKin } from "./kin.ts";

/** What stands on the page of a matter, by the ids of those that it names: their lines are everywhere the same. */
export type MatterItem = {
  readonly id: string;
  readonly thread: readonly (Omit<ThreadLine, "line"> & { readonly id: string })[];
  readonly related: readonly string[];
  readonly documents: readonly DocumentLine[];
};

export type MatterPage = { readonly matter: ShownMatter; readonly key: string; readonly item: MatterItem };

/** Lines of all matters, by id. */
export type Lines = Pick<ReadonlyMap<string, MatterLine>, "get">;

export function toLines({ byId }: City): Lines {
  return { get: (id) => byId.get(id)?.line };
}

/** Those that stand beside the matters of these pages, as another thread can be given them. */
export function pickLines(items: readonly MatterItem[], lines: Lines): ReadonlyMap<string, MatterLine> {
  const ids = new Set(items.flatMap(({ thread, related }) => [...thread.map(({ id }) => id), ...related]));
  const picked = [...ids].flatMap((id) => {
    const line = lines.get(id);
    return line ? [[id, line] as const] : [];
  });
  return new Map(picked);
}

/** Motions whose words stand on the page. */
export function listShown({ id, thread, related }: MatterItem): string[] {
  return [id, ...thread.map((other) => other.id), ...related];
}

/** What the page shows beside the matter itself. Throws where a line is missing. */
export function toBeside(
  { thread, related, documents }: MatterItem,
  lines: Lines,
): Omit<MatterView, "page" | "matter"> {
  const lineOf = (id: string): MatterLine => {
    const line = lines.get(id);
    if (!line) throw new Error(`Failed to release: no line of ${id}`);
    return line;
  };
  return {
    thread: thread.map(({ id, why, words }) => ({ line: lineOf(id), why, words })),
    related: related.map(lineOf),
    documents,
  };
}

/** Documents of the site by title and by 文号. */
function nameDocuments({ frame }: City): ReadonlyMap<string, DocumentLine> {
  return new Map(
    frame.documents.flatMap((document) => {
      const line = toDocumentLine(document);
      return [document.title, ...(document.docNumber ? [document.docNumber] : [])].map((name) => [name, line] as const);
    }),
  );
}

const topicOf = ({ line }: ShownMatter): string | null => line.topic?.slug ?? null;

/** Topics in which a line is new, gone or another than before, or in which a letter names it; null: those without a topic. */
export function findTouchedTopics(
  city: City,
  before: ReadonlyMap<string, PlannedMatter>,
  changedYears: ChangedYears,
): ReadonlySet<string | null> {
  const now = city.byId;
  const touched = new Set<string | null>();
  const touch = (matter: ShownMatter) => {
    touched.add(topicOf(matter));
    for (const name of matter.traces.cites) {
      for (const cited of [now.get(name), before.get(name)]) if (cited) touched.add(topicOf(cited));
    }
  };
  const changed = new Set<string>();
  for (const matter of changedYears.now.flatMap(({ matters }) => matters)) {
    const known = before.get(matter.id);
    if (known?.lineHash === matter.lineHash && known.hash === matter.hash) continue;
    changed.add(matter.id);
    for (const item of known ? [matter, known] : [matter]) touch(item);
  }
  for (const known of changedYears.before.flatMap(({ matters }) => matters)) {
    if (now.has(known.id)) continue;
    changed.add(known.id);
    touch(known);
  }
  // Whoever names what changed shows its line.
  for (const matter of city.all) if (matter.traces.cites.some((name) => changed.has(name))) touch(matter);
  return touched;
}

/** Pages of the matters in these topics: no other page of a matter can have changed. */
export function* matterPages(city: City, topics: ReadonlySet<string | null>): Generator<MatterPage> {
  if (topics.size === 0) return;
  const citations = new CitationMap(city);
  const documentsByName = nameDocuments(city);
  for (const topic of topics) {
    const group = topic === null ? city.all.filter(({ line }) => line.topic === null) : (city.byTopic.get(topic) ?? []);
    for (const [matter, { thread, related }] of listKin(group, citations, topic !== null)) {
      const documents = [...new Set(matter.traces.cites.flatMap((name) => documentsByName.get(name) ?? []))];
      yield {
        matter,
        key: keyOf(
          matter.hash,
          thread.map(({ matter: other, why, words }) => [other.lineHash, why, words]),
          related.map(({ lineHash }) => lineHash),
          documents,
        ),
        item: {
          id: matter.id,
          thread: thread.map(({ matter: other, why, words }) => ({ id: other.id, why, words })),
          related: related.map(({ id }) => id),
          documents,
        },
      };
    }
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
