import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { LiveEvidence } from "#domain/release/release-report.ts";
import { SEAL_PATH, type ReleaseSeal } from "#domain/seal/release-seal.ts";
import { SITE, releasesFolder } from "#release/folders.ts";

/** Asks the site as a reader would. @param path below the base, with a slash in front */
export type FetchBack = (path: string) => Promise<{ readonly status: number; readonly bytes: Uint8Array }>;

const ALWAYS = [`/${SEAL_PATH}`, "/", "/changes/"];
const MOST = 200;
/** A server may not yet have seen the swap, or still hide what was taken down. */
const ATTEMPTS = 4;
const WAIT_MS = 700;

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
type Check = LiveEvidence["checks"][number];

async function readExpected(site: string, path: string): Promise<string | undefined> {
  const file = path.endsWith("/") ? `${path}index.html` : path;
  return await readFile(join(site, file)).then(sha256, () => undefined);
}

async function check(site: string, path: string, fetchBack: FetchBack): Promise<Check & { bytes: Uint8Array }> {
  const expected = await readExpected(site, path);
  // An address that does not answer is a finding, never a failure of the release.
  const { status, bytes } = await fetchBack(path).catch(() => ({ status: 0, bytes: new Uint8Array() }));
  const ok = expected === undefined ? status === 404 || status === 410 : status === 200 && sha256(bytes) === expected;
  return { path, status, sha256: sha256(bytes), ok, bytes };
}

function readId(bytes: Uint8Array | undefined): string | null {
  try {
    return (JSON.parse(Buffer.from(bytes ?? []).toString()) as ReleaseSeal).id;
  } catch {
    return null;
  }
}

/**
 * Fetches the live site back and holds it against the release on the disk: what it says it is, the front page, the record
 * of changes, and every address that was taken down. 404 is right where the release has nothing.
 */
export async function proveLive(
  { dataFolder, fetchBack, now }: { dataFolder: string; fetchBack: FetchBack; now: () => Date },
  id: string,
  takenDown: readonly string[],
): Promise<LiveEvidence> {
  const site = join(releasesFolder(dataFolder), id, SITE);
  const paths = [...ALWAYS, ...takenDown.slice(0, MOST)];
  for (let attempt = 1; ; attempt++) {
    const answers = [];
    for (const path of paths) answers.push(await check(site, path, fetchBack));
    const release = readId(answers[0]?.bytes);
    if (attempt < ATTEMPTS && answers.some(({ ok }) => !ok)) {
      await sleep(WAIT_MS);
      continue;
    }
    const checks = answers.map(({ path, status, sha256: hash, ok }) => ({ path, status, sha256: hash, ok }));
    return { at: now().toISOString(), release, checks };
  }
}
