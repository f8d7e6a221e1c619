import { foreseeInSequence } from "#db/reads/sequences.ts";
import { readSettings } from "#db/reads/settings.ts";
import { nextInSequence } from "#db/writes/sequences.ts";
import type { Reader, Transaction } from "#db/open.ts";
import { formatIndexNumber } from "#domain/reply/index-number.ts";

/** 索引号 of the month of publication; one serial for all that the organisation publishes. */
export async function takeIndexNumber(tx: Transaction, publishedAt: string): Promise<string> {
  const { organisationCode } = await readSettings(tx);
  const [year = "", month = ""] = publishedAt.split("-");
  const serial = await nextInSequence(tx, `index-number-${year}${month}`);
  return formatIndexNumber(organisationCode, Number(year), Number(month), serial);
}

/** The one that would be given now; it stays free. */
export async function foreseeIndexNumber(reader: Reader, publishedAt: string): Promise<string> {
  const { organisationCode } = await readSettings(reader);
  const [year = "", month = ""] = publishedAt.split("-");
  const serial = await foreseeInSequence(reader, `index-number-${year}${month}`);
  return formatIndexNumber(organisationCode, Number(year), Number(month), serial);
}
