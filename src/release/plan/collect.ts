import type { Reader } from "#db/open.ts";
import { findAuditHead, isInAudit } from "#db/reads/audit.ts";
import { findChangeHead, listChangedMotions } from "#db/reads/motion-changes.ts";
import { listYearsOfMotions } from "#db/reads/public.ts";
import { readTallies } from "#db/reads/tallies.ts";
import { listMotionIds, readCityTexts } from "#db/reads/withheld.ts";
import type { DataSizes } from "../artefacts/data-sizes.ts";
import { breathe } from "../breathe.ts";
import type { Frame } from "../project/project-frame.ts";
import { inBatches, type MatterSource } from "../project/matter-source.ts";
import { projectYear } from "../project/project-year.ts";
import { packTexts, type TextSpool } from "../scan/text-spool.ts";
import type { KeptMotions } from "./kept-motions.ts";
import type { Plan, PlannedYear } from "./plan.ts";
import { readBatch, type OpenReading } from "./read-batch.ts";
import { byNumber, toYearRecord, type ShownMatter, type ShownYear, type Tombstone } from "./shown.ts";

/** What was read: every motion, or those that changed since the plan before. */
export type Scope = {
  readonly ids: readonly string[];
  /** Why every motion was read; null where only the changed were. */
  readonly everyBecause: string | null;
  readonly change: number;
  readonly audit: Plan["audit"];
};

async function whyEvery(reader: Reader, frame: Frame, plan: Plan | undefined): Promise<string | null> {
  if (!plan) return "no plan of an earlier release to go by";
  if (plan.frame !== frame.key) return "units, topics, classes or campaigns changed";
  if (plan.audit && !(await isInAudit(reader, plan.audit))) return "the database is not the one released before";
  return null;
}

export async function findScope(reader: Reader, frame: Frame, plan: Plan | undefined): Promise<Scope> {
  const change = await findChangeHead(reader);
  const head = await findAuditHead(reader);
  const audit = head ? { seq: head.seq, hash: head.hash } : null;
  const because = await whyEvery(reader, frame, plan);
  const changed = because === null && plan ? await listChangedMotions(reader, plan.change) : undefined;
  const isKnown = changed !== undefined && plan !== undefined && plan.change <= change;
  if (isKnown) return { ids: changed, everyBecause: null, change, audit };
  const everyBecause = because ?? "it is not known what changed";
  return { ids: await listMotionIds(reader), everyBecause, change, audit };
}

type Read = { readonly matters: readonly ShownMatter[]; readonly tombstones: readonly Tombstone[] };

type Reading = {
  readonly source: MatterSource;
  readonly texts: TextSpool;
  readonly onRead: (done: number) => Promise<void>;
  /** What reads beside this thread. */
  readonly others: readonly OpenReading[];
};

/** Projects the motions of the scope and reads their texts, a few hundred at a time, each batch by whoever is free. */
export async function readScope(
  reader: Reader,
  frame: Frame,
  scope: Scope,
  { source, texts, onRead, others }: Reading,
): Promise<Read> {
  texts.keep(packTexts(await readCityTexts(reader)));
  const batches = [...inBatches(scope.ids)];
  const read: Read[] = [];
  let [next, done] = [0, 0];
  const takeAll = async (open: OpenReading): Promise<void> => {
    const readOne = await open();
    if (!readOne) return;
    for (let at = next++; at < batches.length; at = next++) {
      const ids = batches[at] ?? [];
      const { matters, tombstones, packed, texts: said } = await readOne(ids);
      source.keep(packed);
      texts.keep(said);
      read[at] = { matters, tombstones };
      done += ids.length;
      await breathe();
      await onRead(done);
    }
  };
  const here: OpenReading = async () => async (ids) => await readBatch(reader, frame, ids);
  const taking = [...others, here].map(async (open) => {
    try {
      await takeAll(open);
    } catch (error) {
      next = batches.length;
      throw error;
    }
  });
  // All come to their end before a failure is told: nobody reads on while the database is closed.
  for (const end of await Promise.allSettled(taking)) if (end.status === "rejected") throw end.reason;
  return { matters: read.flatMap(({ matters }) => matters), tombstones: read.flatMap((batch) => batch.tombstones) };
}

/** Years of which something was written to, whether it shows or not: their figures are counted again. */
async function findTouchedYears(reader: Reader, scope: Scope, plan: Plan): Promise<ReadonlySet<number>> {
  const touched = new Set<number>();
  let found = 0;
  for (const ids of inBatches(scope.ids)) {
    const rows = await listYearsOfMotions(reader, ids);
    found += rows.length;
    for (const { year } of rows) touched.add(year);
  }
  // Of one that is no more nobody knows the year.
  return found < scope.ids.length ? new Set(plan.years.map(({ year }) => year)) : touched;
}

const byId = (a: Tombstone, b: Tombstone): number => (a.id < b.id ? -1 : 1);

/** @property kept what figures are made of */
type YearTerms = { readonly sizes: DataSizes; readonly kept: KeptMotions };

/** One year: what was read in the place of what the plan remembers of it. */
async function mergeYear(
  reader: Reader,
  year: number,
  scope: Scope,
  read: Read,
  { sizes, kept }: YearTerms,
  known?: PlannedYear,
): Promise<ShownYear> {
  const gone = new Set(scope.ids);
  const isLeft = ({ id }: { readonly id: string }): boolean => !gone.has(id);
  const matters = read.matters.filter(({ line }) => line.year === year);
  const tombstones = read.tombstones.filter(({ tombstone }) => tombstone.year === year);
  const motions = known && kept.find(year);
  const projected = await projectYear(reader, year, motions && { motions, changed: scope.ids });
  if (projected) kept.write(year, projected.motions);
  return {
    year,
    tallies: await readTallies(reader, year),
    matters: [...(known?.matters.filter(isLeft) ?? []), ...matters].toSorted(byNumber),
    ...toYearRecord(projected?.year ?? null, sizes),
    tombstones: [...(known?.tombstones.filter(isLeft) ?? []), ...tombstones].toSorted(byId),
  };
}

/** The years as they are now. One to which nothing was written is the very object of the plan. */
export async function toYears(
  reader: Reader,
  frame: Frame,
  scope: Scope,
  read: Read,
  plan: Plan | undefined,
  terms: YearTerms,
): Promise<ShownYear[]> {
  const before = scope.everyBecause === null ? plan : undefined;
  const touched = before ? await findTouchedYears(reader, scope, before) : new Set(frame.years);
  const years: ShownYear[] = [];
  for (const year of frame.years) {
    const known = before?.years.find((item) => item.year === year);
    years.push(known && !touched.has(year) ? known : await mergeYear(reader, year, scope, read, terms, known));
  }
  return years;
}
