import type { DocumentRow } from "#db/reads/documents.ts";
import { findDocument } from "#db/reads/documents.ts";
import { putDocument } from "#db/writes/documents.ts";
import { writeTransaction } from "#db/transaction.ts";
import type { Transaction } from "#db/open.ts";
import { listOfficeLines } from "#db/reads/gate-context.ts";
import type { DocumentEntry } from "#exchange/documents/read-documents.ts";
import type { Finding } from "#domain/gate/finding.ts";
import { verdictOf } from "#domain/gate/finding.ts";
import { maskFinding } from "#domain/privacy/mask-finding.ts";
import { scanDocument } from "#domain/privacy/scan-text.ts";
import { mapText } from "#domain/reply/map-text.ts";
import { blocksToScan } from "#domain/reply/plain-text.ts";
import { recordAudit } from "../audit.ts";
import { shanghaiMinute } from "../clock.ts";
import type { Context } from "../context.ts";
import { Forbidden } from "../errors.ts";
import { hashOf } from "../hash.ts";
import { takeIndexNumber } from "../index-number.ts";
import { requestRelease } from "../releases/request.ts";

export type DocumentReport = {
  readonly slug: string;
  readonly title: string;
  readonly state: "published" | "stopped" | "unchanged";
  readonly findings: readonly Finding[];
};

/** Address of a document: year and a short hash of what names it, the same at every import. */
function slugOf(entry: DocumentEntry): string {
  const year = (entry.writtenOn ?? entry.publishedAt ?? "0000").slice(0, 4);
  return `${year}-${hashOf([entry.title, entry.issuer, entry.docNumber, entry.writtenOn]).slice(0, 8)}`;
}

function scan(entry: DocumentEntry, officeLines: readonly string[]): Finding[] {
  const blocks = [...blocksToScan(entry.body), ...(entry.addressee ? [entry.addressee] : []), ...entry.attachments];
  return scanDocument(entry.title, blocks, { officeLines });
}

function mask(entry: DocumentEntry, findings: readonly Finding[]): DocumentEntry {
  const stopped = findings.filter((finding) => finding.severity === "block");
  const maskOne = (text: string) => stopped.reduce(maskFinding, text);
  return { ...entry, title: maskOne(entry.title), body: mapText(entry.body, maskOne) };
}

type Checked = { readonly entry: DocumentEntry; readonly findings: readonly Finding[]; readonly stopped: boolean };

function check(raw: DocumentEntry, officeLines: readonly string[], masked: boolean): Checked {
  const entry = masked ? mask(raw, scan(raw, officeLines)) : raw;
  const findings = scan(entry, officeLines);
  return { entry, findings, stopped: verdictOf(findings) === "block" };
}

async function publishRow(ctx: Context, tx: Transaction, entry: DocumentEntry, before: DocumentRow | undefined) {
  const publishedAt = before?.publishedAt ?? entry.publishedAt ?? shanghaiMinute(ctx.now());
  const indexNumber = before?.indexNumber ?? entry.indexNumber ?? (await takeIndexNumber(tx, publishedAt));
  return { state: "published" as const, publishedAt, indexNumber, publishedBy: ctx.actor.id };
}

/** Nothing to do: it stands as it is. What is public stays so until somebody decides otherwise, not by an import that was stopped. */
function isSettled(before: DocumentRow | undefined, contentHash: string, stopped: boolean): boolean {
  if (stopped && before?.state === "published") return true;
  return before?.contentHash === contentHash && before.state === (stopped ? "draft" : "published");
}

async function putOne(ctx: Context, tx: Transaction, raw: DocumentEntry, masked: boolean): Promise<DocumentReport> {
  const slug = slugOf(raw);
  const { entry, findings, stopped } = check(raw, await listOfficeLines(tx), masked);
  const { title } = entry;
  const before = await findDocument(tx, slug);
  const contentHash = hashOf(entry);
  const state = stopped ? ("draft" as const) : ("published" as const);
  if (isSettled(before, contentHash, stopped)) {
    return { slug, title, state: stopped ? "stopped" : "unchanged", findings };
  }
  const row = { ...entry, slug, contentHash, attachments: [...entry.attachments], findings: [...findings] };
  const outcome = stopped ? { state, publishedAt: null } : await publishRow(ctx, tx, entry, before);
  await putDocument(tx, { ...row, ...outcome, editedBy: ctx.actor.id });
  await recordAudit(tx, ctx, {
    action: stopped ? "document.stop" : "document.publish",
    object: `document:${slug}`,
    beforeHash: before?.contentHash ?? null,
    afterHash: contentHash,
  });
  return { slug, title, state: stopped ? "stopped" : "published", findings };
}

/**
 * Takes documents in and publishes those that pass the check; one that holds a password or a person's data stays a draft.
 * `masked` puts asterisks over what was found and checks again.
 */
export async function importDocuments(
  ctx: Context,
  entries: readonly DocumentEntry[],
  options: { readonly masked: boolean },
): Promise<DocumentReport[]> {
  if (ctx.actor.role !== "admin" && ctx.actor.role !== "office") throw new Forbidden();
  return await writeTransaction(ctx.db, async (tx) => {
    const reports: DocumentReport[] = [];
    for (const entry of entries) reports.push(await putOne(ctx, tx, entry, options.masked));
    if (reports.some((report) => report.state === "published")) await requestRelease(tx, ctx, "document.publish");
    return reports;
  });
}
