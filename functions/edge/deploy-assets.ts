import { readdir } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { SEAL_PATH } from "#domain/seal/release-seal.ts";
import { NotDeployed } from "#release/errors.ts";

/** Files that one version of a Worker may have (platform reference §6). */
export const ASSET_LIMITS = { free: 20_000, paid: 100_000 } as const;
const ASKS_EVERY_MS = 2_000;
const LIVE_WITHIN_MS = 120_000;

async function countFiles(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).length;
}

/** How many files are laid out. Throws NotDeployed where the platform takes fewer: it would refuse half-way. */
export async function checkAssets(folder: string, limit: number): Promise<number> {
  const count = await countFiles(folder);
  if (count <= limit) return count;
  throw new NotDeployed("too_many_files", `Failed to deploy: ${count} files, the plan takes ${limit}`);
}

async function readLiveId(address: string): Promise<unknown> {
  const response = await fetch(address, {
    headers: { "Cache-Control": "no-cache" },
    signal: AbortSignal.timeout(10_000),
  });
  return ((await response.json()) as { readonly id?: unknown }).id;
}

/** Waits until readers are shown this release. Throws NotDeployed where that does not come about. */
export async function waitUntilLive(site: string, id: string, within = LIVE_WITHIN_MS): Promise<void> {
  let seen: unknown;
  for (let waited = 0; waited < within; waited += ASKS_EVERY_MS) {
    seen = await readLiveId(`${site}/${SEAL_PATH}?at=${Date.now()}`).catch(() => undefined);
    if (seen === id) return;
    await sleep(ASKS_EVERY_MS);
  }
  throw new NotDeployed("not_deployed", `Failed to deploy: ${site} shows ${String(seen)}, not ${id}`);
}
