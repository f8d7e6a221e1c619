import { setTimeout as sleep } from "node:timers/promises";
import { SEAL_PATH } from "#domain/seal/release-seal.ts";
import { NotDeployed } from "#release/errors.ts";
import { listAssets } from "./pack-assets.ts";
import type { AssetLimits } from "./plan-packs.ts";

const FILE_BYTES = 25 * 1024 * 1024;
/** Of one version of a Worker (platform reference §6). */
export const ASSET_LIMITS = {
  free: { files: 20_000, fileBytes: FILE_BYTES },
  paid: { files: 100_000, fileBytes: FILE_BYTES },
} as const satisfies Record<string, AssetLimits>;
/** From this share of the limit on it is said, while there is still time. */
const NEAR = 0.8;
const ASKS_EVERY_MS = 2_000;
const LIVE_WITHIN_MS = 120_000;

/** How many files are laid out. Throws NotDeployed where the platform takes fewer: it would refuse half-way. */
export async function checkAssets(folder: string, limit: number): Promise<number> {
  const { length: count } = await listAssets(folder);
  if (count <= limit) return count;
  throw new NotDeployed("too_many_files", `Failed to deploy: ${count} files, the plan takes ${limit}`);
}

/** What to tell the administrator of so many files, in one sentence; undefined while there is room. */
export function findNearLimit(count: number, limit: number): string | undefined {
  if (count <= limit * NEAR) return undefined;
  const share = Math.floor((count * 100) / limit);
  return `网站现有 ${count} 个文件，已达部署平台上限 ${limit} 个的 ${share}%；超过后不能再发布，请提前提高平台的套餐或改为自建服务器（见 README“部署”）。`;
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
