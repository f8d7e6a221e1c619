import type { Reader } from "#db/open.ts";
import { listHeldReplies, listTitles } from "#db/reads/held-replies.ts";
import { findChangedYears } from "./plan/changed-years.ts";
import { keyOf } from "./plan/key.ts";
import type { ShownMatter, ShownYear } from "./plan/shown.ts";
import { inBatches } from "./project/matter-source.ts";
import type { Frame } from "./project/project-frame.ts";

/** A plan, or what is about to become one. */
type Held = { readonly years: readonly Pick<ShownYear, "matters">[]; readonly documents: readonly string[] };

const titleItem = (id: string, title: string): string => `title:${id}@${keyOf(title)}`;

/** Whatever a release says of a matter that may cease to be public: its replies by edition, its title. */
function itemsOfMatter({ id, line, holds }: ShownMatter): string[] {
  return [...holds, titleItem(id, line.title)];
}

/** {assignment}@{edition} of every reply, title:{motion}@{hash}, document:{slug}@{hash}. */
export function itemsOf({ years, documents }: Held): Set<string> {
  return new Set([...years.flatMap(({ matters }) => matters.flatMap(itemsOfMatter)), ...documents]);
}

export function documentItems({ documents }: Pick<Frame, "documents">): string[] {
  return documents.map((document) => `document:${document.slug}@${keyOf(document)}`);
}

/** What the release before held and this one does not; null where that is not known. */
export function findGone(
  previous: { readonly known: Held | undefined } | undefined,
  { years, documents }: { readonly years: Held["years"]; readonly documents: Frame["documents"] },
): readonly string[] | null {
  if (!previous) return [];
  if (!previous.known) return null;
  const changed = findChangedYears(years, previous.known.years);
  const held = itemsOf({ years: changed.now, documents: documentItems({ documents }) });
  const before = itemsOf({ ...previous.known, years: changed.before });
  return [...before].filter((item) => !held.has(item));
}

/** Of these matters, what they hold that the rows do not hold any more. */
export async function findLost(reader: Reader, matters: readonly ShownMatter[]): Promise<string[]> {
  const now = new Set<string>();
  for (const batch of inBatches(matters.map(({ id }) => id))) {
    for (const item of await listHeldReplies(reader, batch)) now.add(item);
    for (const { id, title } of await listTitles(reader, batch)) now.add(titleItem(id, title));
  }
  return matters.flatMap(itemsOfMatter).filter((item) => !now.has(item));
}
