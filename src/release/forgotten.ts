import type { Reader } from "#db/open.ts";
import { readLastWithdrawals } from "#db/reads/last-withdrawals.ts";
import type { Receipt } from "#domain/seal/receipt.ts";
import { Forgotten } from "./errors.ts";
import type { ShownMatter } from "./plan/shown.ts";
import type { Frame } from "./project/project-frame.ts";
import type { City } from "./views/city.ts";

/** The edition that is shown of the unit's letter; undefined where the matter shows none of it, or the unit has another name now. */
function findEdition({ id, holds }: ShownMatter, unitName: string | null, { units }: Frame): number | undefined {
  const code = units.find(({ name }) => name === unitName)?.code;
  const own = holds.find((item) => code !== undefined && item.startsWith(`${id}.${code}@`));
  return own === undefined ? undefined : Number(own.slice(own.lastIndexOf("@") + 1));
}

/** The first that is public again though a receipt says that it went, and nothing in the database does. */
async function findForgotten(
  reader: Reader,
  receipts: readonly Receipt[],
  { all, frame }: City,
): Promise<string | undefined> {
  const paths = new Set(receipts.map(({ path }) => path));
  const matters = new Map(all.filter(({ line }) => paths.has(line.path)).map((matter) => [matter.line.path, matter]));
  const documents = new Set(frame.documents.map(({ path }) => path));
  if (matters.size === 0 && !receipts.some(({ path }) => documents.has(path))) return undefined;
  const withdrawnAt = await readLastWithdrawals(
    reader,
    [...matters.values()].map(({ id }) => id),
  );
  return receipts.find(({ kind, path, at, unit, edition }) => {
    if (kind === "document_withdrawal") return documents.has(path);
    const matter = matters.get(path);
    if (!matter) return false;
    if (kind === "reply_withdrawal" && findEdition(matter, unit, frame) === undefined) return false;
    if (kind === "correction") return (findEdition(matter, unit, frame) ?? Infinity) < (edition ?? 0);
    // Days: a row may say the minute, a receipt of a withdrawal says the day.
    return (withdrawnAt.get(matter.id) ?? "").slice(0, 10) < at.slice(0, 10);
  })?.path;
}

/**
 * A database put back from an older copy takes for public what was taken from readers since. Receipts outlive it: whatever
 * one of them names has to be withdrawn or corrected there too before it is shown. Throws Forgotten.
 */
export async function assertNoneForgotten(reader: Reader, receipts: readonly Receipt[], city: City): Promise<void> {
  const path = await findForgotten(reader, receipts, city);
  if (path !== undefined) throw new Forgotten(path);
}
