import type { SearchIndex, ShardIndex } from "#domain/search/catalogue.ts";
import { planShards, type ShardPlan } from "#domain/search/shards.ts";
import type { PublicDocument, PublicMatter } from "#domain/view/public-reply.ts";
import type { SearchRecord } from "#domain/view/search-record.ts";
import type { AttachmentSource } from "../order.ts";
import { keyOf } from "../plan/key.ts";
import { toSimplifiedForms } from "../search-index/han-forms.ts";
import { toIndexFiles } from "../search-index/write-index.ts";
import { type PutFile, writeShard } from "../search-index/write-shard.ts";
import { readAttachmentTexts } from "./attachment-texts.ts";
import type { ShareTask } from "../team/tasks.ts";
import { documentRecord, matterRecord } from "./search-records.ts";
import { toKnownTerms } from "./search-terms.ts";
import { type ArtefactWork, isKept } from "./work.ts";

/** A record before it is made. */
type Entry = {
  readonly year: number;
  readonly path: string;
  readonly publishedOn: string;
  readonly hash: string;
  readonly id: string | null;
  readonly document: PublicDocument | null;
};

type Files = AttachmentSource | undefined;
/** Lines of the attachments of a matter. */
type TextsOf = (matter: PublicMatter) => Promise<readonly string[]> | readonly string[];
type ShardWork = Pick<ArtefactWork, "source" | "writer" | "note">;

export type PlannedShard = { readonly part: string; readonly plan: ShardPlan<Entry> };

const FOLDER = "search-index";
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const byPath = (a: Entry, b: Entry): number => compare(a.path, b.path);

/** In the order of `sortRecords`: by day, then by path. */
function toNewestFirst(entries: readonly Entry[]): Entry[] {
  const days = [...Map.groupBy(entries, ({ publishedOn }) => publishedOn)];
  return days.toSorted(([a], [b]) => compare(b, a)).flatMap(([, ofDay]) => ofDay.toSorted(byPath));
}

/** By year, newest first, in the order of `sortRecords`. */
function toEntries({ city }: ArtefactWork): [year: number, newestFirst: Entry[]][] {
  const matters = city.years.flatMap(({ year, matters: ofYear }) =>
    ofYear.map(({ id, hash, line }): Entry => ({
      year,
      path: line.path,
      publishedOn: line.publishedOn,
      hash,
      id,
      document: null,
    })),
  );
  const documents = city.frame.documents.map((document): Entry => ({
    year: Number(document.publishedAt.slice(0, 4)),
    path: document.path,
    publishedOn: document.publishedAt.slice(0, 10),
    hash: keyOf(document),
    id: null,
    document,
  }));
  const years = [...Map.groupBy([...matters, ...documents], ({ year }) => year)];
  return years.toSorted(([a], [b]) => b - a).map(([year, entries]) => [year, toNewestFirst(entries)]);
}

async function makeRecords(
  source: ShardWork["source"],
  entries: readonly Entry[],
  textsOf: TextsOf,
): Promise<SearchRecord[]> {
  const records = entries.flatMap(({ document }) => (document ? [documentRecord(document)] : []));
  for await (const matter of source.get(entries.flatMap(({ id }) => (id === null ? [] : [id]))))
    records.push(matterRecord(matter, await textsOf(matter)));
  return records;
}

/** Writes one shard, a part of its own. */
export async function writeSearchPart(
  { source, writer, note }: ShardWork,
  { part, plan }: PlannedShard,
  forms: ReadonlyMap<string, string>,
  textsOf: TextsOf,
): Promise<ShardIndex> {
  await writer.beginPart(part);
  const shows = plan.records.flatMap(({ id }) => (id === null ? [] : [id]));
  const put: PutFile = async (name, content) => {
    note(`${part}/${name}`, shows);
    await writer.put(`${part}/${name}`, content);
  };
  return await writeShard({ ...plan, records: await makeRecords(source, plan.records, textsOf) }, put, forms);
}

function toWithheld({ city }: ArtefactWork): SearchIndex["withheld"] {
  return city.years.flatMap(({ year, tallies }) => {
    const replies = tallies.reduce((sum, tally) => sum + tally.withheld, 0);
    return replies === 0 ? [] : [{ year, replies }];
  });
}

/** By motion. */
async function readTexts({ source }: ShardWork, files: Files): Promise<ReadonlyMap<string, readonly string[]>> {
  const texts = new Map<string, readonly string[]>();
  for await (const matter of source.get([...source.withFiles]))
    texts.set(matter.id, await readAttachmentTexts(matter, files));
  return texts;
}

async function shareShards(
  share: ShareTask,
  waiting: readonly PlannedShard[],
  texts: ReadonlyMap<string, readonly string[]>,
  shards: Record<string, ShardIndex>,
): Promise<void> {
  await Promise.all(
    waiting.map(async ({ part, plan }) => {
      const ids = plan.records.flatMap(({ id }) => (id === null ? [] : [id]));
      const own = new Map(ids.flatMap((id) => (texts.has(id) ? [[id, texts.get(id) ?? []] as const] : [])));
      const index = await share({ kind: "shard", part, plan, texts: own });
      if (!index) throw new Error(`Failed to release: nothing came of ${part}`);
      shards[part] = index;
    }),
  );
}

/** Indexes the shards whose records changed; the others are linked. @param files where attachments are kept */
export async function writeSearch(
  work: ArtefactWork,
  onShard: (done: number, all: number) => Promise<void>,
  files: Files,
) {
  const planned = planShards(toEntries(work)).map((plan) => ({ plan, part: `${FOLDER}/${plan.folder}` }));
  const forms = toSimplifiedForms();
  const shards: Record<string, ShardIndex> = {};
  const waiting: typeof planned = [];
  for (const item of planned) {
    const key = keyOf(item.plan.records.map(({ path, hash }) => [path, hash]));
    const known = work.before?.plan.shards[item.part];
    if (isKept(work, item.part, key) && known) shards[item.part] = known;
    else waiting.push(item);
  }
  const { share } = work;
  if (share) await shareShards(share, waiting, await readTexts(work, files), shards);
  for (const [done, item] of share ? [] : waiting.entries()) {
    await onShard(done, waiting.length);
    const textsOf = async (matter: PublicMatter) => await readAttachmentTexts(matter, files);
    shards[item.part] = await writeSearchPart(work, item, forms, textsOf);
  }
  const index = { shards: planned.flatMap(({ part }) => shards[part] ?? []), withheld: toWithheld(work) };
  for (const { name, text } of toIndexFiles(index, forms, toKnownTerms(work.city))) {
    const file = `${FOLDER}/${name}`;
    if (!isKept(work, file, keyOf(text))) await work.writer.put(file, text);
  }
  return { shards, indexed: waiting.map(({ part }) => part) };
}
