import type { KnownTerm } from "#domain/search/suggest.ts";
import { toReading } from "../search-index/han-forms.ts";
import type { City } from "../views/city.ts";

/** Units and topics that have a page, as they can be typed. */
export function toKnownTerms({ frame, byUnit, byTopic }: City): KnownTerm[] {
  const units = frame.units
    .filter(({ code }) => byUnit.has(code))
    .map(({ code, name }): KnownTerm => ({ kind: "unit", name, path: `/units/${code}/`, ...toReading(name) }));
  const topics = frame.topics
    .filter(({ slug }) => byTopic.has(slug))
    .map(({ slug, name }): KnownTerm => ({ kind: "topic", name, path: `/topics/${slug}/`, ...toReading(name) }));
  return [...units, ...topics];
}
