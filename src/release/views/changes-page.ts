import type { ChangeRow, ChangesView } from "#domain/view/record-views.ts";
import { keyOf } from "../plan/key.ts";
import type { ShownMatter } from "../plan/shown.ts";
import type { City } from "./city.ts";
import type { PlannedPage } from "./item.ts";

function dayOf(change: ChangeRow): string {
  if (change.kind === "correction") return change.publishedAt;
  if (change.kind === "reply_withdrawal") return change.withdrawnOn;
  return change.kind === "withdrawal" ? change.tombstone.withdrawnOn : change.tombstone.withdrawnAt;
}
const pathOf = (change: ChangeRow): string => ("line" in change ? change.line.path : change.tombstone.path);

/** Does the list of changes say something of it? */
export function hasChanged({ traces }: ShownMatter): boolean {
  return traces.corrections.length + traces.withdrawals.length > 0;
}

/** Every correction and withdrawal, newest first. */
export function listChanges({ years, frame }: City): ChangeRow[] {
  const nameOf = (code: string) => frame.unitsByCode.get(code)?.name ?? code;
  const ofMatters = years.flatMap(({ matters }) =>
    matters
      .filter(hasChanged)
      .flatMap(({ line, traces }): ChangeRow[] => [
        ...traces.corrections.map(
          ({ unit, ...rest }) => ({ kind: "correction", line, unitName: nameOf(unit), ...rest }) as const,
        ),
        ...traces.withdrawals.map(
          ({ unit, ...rest }) => ({ kind: "reply_withdrawal", line, unitName: nameOf(unit), ...rest }) as const,
        ),
      ]),
  );
  const withdrawals = years.flatMap(({ tombstones }) =>
    tombstones.map(({ tombstone }): ChangeRow => ({ kind: "withdrawal", tombstone })),
  );
  const documents = frame.goneDocuments.map((tombstone): ChangeRow => ({ kind: "document_withdrawal", tombstone }));
  const sortKey = (change: ChangeRow) => `${dayOf(change)} ${pathOf(change)}`;
  return [...ofMatters, ...withdrawals, ...documents].toSorted((a, b) => (sortKey(a) > sortKey(b) ? -1 : 1));
}

export function changesPage(city: City): PlannedPage {
  const view: ChangesView = { page: "changes", changes: listChanges(city) };
  const shows = city.all.filter(hasChanged).map(({ id }) => id);
  return { path: "/changes/", key: keyOf(view), shows, view: () => view };
}
