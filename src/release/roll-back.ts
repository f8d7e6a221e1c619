import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Database, Reader } from "#db/open.ts";
import { listChangedMotions } from "#db/reads/motion-changes.ts";
import { readMotionTexts } from "#db/reads/withheld.ts";
import { partListOf, type ListedFile } from "#domain/seal/release-seal.ts";
import { removeOffer } from "./bundle/offer.ts";
import { Unfit } from "./errors.ts";
import { findCurrent, listReleases, pointAt, readManifest, releasesFolder, removeNewer, SITE } from "./folders.ts";
import { documentItems, findLost } from "./held.ts";
import type { Plan } from "./plan/plan.ts";
import { readPlan } from "./plan/store-plan.ts";
import { inBatches } from "./project/matter-source.ts";
import { projectFrame, type Frame } from "./project/project-frame.ts";
import { confirmLeaks, type Suspect } from "./scan/confirm.ts";
import { KeptNeedles } from "./scan/kept-needles.ts";
import { Needles } from "./scan/needles.ts";
import { readArtefact } from "./scan/scan-release.ts";
import type { Manifest } from "./seal/manifest.ts";
import { fetchFromFolder, listFolder, verifyRelease } from "./seal/verify-release.ts";

export type RollbackOrder = {
  readonly db: Database;
  readonly dataFolder: string;
  /** Of the release that readers are to see again. */
  readonly to: string;
  readonly assertHeld: () => Promise<void>;
};

async function assertNothingGone(dataFolder: string, to: string): Promise<void> {
  for (const id of (await listReleases(dataFolder)).filter((name) => name > to)) {
    const gone = (await readManifest(dataFolder, id))?.gone;
    if (!gone || gone.length > 0) throw new Unfit(`Failed to return to ${to}: ${id} took things from readers`);
  }
}

async function assertAllHeld(reader: Reader, plan: Plan, frame: Frame): Promise<void> {
  const documents = new Set(documentItems(frame));
  const lost = await findLost(
    reader,
    plan.years.flatMap((year) => year.matters),
  );
  const gone = [...lost, ...plan.documents.filter((item) => !documents.has(item))];
  if (gone.length > 0) throw new Unfit(`Failed to return: ${gone.length} things are public no more`);
}

/** Needles of the release that readers see, and of what was written since. */
async function readNeedles(reader: Reader, dataFolder: string, frame: Frame, current: string): Promise<KeptNeedles> {
  const kept = await KeptNeedles.read(join(releasesFolder(dataFolder), current));
  const plan = await readPlan(dataFolder, current, frame);
  const changed = plan && (await listChangedMotions(reader, plan.change));
  if (!changed) throw new Unfit("Failed to return: it is not known what changed since");
  for (const ids of inBatches(changed)) kept.add(Needles.of((await readMotionTexts(reader, ids)).withheld));
  return kept;
}

async function* readSite(site: string, { parts }: Manifest): AsyncGenerator<[path: string, bytes: Uint8Array]> {
  for (const { name } of parts) {
    const files = JSON.parse(await readFile(join(site, partListOf(name)), "utf8")) as ListedFile[];
    for (const { path } of files) yield [path, await readFile(join(site, path))];
  }
}

async function assertNoLeak(reader: Reader, site: string, manifest: Manifest, needles: KeptNeedles): Promise<void> {
  const suspects: Suspect[] = [];
  for await (const [path, bytes] of readSite(site, manifest)) {
    for await (const reading of readArtefact(path, bytes))
      for (const stretch of needles.findIn(reading)) suspects.push({ path, stretch, shows: [] });
  }
  if (suspects.length === 0) return;
  const leaks = await confirmLeaks(reader, suspects, needles.former);
  if (leaks.length > 0) throw new Unfit(`Failed to return: withheld strings found in ${leaks[0]?.path}`);
}

/**
 * Shows readers an older release again, if it passes the rules of today: nothing that it holds was withdrawn, corrected
 * or renamed since, no withheld string of today stands in it, and it is byte for byte what was signed. Newer releases
 * are removed. Throws Unfit.
 */
export async function rollBack({ db, dataFolder, to, assertHeld }: RollbackOrder): Promise<Manifest> {
  const current = await findCurrent(dataFolder);
  const manifest = await readManifest(dataFolder, to);
  if (!manifest?.parts || current === undefined || to >= current) throw new Unfit(`Failed to return to ${to}`);
  await assertNothingGone(dataFolder, to);
  const frame = await projectFrame(db);
  const plan = await readPlan(dataFolder, to, frame);
  if (!plan) throw new Unfit(`Failed to return to ${to}: what it holds is not known`);
  await assertAllHeld(db, plan, frame);
  const site = join(releasesFolder(dataFolder), to, SITE);
  const verdict = await verifyRelease(fetchFromFolder(site), async () => await listFolder(site));
  if (!verdict.ok) throw new Unfit(`Failed to return to ${to}: ${verdict.broken} is not as it was signed`);
  await assertNoLeak(db, site, manifest, await readNeedles(db, dataFolder, frame, current));
  await assertHeld();
  // What was taken down while all this was read.
  await assertAllHeld(db, plan, await projectFrame(db));
  await pointAt(dataFolder, to);
  await removeNewer(dataFolder, to);
  await removeOffer(dataFolder);
  return manifest;
}
