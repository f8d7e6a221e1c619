import type { Reader } from "../open.ts";
import { documents } from "../schema/documents.ts";
import type { ReleaseTextList } from "./withheld-texts.ts";

export async function readDocumentTexts(reader: Reader, texts: ReleaseTextList): Promise<void> {
  for (const row of await reader.select().from(documents)) {
    const { title, docNumber, indexNumber, addressee, attachments, issuer, source, category } = row;
    const isOpen = row.state === "published" && row.publishedAt !== null;
    texts.sort(isOpen, title, docNumber, indexNumber, addressee, ...attachments);
    texts.sortBody(isOpen, row.body);
    texts.keepBack(row.withdrawalReason);
    if (isOpen) texts.show(issuer, source, category);
  }
}
