import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";

const entry = fileURLToPath(new URL("../../../functions/commands/first-admin.ts", import.meta.url));

let data: string;
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), "huiyin-first-admin-"));
});
afterAll(async () => await rm(data, { recursive: true, force: true }));

async function run(...args: string[]): Promise<{ failed: boolean; stdout: string; stderr: string }> {
  return await new Promise((resolve) => {
    const env = { ...process.env, HUIYIN_DATA: data };
    execFile(process.execPath, [entry, ...args], { env }, (error, stdout, stderr) => {
      resolve({ failed: error !== null, stdout, stderr });
    });
  });
}

it(
  "gives the first administrator a code, another at a reset, and none to a login that is nobody's",
  { timeout: 60_000 },
  async () => {
    const first = await run("--json");
    expect(JSON.parse(first.stdout)).toMatchObject({
      login: "admin",
      code: expect.stringMatching(/^[A-Z2-7-]{39}$/) as string,
    });
    const reset = await run("--reset", "admin");
    expect(reset.stdout).toContain("登录名：admin");
    const nobody = await run("--reset", "nobody");
    expect([nobody.failed, nobody.stderr]).toEqual([true, expect.stringContaining("没有登录名为“nobody”的系统管理员")]);
  },
);
