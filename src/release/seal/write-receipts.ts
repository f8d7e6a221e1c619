import { copyFile, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  addReceipts,
  RECEIPTS_PATH,
  toReceiptStatement,
  type Fate,
  type Receipt,
  type ReceiptList,
} from "#domain/seal/receipt.ts";
import type { ChangeRow } from "#domain/view/record-views.ts";
import { releasesFolder, SITE } from "../folders.ts";
import { ifThere } from "../if-there.ts";
import type { Manifest } from "./manifest.ts";
import { openSigningKey } from "./signing-key.ts";

function toFate(change: ChangeRow): Fate {
  if (change.kind === "withdrawal") {
    const { path, withdrawnOn, reason } = change.tombstone;
    return { kind: "withdrawal", path, unit: null, edition: null, at: withdrawnOn, reason };
  }
  if (change.kind === "document_withdrawal") {
    const { path, withdrawnAt, reason } = change.tombstone;
    return { kind: "document_withdrawal", path, unit: null, edition: null, at: withdrawnAt, reason };
  }
  if (change.kind === "reply_withdrawal") {
    const { line, unitName: unit, withdrawnOn: at, reason } = change;
    return { kind: "reply_withdrawal", path: line.path, unit, edition: null, at, reason };
  }
  const { line, unitName, edition, publishedAt, note } = change;
  return { kind: "correction", path: line.path, unit: unitName, edition, at: publishedAt, reason: note ?? "" };
}

/**
 * Those of the release before, or those kept; none where there are none. A damaged list is not built upon.
 * @param site of the release before
 */
export async function readReceipts(dataFolder: string, site: string | undefined): Promise<readonly Receipt[]> {
  const file = site === undefined ? join(dataFolder, KEPT_RECEIPTS) : join(site, RECEIPTS_PATH);
  const text = await ifThere(readFile(file, "utf8"));
  return text === undefined ? [] : (JSON.parse(text) as ReceiptList).receipts;
}

/** In the data folder: receipts outlive the releases in which they stand, and a restored city has them again. */
export const KEPT_RECEIPTS = "receipts.json";

/** Keeps the receipts of a release that readers see. */
export async function keepReceipts(dataFolder: string, id: string): Promise<void> {
  const own = join(dataFolder, `${KEPT_RECEIPTS}.new`);
  await copyFile(join(releasesFolder(dataFolder), id, SITE, RECEIPTS_PATH), own);
  await rename(own, join(dataFolder, KEPT_RECEIPTS));
}

export type ReceiptPlace = {
  readonly dataFolder: string;
  /** Of the unfinished release. */
  readonly folder: string;
  /** Of the release before. */
  readonly siteBefore: string | undefined;
};

/** A receipt for every correction and withdrawal that this release is the first to show, signed, beside all before. */
export async function writeReceipts(
  { dataFolder, folder, siteBefore }: ReceiptPlace,
  { id, root, previousRoot }: Pick<Manifest, "id" | "root" | "previousRoot">,
  changes: readonly ChangeRow[],
): Promise<void> {
  const { publicKey, sign } = await openSigningKey(dataFolder);
  const known = await readReceipts(dataFolder, siteBefore);
  const receipts = addReceipts(known, changes.map(toFate), { release: id, rootBefore: previousRoot, rootAfter: root });
  const facts = { release: id, root, receipts };
  const list: ReceiptList = { ...facts, publicKey, signature: await sign(toReceiptStatement(facts)) };
  await writeFile(join(folder, SITE, RECEIPTS_PATH), `${JSON.stringify(list, null, 2)}\n`);
}
