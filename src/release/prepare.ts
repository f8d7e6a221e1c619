import { join } from "node:path";
import type { Reader } from "#db/open.ts";
import { DATA_SIZES } from "./artefacts/data-sizes.ts";
import { findOffer } from "./bundle/offer.ts";
import { SITE, findCurrent, listReleases, readManifest, releasesFolder } from "./folders.ts";
import { findGone } from "./held.ts";
import type { ReleaseOrder } from "./order.ts";
import { findChanges, toBefore, type Before, type Changes } from "./plan/changes.ts";
import { findCodeHash } from "./plan/code-hash.ts";
import { findScope, readScope, toYears, type Scope } from "./plan/collect.ts";
import { keyOf } from "./plan/key.ts";
import { KeptMotions } from "./plan/kept-motions.ts";
import type { Plan } from "./plan/plan.ts";
import { findFacts } from "./plan/same-facts.ts";
import type { OpenReading } from "./plan/read-batch.ts";
import { readPlan } from "./plan/store-plan.ts";
import { KeptMatters } from "./project/kept-matters.ts";
import { MatterSource } from "./project/matter-source.ts";
import { naming } from "./project/name-fault.ts";
import type { Frame } from "./project/project-frame.ts";
import { projectFrame } from "./project/project-frame.ts";
import { projectMotions } from "./project/project-motions.ts";
import { findFormer } from "./scan/former-titles.ts";
import type { Needles } from "./scan/needles.ts";
import { strikeNeedles, type Striking } from "./scan/strike-needles.ts";
import { TextSpool } from "./scan/text-spool.ts";
import type { Manifest } from "./seal/manifest.ts";
import type { Team } from "./team/team.ts";
import { toCity, type City } from "./views/city.ts";
import type { Work } from "./work-files.ts";

/** The release that readers see, as the next one builds on it. */
export type Previous = {
  readonly manifest: Manifest;
  /** Of the release, and of the site in it. */
  readonly folder: string;
  readonly site: string;
  /** Undefined where nothing of it can be taken over. */
  readonly plan: Plan | undefined;
  /** What it shows, also where it cannot be built upon; undefined where that cannot be read. */
  readonly known: Plan | undefined;
};

export type Prepared = {
  readonly reader: Reader;
  readonly code: string;
  readonly siteKey: string;
  readonly frame: Frame;
  readonly scope: Scope;
  readonly city: City;
  readonly previous: Previous | undefined;
  readonly before: Before | undefined;
  readonly changes: Changes;
  readonly source: MatterSource;
  readonly former: ReadonlySet<string>;
  /** What was read and is withheld; another thread may be at it. */
  readonly findNeedles: () => Promise<Needles>;
  /** What the release before held and this one does not; null where that is not known. */
  readonly gone: readonly string[] | null;
};

async function findPrevious(order: ReleaseOrder, frame: Frame, code: string): Promise<Previous | undefined> {
  const { dataFolder, base, origin, full } = order;
  const id = await findCurrent(dataFolder);
  const manifest = id === undefined ? undefined : await readManifest(dataFolder, id);
  if (id === undefined || manifest?.parts === undefined) return undefined;
  const folder = join(releasesFolder(dataFolder), id);
  const plan = await readPlan(dataFolder, id, frame);
  const isUsable = plan?.code === code && manifest.base === base && manifest.origin === origin && full !== true;
  return { manifest, folder, site: join(folder, SITE), plan: isUsable ? plan : undefined, known: plan };
}

/** Motions from which on it pays to start threads. */
const SHARE_FROM = 400;

/** Gives what reads beside this thread, if anything does. */
async function startTeam(
  team: Team,
  { base, db }: ReleaseOrder,
  reader: Reader,
  { frame, scope }: Pick<Prepared, "frame" | "scope">,
): Promise<OpenReading[]> {
  await team.start(base);
  const facts = team.isReady ? await findFacts(db, reader, frame, scope) : undefined;
  return facts ? team.toReaders(facts) : [];
}

/** Another thread begins at once, where there is one; this one has the years to count meanwhile. */
function startStriking(striking: Striking, team: Team | undefined): () => Promise<Needles> {
  if (!team?.isReady) return async () => await strikeNeedles(striking);
  const struck = team.strike(striking);
  // Told where they are asked for.
  struck.catch(() => undefined);
  return async () => await struck;
}

/** Reads what changed, or everything, and finds out what is to be made. */
export async function prepareRelease(order: ReleaseOrder, reader: Reader, work: Work, team?: Team): Promise<Prepared> {
  const { onStep } = order;
  await onStep("读取公开数据", 0, 0);
  const code = await findCodeHash();
  const frame = await projectFrame(reader);
  const previous = await findPrevious(order, frame, code);
  const plan = previous?.plan;
  const scope = await findScope(reader, frame, plan);
  const source = new MatterSource(new KeptMatters(work.matters.fd), async (ids) => {
    const projected = await naming(ids, async (some) => await projectMotions(reader, some, frame));
    return projected.matters.map(({ matter }) => matter);
  });
  const texts = new TextSpool(work.textsFile, work.texts.fd);
  const isShared = team && !plan && scope.ids.length >= (order.shareFrom ?? SHARE_FROM);
  const read = await readScope(reader, frame, scope, {
    source,
    texts,
    onRead: async (done) => await onStep("读取公开数据", done, scope.ids.length),
    others: isShared ? await startTeam(team, order, reader, { frame, scope }) : [],
  });
  const sizes = order.sizes ?? DATA_SIZES;
  const former = await findFormer(previous, scope, read.matters);
  const findNeedles = startStriking({ texts: texts.texts, former, withHouse: scope.everyBecause !== null }, team);
  const kept = new KeptMotions(work.folder, previous);
  const years = await toYears(reader, frame, scope, read, plan, { sizes, kept });
  // One that stands there and cannot be read, or that nothing points at, held nobody knows what.
  const isUnknown = !previous && (await listReleases(order.dataFolder)).length > 0;
  const gone = isUnknown ? null : findGone(previous, { years, documents: frame.documents });
  const shown = previous && { id: previous.manifest.id, keys: previous.known?.keys };
  const offer = await findOffer(order.dataFolder, shown, gone);
  const city = toCity(frame, years, order.origin, { offer, sizes });
  const siteKey = keyOf(city.site, order.base);
  const before = plan && toBefore(plan, siteKey);
  const changes = findChanges(city, before);
  return { reader, code, siteKey, frame, scope, city, previous, before, changes, source, former, findNeedles, gone };
}
