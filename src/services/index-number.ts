import { readSettings } from "#db/reads/settings.ts";
import { nextInSequence } from "#db/writes/sequences.ts";
import type { Transaction } from "#db/open.ts";
import { formatIndexNumber } from "#domain/reply/index-number.ts";

/** 索引号 of the month of publication; one serial for all that the organisation publishes. */
export async function takeIndexNumber(tx: Transaction, publishedAt: string): Promise<string> {
  const { organisationCode } = await readSettings(tx);
  const [year = "", month = ""] = publishedAt.split("-");
  const serial = await nextInSequence(tx, `index-number-${year}${month}`);
  return formatIndexNumber(organisationCode, Number(year), Number(month), serial);
}
