import type { documents } from "#db/schema/documents.ts";
import { hashOf } from "#services/hash.ts";
import type { DemoDocument } from "./demo/demo-city.ts";
import type { IndexNumbers } from "./index-numbers.ts";
import { takeNumber } from "./index-numbers.ts";
import { OFFICE_APPROVER, OFFICE_EDITOR } from "./seed-actors.ts";
import { toRichText } from "./to-rich-text.ts";

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
