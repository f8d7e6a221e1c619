import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const command = fileURLToPath(new URL("commands/release.ts", import.meta.url));
/** Also looks by itself: an import at the command line asks for releases too, and a killed one is found so. */
const LOOK_EVERY_MS = 5_000;
const FIRST_RETRY_MS = 15_000;
const LONGEST_RETRY_MS = 600_000;

export type ReleaseWork = {
  /** Something waits, or was left behind by a process that died, and nobody is at it. */
  readonly isDue: () => Promise<boolean>;
  /** Asks again for a release that did not come about, where it may come about now. */
  readonly askAgain: () => Promise<boolean>;
};

/**
 * Builds releases in a process of their own, one at a time, so that the API stays quick and a crash hurts nobody.
 * State and progress stand in the database; what failed is tried again, each time a little later.
 */
export function startReleaseRunner({ isDue, askAgain }: ReleaseWork): { poke: () => void; stop: () => void } {
  let running = false;
  let failures = 0;
  let retryAt = 0;

  function onEnd(code: number | null): void {
    running = false;
    failures = code === 0 ? 0 : failures + 1;
    if (code === 0) return;
    retryAt = performance.now() + Math.min(FIRST_RETRY_MS * 2 ** (failures - 1), LONGEST_RETRY_MS);
  }

  async function look(): Promise<void> {
    if (running) return;
    if (failures > 0 && performance.now() < retryAt) return;
    running = true;
    if (failures > 0 && !(await askAgain())) failures = 0;
    if (!(await isDue())) {
      running = false;
      return;
    }
    const child = spawn(process.execPath, [command, "--queued"], {
      stdio: ["ignore", "ignore", "inherit"],
      env: process.env,
    });
    child.on("close", onEnd);
    // Not even started (no memory, no process to be had): unheard, it would take the server with it.
    child.on("error", () => onEnd(null));
  }

  const poke = () =>
    void look().catch(() => {
      // The database is away: the next look will tell.
      running = false;
    });
  const timer = setInterval(poke, LOOK_EVERY_MS);
  return { poke, stop: () => clearInterval(timer) };
}
