import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import { desc, eq } from "drizzle-orm";
import { openDatabase } from "#db/open.ts";
import { replies } from "#db/schema/replies.ts";
import { fileURLToPath } from "node:url";
import { createSite } from "#functions/site/serve-site.ts";
import { buildRenderer } from "#release/render/renderer.ts";
import { ASTRO } from "./peers/astro.ts";
import { readPeerCorpus } from "./peers/corpus.ts";
import { ELEVENTY } from "./peers/eleventy.ts";
import { HUGO } from "./peers/hugo.ts";
import type { PeerTimes } from "./peers/measure-peer.ts";
import { measurePeer } from "./peers/measure-peer.ts";
import { runMeasured } from "./run-measured.ts";

const command = (name: string) => fileURLToPath(new URL(`../../functions/commands/${name}.ts`, import.meta.url));
const YEARS = 10;
/** The issue asks for peers up to here; above it they would take hours. */
const LARGEST_FOR_PEERS = 10_000;

type Size = {
  /** Seconds of a full release, process start included. */
  readonly full: number;
  /** Seconds of the release after one reply was published. */
  readonly publishOne: number;
  /** publishOne : full. */
  readonly share: number;
  /** Processor seconds of both: what is left where other work runs beside it. */
  readonly fullCpu: number;
  readonly publishOneCpu: number;
  readonly rssMB: number;
  readonly publishOneRssMB: number;
  readonly pages: number;
  readonly files: number;
  readonly megabytes: number;
};

const round = (value: number) => Math.round(value * 100) / 100;

/** Takes the last public reply back before anything is released, or gives it back: one publication. */
async function setLastReply(folder: string, from: "published" | "unpublished", to: "published" | "unpublished") {
  const db = openDatabase(`file:${join(folder, "huiyin.db")}`);
  const last = await db
    .select({ id: replies.assignmentId })
    .from(replies)
    .where(eq(replies.publication, from))
    .orderBy(desc(replies.assignmentId))
    .get();
  const at = to === "published" ? { firstPublishedAt: "2026-11-21 10:00" } : {};
  await db
    .update(replies)
    .set({ publication: to, ...at })
    .where(eq(replies.assignmentId, last?.id ?? ""));
  db.$client.close();
}

type PeerResult = PeerTimes & {
  /** Our full release : the peer's build and index; the pages of both hold the same replies. */
  readonly ours: number;
};

type Measured = { readonly size: Size; readonly peers: Record<string, PeerResult | "not installed"> };

async function measurePeers(site: string, full: number): Promise<Measured["peers"]> {
  const pages = await readPeerCorpus(site);
  const results: Measured["peers"] = {};
  for (const peer of [ASTRO, ELEVENTY, HUGO]) {
    const times = await measurePeer(peer, pages);
    results[peer.name] = times ? { ...times, ours: round(full / times.full) } : "not installed";
  }
  return results;
}

/** The site of a data folder at an address of this machine. */
async function serve(dataFolder: string): Promise<{ origin: string; close: () => void }> {
  const server = createServer(getRequestListener(createSite(dataFolder, "").fetch));
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() };
}

async function measure(matters: number, withPeers: boolean): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), "huiyin-bench-"));
  // As where it is used: addresses, feeds and QR codes name the site, and a release is held against what it answers.
  const site = await serve(folder);
  const env = { HUIYIN_DATA: folder, SITE_URL: site.origin };
  try {
    process.stderr.write(`release: ${matters} matters …\n`);
    await runMeasured([command("seed"), "--matters", String(matters), "--years", String(YEARS)], env);
    await setLastReply(folder, "published", "unpublished");
    const full = await runMeasured([command("release"), "--json"], env);
    await setLastReply(folder, "unpublished", "published");
    const one = await runMeasured([command("release"), "--json"], env);
    const { pages, files, bytes } = JSON.parse(full.output) as { pages: number; files: number; bytes: number };
    const size = {
      full: round(full.seconds),
      publishOne: round(one.seconds),
      share: round(one.seconds / full.seconds),
      fullCpu: round(full.cpuSeconds),
      publishOneCpu: round(one.cpuSeconds),
      rssMB: full.rssMB,
      publishOneRssMB: one.rssMB,
      pages,
      files,
      megabytes: round(bytes / 1e6),
    };
    const asked = withPeers && matters <= LARGEST_FOR_PEERS;
    const made = join(folder, "releases/current/site");
    return { size, peers: asked ? await measurePeers(made, full.seconds) : {} };
  } finally {
    site.close();
    await rm(folder, { recursive: true, force: true });
  }
}

type ReleaseBench = {
  readonly sizes: Record<string, Size>;
  /** Processor time of publishing one reply at a size : at the first size. */
  readonly growth: Record<string, number>;
  readonly peers: Record<string, Measured["peers"]>;
};

/**
 * Time and peak memory of whole releases of generated cities, and of what others make of the same replies, in one run;
 * our pages are compiled before, as on a running server.
 */
export async function benchRelease(sizes: readonly number[], withPeers: boolean): Promise<ReleaseBench> {
  await buildRenderer("");
  const result: Record<string, Measured> = {};
  for (const size of sizes) result[size] = await measure(size, withPeers);
  const [first, ...others] = sizes;
  const least = result[first ?? 0]?.size.publishOneCpu ?? 1;
  const growth = others.map((size) => [`${size}:${first}`, round((result[size]?.size.publishOneCpu ?? 0) / least)]);
  return {
    sizes: Object.fromEntries(Object.entries(result).map(([size, found]) => [size, found.size])),
    growth: Object.fromEntries(growth) as Record<string, number>,
    peers: Object.fromEntries(Object.entries(result).map(([size, found]) => [size, found.peers])),
  };
}
