import { writeTransaction } from "#db/transaction.ts";
import { recordAudit } from "../audit.ts";
import type { Context } from "../context.ts";
import { hashOf } from "../hash.ts";

type Filter = Readonly<Record<string, string | number | boolean | undefined>>;

/** Words that somebody typed may name a person: the audit holds that there were some, and their hash (security.md T-H05). */
const TYPED: ReadonlySet<string> = new Set(["q"]);

function toWords(filter: Filter): string {
  return Object.entries(filter)
    .filter(([, value]) => value !== undefined && value !== "")
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, value]) => (TYPED.has(name) ? name : `${name}=${value}`))
    .join("&");
}

/** Who took which list, by which filter: a page shows fifty lines, an export carries all of them away. */
export async function recordExport(
  ctx: Context,
  list: "allocation" | "ledger" | "statistics",
  filter: Filter,
): Promise<void> {
  await writeTransaction(ctx.db, async (tx) => {
    const event = { action: `${list}.export`, object: `${list}:${toWords(filter)}`, beforeHash: null };
    await recordAudit(tx, ctx, { ...event, afterHash: hashOf(filter) });
  });
}
