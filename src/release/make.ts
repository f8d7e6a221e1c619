import { partsFolder, SITE } from "./folders.ts";
import { join } from "node:path";
import type { ShardIndex } from "#domain/search/catalogue.ts";
import { writeAssets } from "./artefacts/write-assets.ts";
import { writeSearch } from "./artefacts/write-search.ts";
import { writeSitemaps } from "./artefacts/write-sitemaps.ts";
import { writeTables } from "./artefacts/write-tables.ts";
import type { ArtefactWork } from "./artefacts/work.ts";
import { knownPart, SiteWriter, type Assembled } from "./assemble/site-writer.ts";
import type { ReleaseOrder } from "./order.ts";
import type { Plan, PlannedMatter } from "./plan/plan.ts";
import type { Prepared } from "./prepare.ts";
import { loadRenderer } from "./render/renderer.ts";
import { writePages } from "./render/write-pages.ts";
import { readHouseTexts } from "./scan/house-texts.ts";
import { Inspector } from "./scan/inspector.ts";
import { KeptNeedles } from "./scan/kept-needles.ts";
import { NeedleFinder, Needles } from "./scan/needles.ts";

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

/** Needles of the texts that were read, less what they and the program say in the open. */
async function toNeedles({ texts, scope, before }: Prepared): Promise<Needles> {
  // A title that was changed in its row is in no row any more, but in pages it may still be.
  const titles = scope.ids.flatMap((id) => before?.matters.get(id)?.line.title ?? []);
  const needles = new Needles([...texts.withheld, ...titles]);
  for await (const text of texts.open()) needles.removeIn(text);
  // After few changes few needles are left, and the program is asked where one of them is met.
  if (scope.everyBecause !== null) for (const text of readHouseTexts()) needles.removeIn(text);
  return needles;
}

/** What a release is searched for: everything anew where everything was read, otherwise what is kept and what is new. */
async function findNeedles({ scope, previous }: Prepared, fresh: Needles): Promise<KeptNeedles> {
  const isEvery = scope.everyBecause !== null || previous === undefined;
  const kept = isEvery ? KeptNeedles.none() : await KeptNeedles.read(previous.folder);
  kept.add(fresh);
  return kept;
}

function toPlan(
  { code, siteKey, frame, scope, city, changes, before }: Prepared,
  keys: ReadonlyMap<string, string>,
  shards: Readonly<Record<string, ShardIndex>>,
  tableBytes: ReadonlyMap<string, number>,
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
        tableBytes: tableBytes.get(matter.id) ?? old?.tableBytes ?? 0,
      };
    });
    return { ...year, matters };
  });
  const { change, audit } = scope;
  return { code, site: siteKey, frame: frame.key, change, audit, keys: Object.fromEntries(keys), shards, years };
}

/** What the release before made and this one does not. */
async function dropStale({ before }: Prepared, writer: SiteWriter, keys: ReadonlyMap<string, string>): Promise<void> {
  for (const name of Object.keys(before?.plan.keys ?? {})) {
    if (name.startsWith("/") || keys.has(name)) continue;
    if (before?.plan.shards[name]) writer.dropPart(name);
    else await writer.drop(name);
  }
}

/** Renders, indexes, inspects and assembles; nothing of it is public yet. Throws LeakFound. */
export async function makeSite(order: ReleaseOrder, prepared: Prepared, folder: string): Promise<Made> {
  const { city, source, before, previous, changes, scope } = prepared;
  const { onStep, dataFolder, origin, base } = order;
  await onStep("检查是否含有不公开内容", 0, 0);
  const fresh = await toNeedles(prepared);
  const needles = await findNeedles(prepared, fresh);
  const inspector = new Inspector(scope.everyBecause === null ? needles : new NeedleFinder(fresh));
  const store = partsFolder(dataFolder);
  const parts = before && previous ? previous.manifest.parts.map((part) => knownPart(part, previous.site, store)) : [];
  const writer = new SiteWriter(folder, join(folder, SITE), store, parts, inspector.inspect);
  const keys = new Map(changes.keys);
  const work: ArtefactWork = {
    city,
    writer,
    source,
    before,
    siteBefore: previous?.site,
    note: inspector.note,
    base: origin + base,
    keys,
  };
  const renderer = await loadRenderer(base);
  const total = changes.pages.length + changes.matters.length;
  await writePages(
    {
      ...work,
      renderer,
      onPage: async (done) => {
        if (done % 200 === 0) await onStep("生成页面", done, total);
      },
    },
    changes,
  );
  await writeAssets(work, renderer.assetsFolder, prepared.code);
  const tableBytes = await writeTables(work);
  await writeSitemaps(work, changes.keys.keys());
  const search = await writeSearch(work, async (done, all) => await onStep("建立检索索引", done, all));
  await dropStale(prepared, writer, keys);
  await onStep("检查是否含有不公开内容", 0, 0);
  await writer.flush();
  const reopened = await inspector.checkLinked(writer, fresh, {
    reader: prepared.reader,
    near: city.all.slice(0, NEAR).map(({ id }) => id),
  });
  await inspector.assertClean(prepared.reader);
  await onStep("封存", 0, 0);
  const assembled = await writer.finish();
  return {
    plan: toPlan(prepared, keys, search.shards, tableBytes),
    needles,
    assembled,
    indexed: search.indexed.length,
    reopened,
  };
}
