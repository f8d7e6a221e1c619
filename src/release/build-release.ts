import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { listChangedMotions } from "#db/reads/motion-changes.ts";
import { withSnapshot } from "#db/snapshot.ts";
import type { ReleaseReport } from "#domain/release/release-report.ts";
import { removeOffer } from "./bundle/offer.ts";
import { FewerPages, Outdated } from "./errors.ts";
import { assertNoneForgotten } from "./forgotten.ts";
import { openUnfinished, swapIn } from "./folders.ts";
import { makeSite, type Made } from "./make.ts";
import type { ReleaseOrder } from "./order.ts";
import type { Explained } from "./plan/changes.ts";
import { writePlan } from "./plan/store-plan.ts";
import { prepareRelease, type Prepared } from "./prepare.ts";
import { listChanges } from "./views/changes-page.ts";
import { Team } from "./team/team.ts";
import { openPassingWork, openWork } from "./work-files.ts";
import { findLost } from "./held.ts";
import { flushFolder } from "./flush.ts";
import { keyOf } from "./plan/key.ts";
import { projectFrame } from "./project/project-frame.ts";
import { releaseRoot, type Manifest } from "./seal/manifest.ts";
import { assertSameKey, openSigningKey } from "./seal/signing-key.ts";
import { sealRelease } from "./seal/seal-release.ts";
import { readReceipts, writeReceipts } from "./seal/write-receipts.ts";
import { Stopwatch } from "./stopwatch.ts";

export type Built = { readonly manifest: Manifest; readonly report: ReleaseReport };

/** A release that loses more of its pages than this is held until a person has confirmed it. */
const MOST_LOST = 0.2;

function assertNotFewer({ previous, changes }: Prepared, { isDropConfirmed }: ReleaseOrder): void {
  const before = previous?.manifest.pages ?? 0;
  if (isDropConfirmed !== true && changes.count < before * (1 - MOST_LOST)) throw new FewerPages(before, changes.count);
}

/** Asked right before the swap: is all that it holds still public, and is it still ours to swap? */
async function assertCurrent({ db, assertHeld }: ReleaseOrder, { scope, city, frame }: Prepared): Promise<void> {
  await assertHeld();
  // Documents, units, names of years: small, and rarely changed.
  const present = await projectFrame(db);
  const isSameFrame = present.key === frame.key && keyOf(present.documents) === keyOf(frame.documents);
  if (!isSameFrame) throw new Outdated("Failed to release: documents, units or campaigns changed meanwhile");
  const changed = await listChangedMotions(db, scope.change);
  if (!changed) throw new Outdated("Failed to release: it is not known what changed meanwhile");
  const ids = new Set(changed);
  const ours = city.years.flatMap((year) => year.matters.filter(({ id }) => ids.has(id)));
  const gone = await findLost(db, ours);
  if (gone.length > 0) throw new Outdated(`Failed to release: ${gone.length} things are public no more`);
}

function toReport(prepared: Prepared, made: Made, seconds: Readonly<Record<string, number>>): ReleaseReport {
  const { scope, changes } = prepared;
  const { assembled, indexed, plan, reopened } = made;
  return {
    fullBecause: scope.everyBecause,
    read: scope.ids.length,
    rendered: changes.pages.length + changes.matters.length,
    removed: changes.removed.length,
    indexed,
    keptShards: Object.keys(plan.shards).length - indexed,
    written: assembled.written,
    linked: assembled.linked,
    reopened,
    seconds,
  };
}

async function seal(order: ReleaseOrder, prepared: Prepared, made: Made, folder: string): Promise<Manifest> {
  const { id, createdAt, origin, base } = order;
  const { previous, before, changes, scope } = prepared;
  const { parts } = made.assembled;
  // What left the site stays behind the roots that are still told, of the release before and in receipts (README).
  const salt = (await openSigningKey(order.dataFolder)).saltFor(releaseRoot(parts, undefined));
  const manifest: Manifest = {
    id,
    createdAt,
    previous: previous?.manifest.id ?? null,
    previousRoot: previous?.manifest.root ?? null,
    auditHead: scope.audit?.hash ?? null,
    origin,
    base,
    root: releaseRoot(parts, salt),
    salt,
    pages: changes.count,
    files: parts.reduce((sum, part) => sum + part.files, 0),
    bytes: parts.reduce((sum, part) => sum + part.bytes, 0),
    parts,
    gone: prepared.gone,
  };
  await writePlan(folder, made.plan, before && previous ? { folder: previous.folder, plan: before.plan } : undefined);
  await made.needles.write(folder);
  await sealRelease(order.dataFolder, folder, manifest);
  const place = { dataFolder: order.dataFolder, folder, siteBefore: previous?.site };
  await writeReceipts(place, manifest, listChanges(prepared.city));
  await writeFile(join(folder, "manifest.json"), JSON.stringify(manifest));
  return manifest;
}

/**
 * read → plan → render → index → inspect → assemble → seal → swap (design §6). Kill it anywhere: readers see the old
 * release or the new one. Throws LeakFound where a withheld string was found, Outdated where a reply was withdrawn
 * meanwhile, FewerPages where too many pages would go, Cancelled.
 */
export async function buildRelease(order: ReleaseOrder): Promise<Built> {
  const { db, id, dataFolder } = order;
  const watch = new Stopwatch(order.onStep);
  const timed: ReleaseOrder = { ...order, onStep: watch.step };
  const folder = await openUnfinished(dataFolder, id);
  const built = await withSnapshot(db, async (reader) => {
    const work = await openWork(folder);
    const team = new Team();
    try {
      const prepared = await prepareRelease(timed, reader, work, team);
      if (prepared.previous && order.isNewKey !== true) await assertSameKey(dataFolder, prepared.previous.site);
      assertNotFewer(prepared, order);
      await assertNoneForgotten(reader, await readReceipts(dataFolder, prepared.previous?.site), prepared.city);
      const made = await makeSite(timed, prepared, { folder, mattersFile: work.mattersFile, team });
      return { prepared, made, manifest: await seal(timed, prepared, made, folder) };
    } finally {
      await team.close();
      await work.close();
    }
  });
  await flushFolder(dataFolder);
  await assertCurrent(order, built.prepared);
  await swapIn(dataFolder, id, folder);
  if (!built.prepared.city.offer) await removeOffer(dataFolder);
  return { manifest: built.manifest, report: toReport(built.prepared, built.made, watch.seconds) };
}

export type Explanation = {
  /** Why everything was read, or null. */
  readonly everyBecause: string | null;
  readonly motions: readonly string[];
  readonly pages: readonly Explained[];
  readonly count: number;
};

/** What a release made now would render, and why; makes nothing. */
export async function explainRelease(order: ReleaseOrder): Promise<Explanation> {
  return await withSnapshot(order.db, async (reader) => {
    const work = await openPassingWork();
    try {
      const { scope, changes } = await prepareRelease(order, reader, work);
      const motions = scope.everyBecause === null ? scope.ids : [];
      return { everyBecause: scope.everyBecause, motions, pages: changes.explained, count: changes.count };
    } finally {
      await work.close();
    }
  });
}
