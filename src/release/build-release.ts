import { cp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Database } from "#db/open.ts";
import type { ReleaseTexts } from "#db/reads/withheld.ts";
import { readReleaseTexts } from "#db/reads/withheld.ts";
import { listHeldReplies } from "#db/reads/held-replies.ts";
import { findAuditHead } from "#db/reads/audit.ts";
import type { PublicCity } from "#domain/view/public-city.ts";
import { makeRobots, makeSitemaps } from "./artefacts/sitemap.ts";
import { yearCsv } from "./artefacts/open-data.ts";
import { makeSearchRecords } from "./artefacts/search-records.ts";
import { SITE, findCurrent, openUnfinished, swapIn } from "./folders.ts";
import { projectCity } from "./project/project-city.ts";
import { loadRenderer } from "./render/renderer.ts";
import { readFiles } from "./read-files.ts";
import { writePages } from "./render/write-pages.ts";
import { NeedleFinder } from "./scan/needles.ts";
import { chooseNeedles, findLeaks } from "./scan/scan-release.ts";
import type { FileSeal, Manifest } from "./seal/manifest.ts";
import { makeManifest, publicSeal, sealFile } from "./seal/manifest.ts";
import { writeSearchIndex } from "./search-index/write-index.ts";
import { toCityLines } from "./views/city-lines.ts";
import { makePages } from "./views/make-pages.ts";
import { FileWriter } from "./write-files.ts";

export type ReleaseOrder = {
  readonly db: Database;
  readonly id: string;
  readonly dataFolder: string;
  /** Origin of the site without a slash at the end, or "". */
  readonly origin: string;
  /** Base path without a slash at the end, or "". */
  readonly base: string;
  readonly createdAt: string;
  readonly onStep: (step: string, done: number, total: number) => Promise<void>;
};

/** A withheld string stands in the release: there is no release (design §1.7). */
export class LeakFound extends Error {
  override name = "LeakFound";
}

/** What is read together must belong together: read again when somebody wrote in between. */
async function readSnapshot(db: Database, origin: string) {
  for (;;) {
    const before = await findAuditHead(db);
    const city = await projectCity(db, origin);
    const texts = await readReleaseTexts(db);
    const holds = await listHeldReplies(db);
    const after = await findAuditHead(db);
    if (before?.hash === after?.hash) return { city, texts, holds, auditHead: after?.hash ?? null };
  }
}

async function writeArtefacts(city: PublicCity, paths: readonly string[], files: FileWriter, order: ReleaseOrder) {
  const base = order.origin + order.base;
  for (const [name, text] of makeSitemaps(
    paths.filter((path) => path !== "/404.html"),
    base,
  ))
    await files.write(name, text);
  await files.write("robots.txt", makeRobots(base));
  for (const year of city.years.filter((item) => item.matters.length > 0)) {
    await files.write(`data/${year.year}.csv`, yearCsv(year));
  }
  await files.finish();
}

/** Looks into every file and seals it. A file that holds a withheld string, or cannot be opened, ends the release. */
async function scanAndSeal(site: string, texts: ReleaseTexts): Promise<FileSeal[]> {
  const finder = new NeedleFinder(chooseNeedles(texts.withheld, texts.open));
  const seals: FileSeal[] = [];
  const leaks: string[] = [];
  for await (const { path, bytes } of readFiles(site)) {
    if (findLeaks(finder, path, bytes).length > 0) leaks.push(path);
    seals.push(sealFile(path, bytes));
  }
  if (leaks.length === 0) return seals;
  throw new LeakFound(
    `Failed to release: withheld strings found in ${leaks.length} files: ${leaks.slice(0, 5).join(", ")}`,
  );
}

/**
 * views → pages → index → scan → manifest → swap (design §6). Kill it anywhere: readers see the old release or the new one.
 * Throws LeakFound where the scan found something.
 */
export async function buildRelease(order: ReleaseOrder): Promise<Manifest> {
  const { db, id, dataFolder, onStep } = order;
  await onStep("读取公开数据", 0, 0);
  const renderer = await loadRenderer(order.base);
  const { city, texts, holds, auditHead } = await readSnapshot(db, order.origin);
  const folder = await openUnfinished(dataFolder, id);
  const site = join(folder, SITE);

  const lines = toCityLines(city);
  const total = lines.matters.length;
  const files = new FileWriter(site);
  const paths = await writePages(makePages(lines), city.site, renderer, files, async (done) => {
    if (done % 200 === 0) await onStep("生成页面", done, Math.max(total, done));
  });
  await cp(renderer.assetsFolder, site, { recursive: true });
  await cp(fileURLToPath(new URL("../../public/", import.meta.url)), site, { recursive: true });

  await onStep("建立检索索引", 0, total);
  await writeSearchIndex(makeSearchRecords(city), site);
  await writeArtefacts(city, paths, files, order);

  await onStep("检查是否含有不公开内容", 0, paths.length);
  const seals = await scanAndSeal(site, texts);

  await onStep("封存", 0, 0);
  const previous = (await findCurrent(dataFolder)) ?? null;
  const head = { id, createdAt: order.createdAt, previous, auditHead, pages: paths.length, holds };
  const manifest = makeManifest(head, seals);
  await files.write(".well-known/huiyin-release.json", `${JSON.stringify(publicSeal(manifest), null, 2)}\n`);
  await files.finish();
  await writeFile(join(folder, "manifest.json"), JSON.stringify(manifest));
  await swapIn(dataFolder, id, folder);
  return manifest;
}
