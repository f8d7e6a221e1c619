import type { ChangeRow, ChangesView } from "#domain/view/record-views.ts";
import { keyOf } from "../plan/key.ts";
import type { ShownMatter } from "../plan/shown.ts";
import type { City } from "./city.ts";
import type { PlannedPage } from "./item.ts";

function dayOf(change: ChangeRow): string {
  if (change.kind === "correction") return change.publishedAt;
  return change.kind === "withdrawal" ? change.tombstone.withdrawnOn : change.tombstone.withdrawnAt;
}
const pathOf = (change: ChangeRow): string => (change.kind === "correction" ? change.line.path : change.tombstone.path);

const hasCorrections = ({ traces }: ShownMatter): boolean => traces.corrections.length > 0;

/** Every correction and withdrawal, newest first. */
export function listChanges({ years, frame }: City): ChangeRow[] {
  const corrections = years.flatMap(({ matters }) =>
    matters.filter(hasCorrections).flatMap(({ line, traces }) =>
      traces.corrections.map(({ unit, ...rest }): ChangeRow => {
        return { kind: "correction", line, unitName: frame.unitsByCode.get(unit)?.name ?? unit, ...rest };
      }),
    ),
  );
  const withdrawals = years.flatMap(({ tombstones }) =>
    tombstones.map(({ tombstone }): ChangeRow => ({ kind: "withdrawal", tombstone })),
  );
  const documents = frame.goneDocuments.map((tombstone): ChangeRow => ({ kind: "document_withdrawal", tombstone }));
  const sortKey = (change: ChangeRow) => `${dayOf(change)} ${pathOf(change)}`;
  return [...corrections, ...withdrawals, ...documents].toSorted((a, b) => (sortKey(a) > sortKey(b) ? -1 : 1));
}

export function changesPage(city: City): PlannedPage {
  const view: ChangesView = { page: "changes", changes: listChanges(city) };
  const shows = city.all.filter(hasCorrections).map(({ id }) => id);
  return { path: "/changes/", key: keyOf(view), shows, view: () => view };
}
