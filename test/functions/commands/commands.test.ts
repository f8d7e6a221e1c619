import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const at = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const fixture = (path: string) => at(`test/fixtures/${path}`);

let data: string;
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), "huiyin-commands-"));
});
afterAll(async () => await rm(data, { recursive: true, force: true }));

type Run = { readonly code: number; readonly stdout: string; readonly stderr: string };

/** Runs a command as `npm run` would, in a process of its own. */
async function run(command: string, ...args: string[]): Promise<Run> {
  return await new Promise((resolve) => {
    const env = { ...process.env, HUIYIN_DATA: data };
    execFile(process.execPath, [at(`functions/commands/${command}.ts`), ...args], { env }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, stdout, stderr });
    });
  });
}

/** With --json: one object on standard output and nothing else. */
async function json(command: string, ...args: string[]): Promise<{ code: number; value: unknown }> {
  const { code, stdout } = await run(command, ...args, "--json");
  expect(stdout.trimEnd().split("\n")).toHaveLength(1);
  return { code, value: JSON.parse(stdout) };
}

const TABLE = fixture("allocation/人大代表建议办理分配表.xlsx");
const toYear = ["--campaign", "2026", "--kind", "suggestion"];

describe("the commands, from an empty folder", { timeout: 60_000 }, () => {
  it("set up units, a year and a key", async () => {
    expect(await json("import", "units", fixture("allocation/units.json"))).toEqual({
      code: 0,
      value: { accepted: 49 },
    });
    const sittings = ["--suggestion", "市四届人大五次会议", "--proposal", "市政协四届五次会议", "--names-public"];
    expect(await json("campaign", "--year", "2026", ...sittings, "--expect-suggestion", "126")).toMatchObject({
      code: 0,
      value: { id: "2026" },
    });
    expect(await json("campaign", "--year", "2026", ...sittings)).toMatchObject({
      code: 1,
      value: { refused: { code: "campaign_exists" } },
    });
    const key = await json("key", "--role", "unit", "--unit", "住建局", "--name", "经办人");
    expect(key.value).toMatchObject({
      actor: { role: "unit", unitCode: "u11" },
      token: expect.stringMatching(/^hy_/) as string,
    });
  });

  it("say what a table would change, then change it, once", async () => {
    const report = { accepted: 126, rejected: [], unchanged: 0, repliesOwed: 130 };
    expect(await json("import", "allocation", TABLE, ...toYear, "--dry-run")).toMatchObject({
      code: 0,
      value: { ...report, written: false },
    });
    expect(await json("import", "allocation", TABLE, ...toYear)).toMatchObject({
      code: 0,
      value: { ...report, written: true },
    });
    expect(await json("import", "allocation", TABLE, ...toYear)).toMatchObject({
      code: 0,
      value: { accepted: 0, unchanged: 126, written: false },
    });
  });

  it.each([
    ["allocation", ["allocation", fixture("replies/03_建议_54号.docx"), ...toYear], "wrong_type"],
    ["allocation", ["allocation", "no-such.xlsx", ...toYear], "no_such_file"],
    ["allocation", ["allocation", TABLE, "--campaign", "1999", "--kind", "suggestion"], "unknown_campaign"],
    ["replies", ["replies", "no-such-folder", "--campaign", "2026"], "no_such_folder"],
  ])("refuse %s with a code, a sentence and exit code 1", async (_, args, code) => {
    const { code: exit, value } = await json("import", ...args);
    expect(exit).toBe(1);
    expect(value).toMatchObject({ refused: { code, message: expect.stringMatching(/[\u4e00-\u9fff]/) as string } });
  });

  it("check one reply as an object and several as a list", async () => {
    const one = await json("check", fixture("replies/03_建议_54号.docx"));
    expect(one.value).toMatchObject({
      verdict: "accept",
      class: "B",
      disclosure: "可公开",
      docNumber: "云建议字〔2026〕22号",
      motion: { kind: "suggestion", number: 54 },
      findings: [],
    });
    const two = await json("check", fixture("replies/05_建议_65号.docx"), TABLE);
    expect(two.value).toMatchObject([
      {
        file: "05_建议_65号.docx",
        verdict: "block",
        findings: [{ code: "pii_mobile", severity: "block", where: "body" }],
      },
      { file: "人大代表建议办理分配表.xlsx", verdict: "refuse" },
    ]);
  });

  it("release what is public, verify the audit, and have nothing more to do", async () => {
    const released = await json("release");
    expect(released).toMatchObject({
      code: 0,
      value: { id: "r000001", root: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
    });
    expect(await json("release", "--queued")).toEqual({ code: 0, value: { id: null } });
    expect(await json("audit-verify")).toMatchObject({ code: 0, value: { ok: true } });
  });

  it("stand in line when several run at once: each does its job or says in a sentence that another is at it", async () => {
    const runs = await Promise.all(
      Array.from({ length: 4 }, async () => await run("import", "allocation", TABLE, ...toYear)),
    );
    for (const { code, stdout, stderr } of runs) {
      expect(stderr).not.toMatch(/Error|at /);
      expect(code === 0 ? stdout : stderr).toMatch(code === 0 ? /没有改动/ : /正在导入|稍后再试/);
    }
    expect(runs.some((one) => one.code === 0)).toBe(true);
  });

  it.each([["import"], ["key"], ["check"], ["seed"]])("%s alone says how it is used", async (command) => {
    const { code, stdout, stderr } = await run(command);
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(/用法/);
  });
});
