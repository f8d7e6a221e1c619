import type { SQL, SQLWrapper } from "drizzle-orm";
import { and, sql } from "drizzle-orm";
import type { Reader } from "../open.ts";

/**
 * Search for a part of a title or number. The table of pairs of neighbouring characters tells where the rarest pair of the
 * text stands, and whether the others stand there too; only a text of three and more characters is then looked up itself.
 * Of a text that stands in very many, the newest are looked through: the work has a bound, and the answer says so.
 */

/** So many motions that hold the rarest pair are looked through, the newest. */
export const LOOKED_AT = 300;
/** Pairs of a text that are weighed, and beside the rarest tried. */
const WEIGHED = 16;
const TRIED = 3;

export type TextSearch = {
  /** Ids of motions that hold the text: a select of `motion_id`. */
  readonly candidates: SQL;
  /** They are all of them. */
  readonly exact: boolean;
  /** Is the text in this motion? */
  readonly holds: (motionId: SQLWrapper, campaignId: SQLWrapper) => SQL | undefined;
};

/** As SQLite's lower(): the Latin letters alone. */
function toLower(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

function toGrams(characters: readonly string[]): string[] {
  if (characters.length < 2) return [...characters];
  const pairs = characters.slice(1).map((next, at) => `${characters[at] ?? ""}${next}`);
  return [...new Set(pairs)].slice(0, WEIGHED);
}

function holdsGram(gram: string, motionId: SQLWrapper, campaignId: SQLWrapper): SQL {
  return sql`exists (select 1 from motion_grams as held
    where held.gram = ${gram} and held.campaign_id = ${campaignId} and held.motion_id = ${motionId})`;
}

/** instr, not like: what is sought may hold % and _. */
function holdsWhole(text: string, motionId: SQLWrapper): SQL {
  return sql`exists (select 1 from motions as read where read.id = ${motionId}
    and instr(lower(read.title || char(10) || read.number), ${text}) > 0)`;
}

/** Where a pair stands, newest first. */
function ofGram(gram: string, campaign: string | undefined, most: number): SQL {
  const where = and(sql`gram = ${gram}`, campaign === undefined ? undefined : sql`campaign_id = ${campaign}`);
  return sql`select campaign_id, motion_id from motion_grams where ${where}
    order by campaign_id desc, motion_id desc limit ${most}`;
}

/** Rarest first; the count goes no further than is looked through. */
async function sortByRarity(reader: Reader, grams: readonly string[], campaign: string | undefined, most: number) {
  const counts = grams.map((gram) => sql`select (select count(*) from (${ofGram(gram, campaign, most + 1)})) as count`);
  const rows = await reader.all<{ count: number }>(sql.join(counts, sql` union all `));
  const weighed = grams.map((gram, at) => ({ gram, count: rows[at]?.count ?? 0 }));
  return weighed.toSorted((a, b) => a.count - b.count).slice(0, TRIED + 1);
}

/** `campaign`: the search is for motions of that year alone. */
export async function planTextSearch(
  reader: Reader,
  q: string,
  campaign: string | undefined,
  most = LOOKED_AT,
): Promise<TextSearch> {
  const text = toLower(q);
  const characters = Array.from(text);
  const weighed = await sortByRarity(reader, toGrams(characters), campaign, most);
  const [rarest, ...others] = weighed;
  const gram = rarest?.gram ?? "";
  const whole = (motionId: SQLWrapper) => (characters.length > 2 ? holdsWhole(text, motionId) : undefined);
  const foundId = sql`found.motion_id`;
  const where = and(...others.map((item) => holdsGram(item.gram, foundId, sql`found.campaign_id`)), whole(foundId));
  return {
    candidates: sql`select found.motion_id as motion_id from (${ofGram(gram, campaign, most)}) as found
      ${where ? sql`where ${where}` : sql``}`,
    exact: (rarest?.count ?? 0) <= most,
    holds: (motionId, campaignId) =>
      and(...weighed.map((item) => holdsGram(item.gram, motionId, campaignId)), whole(motionId)),
  };
}
