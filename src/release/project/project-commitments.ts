import type { listPublicCommitmentEvents, listPublicCommitments } from "#db/reads/public-aftercare.ts";
import { findFirstDue } from "#domain/commitment/commitment-standing.ts";
import { findBlockText, findSpanText } from "#domain/commitment/find-span.ts";
import { scanText } from "#domain/privacy/scan-text.ts";
import { findParagraph } from "#domain/reply/paragraph.ts";
import type { RichText } from "#domain/reply/rich-text.ts";
import type { PublicCommitment, PublicUnit } from "#domain/view/public-reply.ts";

type CommitmentRow = Awaited<ReturnType<typeof listPublicCommitments>>[number];
type EventRow = Awaited<ReturnType<typeof listPublicCommitmentEvents>>[number];

/** Words that were never through the gate: what might name a person's number or home stays inside. */
export function findHarmless(text: string | null): string | null {
  return text !== null && scanText([text]).every(({ severity }) => severity !== "block") ? text : null;
}

type Place = { readonly block: number; readonly start: number };

/** Where the words stand in the letter as it is public; undefined where they do not. */
function findPlace(body: RichText, row: CommitmentRow): Place | undefined {
  if (findSpanText(body, row) === row.text) return row;
  for (const block of body.content.keys()) {
    const start = findBlockText(body, block)?.indexOf(row.text) ?? -1;
    if (start >= 0) return { block, start };
  }
  return undefined;
}

function toEvent({ kind, happenedOn, note, evidence, newDueOn }: EventRow): PublicCommitment["events"][number] {
  return { kind, happenedOn, note: findHarmless(note), evidence: findHarmless(evidence), newDueOn };
}

/** Promises whose words the public can read in the letter. */
export function toPublicCommitments(
  body: RichText,
  rows: readonly CommitmentRow[],
  events: ReadonlyMap<string, readonly EventRow[]>,
  unitOf: (code: string) => PublicUnit,
): PublicCommitment[] {
  return rows.flatMap((row): PublicCommitment[] => {
    const place = findPlace(body, row);
    const paragraph = place && findParagraph(body, place.block);
    if (!place || paragraph === undefined) return [];
    const own = events.get(row.id) ?? [];
    return [
      {
        id: row.id,
        unit: unitOf(row.ownerUnit),
        text: row.text,
        paragraph,
        start: place.start,
        dueOn: row.dueOn,
        firstDueOn: findFirstDue(row.dueOn, own),
        state: row.state,
        events: own.map(toEvent),
      },
    ];
  });
}
