import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";

const at = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

let data: string;
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), "huiyin-secret-command-"));
});
afterAll(async () => await rm(data, { recursive: true, force: true }));

async function run(command: string, args: string[], more: Record<string, string> = {}) {
  return await new Promise<{ ok: boolean; stdout: string; stderr: string }>((resolve) => {
    const env = { ...process.env, HUIYIN_DATA: data, ...more };
    execFile(process.execPath, [at(`functions/commands/${command}.ts`), ...args], { env }, (error, stdout, stderr) => {
      resolve({ ok: error === null, stdout, stderr });
    });
  });
}

type Keys = { keys: { id: string; current: boolean; rows: number }[] };
const status = async () => (JSON.parse((await run("secret", ["--json"])).stdout) as Keys).keys;

it(
  "keys are made, changed and taken away when nothing needs them; a lost one stops every command",
  { timeout: 90_000 },
  async () => {
    await run("key", ["--role", "machine", "--name", "监测"]);
    const [first] = await status();
    expect(first).toMatchObject({ current: true, rows: 1 });
    expect((await run("secret", ["rotate"])).stdout).toContain("重新启动");
    expect((await stat(join(data, "huiyin.secret"))).mode & 0o777).toBe(0o600);
    expect(await status()).toMatchObject([
      { current: true, rows: 0 },
      { id: first?.id, current: false, rows: 1 },
    ]);
    expect((await run("secret", ["retire"])).stdout).toContain("留下 2 个");

    const entries = (await readFile(join(data, "huiyin.secret"), "utf8")).trim().split("\n");
    await writeFile(join(data, "huiyin.secret"), `${entries[0]}\n`);
    const stopped = await run("audit-verify", []);
    expect([stopped.ok, stopped.stdout]).toEqual([false, ""]);
    expect(stopped.stderr).toContain(`没有编号为“${first?.id}”的密钥`);
    expect(stopped.stderr).not.toContain(entries[0]?.split(":")[1]);
    const verified = await run("audit-verify", ["--json"], { HUIYIN_SECRET: entries.join(",") });
    expect(JSON.parse(verified.stdout)).toMatchObject({ ok: true, anchors: 0 });
    const cut = await run("audit-verify", ["--json", "--anchor", "f".repeat(64)], { HUIYIN_SECRET: entries.join(",") });
    expect([cut.ok, JSON.parse(cut.stdout)]).toMatchObject([false, { reason: "unanchored" }]);
  },
);
