import { partsFolder, SITE } from "./folders.ts";
import { join } from "node:path";
import type { ShardIndex } from "#domain/search/catalogue.ts";
import { writeAssets } from "./artefacts/write-assets.ts";
import { writeAttachments } from "./artefacts/write-attachments.ts";
import { writeSearch } from "./artefacts/write-search.ts";
import { writeSitemaps } from "./artefacts/write-sitemaps.ts";
import { writeChecksums } from "./artefacts/write-checksums.ts";
import { writeCityData } from "./artefacts/write-city-data.ts";
import { writeDescriptions } from "./artefacts/write-descriptions.ts";
import { writeFeeds } from "./artefacts/write-feeds.ts";
import { writeOffer } from "./artefacts/write-offer.ts";
import { writeYearData } from "./artefacts/write-year-data.ts";
import type { ArtefactWork } from "./artefacts/work.ts";
import { documentItems } from "./held.ts";
import { knownPart } from "./assemble/known-part.ts";
import { SiteWriter, type Assembled } from "./assemble/site-writer.ts";
import type { ReleaseOrder } from "./order.ts";
import type { Plan, PlannedMatter } from "./plan/plan.ts";
import type { Prepared } from "./prepare.ts";
import { loadRenderer } from "./render/renderer.ts";
import { writePages } from "./render/write-pages.ts";
import { checkLinked } from "./scan/check-linked.ts";
import { assertClean } from "./scan/confirm.ts";
import { Inspector } from "./scan/inspector.ts";
import { KeptNeedles } from "./scan/kept-needles.ts";
import { NeedleFinder, type Needles } from "./scan/needles.ts";
import { toLines } from "./views/matter-pages.ts";
import type { ShareTask } from "./team/tasks.ts";
import type { Team } from "./team/team.ts";

/** Motions whose open texts are asked first for what many letters say. */
const NEAR = 400;

export type Made = {
  readonly plan: Plan;
  readonly needles: KeptNeedles;
  readonly assembled: Assembled;
  readonly indexed: number;
  /** Linked files that were opened again. */
  readonly reopened: number;
};

/** What a release is searched for: everything anew where everything was read, otherwise what is kept and what is new. */
async function keepNeedles({ scope, previous, former }: Prepared, fresh: Needles): Promise<KeptNeedles> {
  const isEvery = scope.everyBecause !== null || previous === undefined;
  const kept = isEvery ? KeptNeedles.none() : await KeptNeedles.read(previous.folder);
  kept.add(fresh);
  for (const title of former) kept.former.add(title);
  return kept;
}

function toPlan(
  { code, siteKey, frame, scope, city, changes, before }: Prepared,
  keys: ReadonlyMap<string, string>,
  shards: Readonly<Record<string, ShardIndex>>,
): Plan {
  const years = city.years.map((year) => {
    const known = before?.plan.years.find((item) => item.year === year.year);
    const isSame =
      known?.matters === year.matters &&
      known.matters.every(({ id, pageKey }) => (changes.matterKeys.get(id) ?? pageKey) === pageKey);
    if (isSame) return known;
    const matters = year.matters.map((matter): PlannedMatter => {
      const old = before?.matters.get(matter.id);
      return {
        ...matter,
        pageKey: changes.matterKeys.get(matter.id) ?? old?.pageKey ?? "",
      };
    });
    return { ...year, matters };
  });
  const { change, audit } = scope;
  const documents = documentItems(frame);
  return {
    code,
    site: siteKey,
    frame: frame.key,
    change,
    audit,
    keys: Object.fromEntries(keys),
    shards,
    years,
    documents,
  };
}

/** What the release before made and this one does not. */
async function dropStale({ before }: Prepared, writer: SiteWriter, keys: ReadonlyMap<string, string>): Promise<void> {
  for (const name of Object.keys(before?.plan.keys ?? {})) {
    if (name.startsWith("/") || keys.has(name)) continue;
    if (before?.plan.shards[name]) writer.dropPart(name);
    else await writer.drop(name);
  }
}

export type Place = {
  /** Unfinished, of the release. */
  readonly folder: string;
  readonly mattersFile: string;
  readonly team: Team;
};

/** Gives the threads what they need, where there are any. */
function toShare(
  { team, folder, mattersFile }: Place,
  { city, source }: Prepared,
  { address, store, needles }: { address: string; store: string; needles: Needles },
  { writer, inspector }: { writer: SiteWriter; inspector: Inspector },
): ShareTask | undefined {
  if (!team.isReady) return undefined;
  team.equip({
    folder,
    siteFolder: join(folder, SITE),
    store,
    mattersFile,
    places: source.places,
    needles: needles.shared,
    site: city.site,
    address,
  });
  return team.toShare(writer, inspector);
}

/** Everything that the site consists of. */
async function writeAll(
  order: ReleaseOrder,
  { changes, code, scope }: Prepared,
  work: ArtefactWork,
  team: Team,
): Promise<Awaited<ReturnType<typeof writeSearch>>> {
  const { onStep, base } = order;
  const index = async () =>
    await writeSearch(work, async (done, all) => await onStep("建立检索索引", done, all), order.files);
  // Shared, it takes longest, so it is begun first.
  const indexing = work.share && index();
  indexing?.catch(() => undefined);
  const renderer = await loadRenderer(base);
  const total = changes.pages.length + changes.matters.length;
  const onPage = async (done: number) => {
    if (done % 200 === 0) await onStep("生成页面", done + team.pages, total);
  };
  const { city, share } = work;
  await writePages({ ...work, site: city.site, lines: toLines(city), renderer, onPage }, changes, share);
  await writeAssets(work, renderer.assetsFolder, code);
  await writeAttachments(work, { files: order.files, read: scope.ids });
  await writeYearData(work);
  await writeCityData(work);
  await writeDescriptions(work);
  await writeFeeds(work);
  await writeOffer(work);
  await team.settle(renderer, async () => await onStep("生成页面", changes.pages.length + team.pages, total));
  await writeChecksums(work);
  await writeSitemaps(work, changes.keys.keys());
  return await (indexing ?? index());
}

/** Renders, indexes, inspects and assembles; nothing of it is public yet. Throws LeakFound. */
export async function makeSite(order: ReleaseOrder, prepared: Prepared, place: Place): Promise<Made> {
  const { city, source, before, previous, changes, scope } = prepared;
  const { onStep, dataFolder, origin, base } = order;
  await onStep("检查是否含有不公开内容", 0, 0);
  const fresh = await prepared.findNeedles();
  const needles = await keepNeedles(prepared, fresh);
  const inspector = new Inspector(scope.everyBecause === null ? needles : new NeedleFinder(fresh));
  const store = partsFolder(dataFolder);
  const parts = before && previous ? previous.manifest.parts.map((part) => knownPart(part, previous.site, store)) : [];
  const writer = new SiteWriter(place.folder, join(place.folder, SITE), store, parts, inspector.inspect);
  const keys = new Map(changes.keys);
  const address = origin + base;
  const work: ArtefactWork = {
    city,
    writer,
    source,
    before,
    siteBefore: previous?.site,
    note: inspector.note,
    base: address,
    keys,
    share: toShare(place, prepared, { address, store, needles: fresh }, { writer, inspector }),
  };
  const search = await writeAll(order, prepared, work, place.team);
  await dropStale(prepared, writer, keys);
  await onStep("检查是否含有不公开内容", 0, 0);
  const { reader } = prepared;
  const near = city.all.slice(0, NEAR).map(({ id }) => id);
  const reopened = await checkLinked(writer, fresh, { reader, near });
  await assertClean(reader, [...inspector.takeSuspects(), ...reopened.suspects], needles.former);
  await onStep("封存", 0, 0);
  const assembled = await writer.finish();
  return {
    plan: toPlan(prepared, keys, search.shards),
    needles,
    assembled,
    indexed: search.indexed.length,
    reopened: reopened.files,
  };
}
