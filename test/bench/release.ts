import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildRenderer } from "#release/render/renderer.ts";
import { runMeasured } from "./run-measured.ts";

const command = (name: string) => fileURLToPath(new URL(`../../functions/commands/${name}.ts`, import.meta.url));
const YEARS = 10;

type Size = {
  /** Seconds of a full release, process start included. */
  readonly full: number;
  /** Seconds of the next release: every release renders all pages so far, so it costs the same. */
  readonly publishOne: number;
  readonly rssMB: number;
  readonly pages: number;
  readonly files: number;
  readonly megabytes: number;
};

async function measure(matters: number): Promise<Size> {
  const folder = await mkdtemp(join(tmpdir(), "huiyin-bench-"));
  const env = { HUIYIN_DATA: folder };
  try {
    process.stderr.write(`release: ${matters} matters …\n`);
    await runMeasured([command("seed"), "--matters", String(matters), "--years", String(YEARS)], env);
    const first = await runMeasured([command("release"), "--json"], env);
    const second = await runMeasured([command("release"), "--json"], env);
    const { pages, files, bytes } = JSON.parse(first.output) as { pages: number; files: number; bytes: number };
    const round = (value: number) => Math.round(value * 100) / 100;
    return {
      full: round(first.seconds),
      publishOne: round(second.seconds),
      rssMB: first.rssMB,
      pages,
      files,
      megabytes: round(bytes / 1e6),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Time and peak memory of whole releases of generated cities; the pages are compiled before, as on a running server. */
export async function benchRelease(sizes: readonly number[]): Promise<{ sizes: Record<string, Size> }> {
  await buildRenderer("");
  const result: Record<string, Size> = {};
  for (const size of sizes) result[size] = await measure(size);
  return { sizes: result };
}
