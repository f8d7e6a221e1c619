import type { MatterLine, Page } from "#domain/view/page-view.ts";
import type { PublicMatter } from "#domain/view/public-reply.ts";
import type { CityLines } from "./city-lines.ts";

const RELATED = 5;

/** Same topic, nearest in time first: the page says what it is related by, so nothing finer is claimed. */
function findRelated(matter: PublicMatter, lines: CityLines): MatterLine[] {
  const group = lines.byTopic.get(matter.topic?.slug ?? "") ?? [];
  const at = group.findIndex((line) => line.path === matter.path);
  const near: MatterLine[] = [];
  for (let step = 1; near.length < RELATED && step < group.length; step++) {
    for (const line of [group[at - step], group[at + step]]) if (line && near.length < RELATED) near.push(line);
  }
  return near;
}

export function* matterPages(lines: CityLines): Generator<Page> {
  for (const matter of lines.matters) {
    yield { path: matter.path, view: { page: "matter", matter, related: findRelated(matter, lines) } };
  }
  for (const { tombstones } of lines.city.years) {
    for (const tombstone of tombstones) yield { path: tombstone.path, view: { page: "tombstone", tombstone } };
  }
}
