import { cp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Database, Reader } from "#db/open.ts";
import { writeTransaction } from "#db/transaction.ts";
import type { ReleaseTexts } from "#db/reads/withheld.ts";
import { readReleaseTexts } from "#db/reads/withheld.ts";
import { listHeldReplies } from "#db/reads/held-replies.ts";
import { findAuditHead } from "#db/reads/audit.ts";
import type { PublicCity } from "#domain/view/public-city.ts";
import { makeRobots, makeSitemaps } from "./artefacts/sitemap.ts";
import { yearCsv } from "./artefacts/open-data.ts";
import { makeSearchRecords } from "./artefacts/search-records.ts";
import { LeakFound, Outdated } from "./errors.ts";
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
  /** Throws where another process has taken over. */
  readonly assertHeld: () => Promise<void>;
  readonly onStep: (step: string, done: number, total: number) => Promise<void>;
};

async function readAll(reader: Reader, origin: string) {
  const city = await projectCity(reader, origin);
  return { city, texts: await readReleaseTexts(reader), holds: await listHeldReplies(reader) };
}

const SNAPSHOT_TRIES = 5;

/** What is read together must belong together: read again when somebody wrote in between, and in the end hold the pen. */
async function readSnapshot(db: Database, origin: string) {
  for (let tries = 0; tries < SNAPSHOT_TRIES; tries++) {
    const before = await findAuditHead(db);
    const snapshot = await readAll(db, origin);
    const after = await findAuditHead(db);
    if (before?.hash === after?.hash) return { ...snapshot, auditHead: after?.hash ?? null };
  }
  return await writeTransaction(db, async (tx) => {
    const auditHead = (await findAuditHead(tx))?.hash ?? null;
    return { ...(await readAll(tx, origin)), auditHead };
  });
}

/** Asked right before the swap: is all that it holds still public, and is it still ours to swap? */
async function assertCurrent({ db, assertHeld }: ReleaseOrder, holds: readonly string[]): Promise<void> {
  await assertHeld();
  const now = new Set(await listHeldReplies(db));
  const gone = holds.filter((item) => !now.has(item));
  if (gone.length > 0) throw new Outdated(`Failed to release: ${gone.length} replies are public no more`);
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
 * Throws LeakFound where the scan found something, Outdated where a reply was withdrawn meanwhile.
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
  const { createdAt, origin, base } = order;
  const head = { id, createdAt, origin, base, previous, auditHead, pages: paths.length, holds };
  const manifest = makeManifest(head, seals);
  await files.write(".well-known/huiyin-release.json", `${JSON.stringify(publicSeal(manifest), null, 2)}\n`);
  await files.finish();
  await writeFile(join(folder, "manifest.json"), JSON.stringify(manifest));
  await assertCurrent(order, holds);
  await swapIn(dataFolder, id, folder);
  return manifest;
}
