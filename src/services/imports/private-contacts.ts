import { putPrivateContact } from "#db/writes/column-mappings.ts";
import type { Transaction } from "#db/open.ts";
import type { AllocationTable } from "#exchange/allocation/read-allocation.ts";

const SHORTEST = 6;
const LONGEST = 100;

/** Keeps the contacts that a table names beside its deputies, so that the gate knows them (security reference T-X08). */
export async function keepPrivateContacts(tx: Transaction, { rows, ledger }: AllocationTable): Promise<void> {
  const holders = new Map(rows.map(({ row, proposer }) => [row, proposer]));
  for (const { row, contact } of ledger.results) {
    const holder = holders.get(row);
    if (!holder || contact === null) continue;
    for (const part of contact.normalize("NFKC").split(/[、,;/\s]+/)) {
      if (part.length >= SHORTEST && part.length <= LONGEST) await putPrivateContact(tx, { contact: part, holder });
    }
  }
}
