import { listOfficeLines } from "#db/reads/gate-context.ts";
import { putPrivateContact } from "#db/writes/column-mappings.ts";
import type { Transaction } from "#db/open.ts";
import { contactKey, splitContacts } from "#domain/motion/private-contact.ts";
import type { AllocationTable } from "#exchange/allocation/read-allocation.ts";

/**
 * Keeps the contacts that a table names beside its deputies, so that the gate knows them (security reference T-X08). Only
 * telephones and mailboxes, and no line that a unit publishes as its own.
 */
export async function keepPrivateContacts(tx: Transaction, { rows, lines, ledger }: AllocationTable): Promise<void> {
  const holders = new Map(
    rows.flatMap(({ row, proposer }) => [{ row }, ...(lines.get(row) ?? [])].map((line) => [line.row, proposer])),
  );
  const named = ledger.results.flatMap(({ row, contact }) => {
    const holder = holders.get(row);
    return holder && contact !== null ? splitContacts(contact).map((text) => ({ contact: text, holder })) : [];
  });
  if (named.length === 0) return;
  const officeLines = new Set((await listOfficeLines(tx)).map(contactKey));
  for (const row of named) if (!officeLines.has(contactKey(row.contact))) await putPrivateContact(tx, row);
}
