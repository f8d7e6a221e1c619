import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const script = fileURLToPath(new URL("../../functions/check-node.mjs", import.meta.url));

/** Runs the check as if this were another version of Node. */
async function check(version: string): Promise<{ code: number; stderr: string }> {
  const pretend = `Object.defineProperty(process.versions, "node", { value: "${version}" }); await import(${JSON.stringify(script)});`;
  return await new Promise((resolve) => {
    execFile(process.execPath, ["--input-type=module", "-e", pretend], (error, _, stderr) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, stderr });
    });
  });
}

describe("the check of Node", () => {
  it.each(["18.20.0", "20.20.2", "22.17.1"])("stops %s with a sentence that says what to install", async (version) => {
    const { code, stderr } = await check(version);
    expect(code).toBe(1);
    expect(stderr).toMatch(new RegExp(`${version}.*22\\.18.*请.*npm install`));
  });

  it.each(["22.18.0", "24.21.0"])("lets %s go on", async (version) => {
    expect(await check(version)).toEqual({ code: 0, stderr: "" });
  });
});
