import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../../node_modules/wrangler/bin/wrangler.js", import.meta.url));

/** Runs wrangler and gives its exit code; what it says goes to standard error. */
export async function runWrangler(args: readonly string[], cwd: string): Promise<number> {
  const child = spawn(process.execPath, [program, ...args], {
    cwd,
    stdio: ["ignore", 2, 2],
    env: { ...process.env, WRANGLER_SEND_METRICS: "false" },
  });
  return await new Promise((resolve) => {
    child.on("close", (code) => resolve(code ?? 1));
    child.on("error", () => resolve(1));
  });
}
