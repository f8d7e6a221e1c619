import type { documents } from "#db/schema/documents.ts";
import { hashOf } from "#services/hash.ts";
import { formatIndexNumber } from "#domain/reply/index-number.ts";
import type { DemoDocument } from "./demo/demo-city.ts";
import type { IndexNumbers } from "./reply-rows.ts";
import { OFFICE_APPROVER, OFFICE_EDITOR } from "./seed-actors.ts";
import { toRichText } from "./to-rich-text.ts";

function takeNumber({ organisation, used }: IndexNumbers, publishedAt: string): string {
  const month = publishedAt.slice(0, 7);
  const serial = (used.get(month) ?? 0) + 1;
  used.set(month, serial);
  return formatIndexNumber(organisation, Number(month.slice(0, 4)), Number(month.slice(5)), serial);
}

export function documentRows(list: readonly DemoDocument[], numbers: IndexNumbers): (typeof documents.$inferInsert)[] {
  return list.map((document) => {
    const { slug, kind, title, issuer, docNumber, writtenOn, publishedAt, category } = document;
    const body = toRichText(document.body.map((text) => ({ text })));
    return {
      slug,
      kind,
      title,
      issuer,
      docNumber,
      writtenOn,
      publishedAt,
      category,
      body,
      publisher: issuer,
      source: issuer,
      attachments: [],
      indexNumber: takeNumber(numbers, publishedAt),
      state: "published",
      contentHash: hashOf([title, body]),
      editedBy: OFFICE_EDITOR,
      publishedBy: OFFICE_APPROVER,
    };
  });
}
