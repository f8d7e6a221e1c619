import type { Reader } from "#db/open.ts";
import { listOfficeLines } from "#db/reads/gate-context.ts";
import { listPrivateContacts } from "#db/reads/overrides.ts";
import type { Finding } from "#domain/gate/finding.ts";
import { scanDocument } from "#domain/privacy/scan-text.ts";
import { blocksToScan } from "#domain/reply/plain-text.ts";
import type { RichText } from "#domain/reply/rich-text.ts";

export type DocumentWords = {
  readonly title: string;
  readonly body: RichText;
  readonly addressee?: string | null | undefined;
  readonly attachments: readonly string[];
};

/** What the gate finds in everything of a document that a reader would see. */
export async function scanWords(reader: Reader, words: DocumentWords): Promise<Finding[]> {
  const { title, body, addressee, attachments } = words;
  const blocks = [...blocksToScan(body), ...(addressee ? [addressee] : []), ...attachments];
  const privateContacts = await listPrivateContacts(reader);
  return scanDocument(title, blocks, { officeLines: await listOfficeLines(reader), privateContacts });
}
