import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const command = fileURLToPath(new URL("commands/release.ts", import.meta.url));
/** Also looks by itself: an import at the command line asks for releases too. */
const LOOK_EVERY_MS = 5_000;

/**
 * Builds releases in a process of their own, one at a time, so that the API stays quick and a crash hurts nobody.
 * State and progress stand in the database.
 */
export function startReleaseRunner(hasQueued: () => Promise<boolean>): { poke: () => void; stop: () => void } {
  let running = false;
  async function look(): Promise<void> {
    if (running || !(await hasQueued())) return;
    running = true;
    const child = spawn(process.execPath, [command, "--queued"], {
      stdio: ["ignore", "ignore", "inherit"],
      env: process.env,
    });
    child.on("close", () => {
      running = false;
    });
  }
  const poke = () => void look().catch(() => undefined);
  const timer = setInterval(poke, LOOK_EVERY_MS);
  return { poke, stop: () => clearInterval(timer) };
}
