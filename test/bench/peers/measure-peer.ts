import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { MeasuredStart } from "../run-measured.ts";
import { runMeasured } from "../run-measured.ts";
import type { PeerPage } from "./corpus.ts";
import type { Peer } from "./peer.ts";

const PAGEFIND = fileURLToPath(new URL("../../../node_modules/pagefind/lib/runner/bin.cjs", import.meta.url));

export type PeerTimes = {
  /** Seconds of the generator and of stock Pagefind over its pages, process starts included. */
  readonly build: number;
  readonly index: number;
  readonly full: number;
  readonly cpu: number;
  readonly rssMB: number;
};

const round = (value: number) => Math.round(value * 100) / 100;

/** Builds and indexes the pages with a peer; undefined where the peer is not to be had on this machine. */
export async function measurePeer(peer: Peer, pages: readonly PeerPage[]): Promise<PeerTimes | undefined> {
  const folder = await mkdtemp(join(tmpdir(), "huiyin-peer-"));
  try {
    if (!(await peer.prepare(folder, pages))) return undefined;
    process.stderr.write(`release: ${pages.length} pages with ${peer.name} …\n`);
    const start: MeasuredStart = { cwd: folder, ...(peer.build.program ? { program: peer.build.program } : {}) };
    const build = await runMeasured(peer.build.args, { ASTRO_TELEMETRY_DISABLED: "1" }, start);
    const index = await runMeasured([PAGEFIND, "--site", peer.output, "--quiet"], {}, { cwd: folder });
    return {
      build: round(build.seconds),
      index: round(index.seconds),
      full: round(build.seconds + index.seconds),
      cpu: round(build.cpuSeconds + index.cpuSeconds),
      rssMB: Math.max(build.rssMB, index.rssMB),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
