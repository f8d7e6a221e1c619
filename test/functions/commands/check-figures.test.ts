import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const at = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "huiyin-figures-"));
});
afterAll(async () => await rm(folder, { recursive: true, force: true }));

/** `npm run check -- …` in a process of its own; the folder of its data is never made. */
async function check(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return await new Promise((resolve) => {
    const env = { ...process.env, HUIYIN_DATA: join(folder, "none") };
    execFile(process.execPath, [at("functions/commands/check.ts"), ...args], { env }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, stdout, stderr });
    });
  });
}

async function checkText(text: string): Promise<{ code: number; stdout: string; stderr: string }> {
  const path = join(folder, "figures.json");
  await writeFile(path, text);
  return await check("--figures", path, "--json");
}

describe("npm run check -- --figures", { timeout: 60_000 }, () => {
  it("names the sets that contradict themselves", async () => {
    const { code, stdout } = await check("--figures", at("test/fixtures/stats/published-figures.json"), "--json");
    expect(code).toBe(0);
    expect(stdout.trimEnd().split("\n")).toHaveLength(1);
    const answer = JSON.parse(stdout) as { figures: { id: string; findings: { code: string }[] }[] };
    expect(answer).toMatchObject({ file: "published-figures.json", inconsistent: 3 });
    const found = answer.figures.filter(({ findings }) => findings.length > 0);
    expect(found.map(({ id, findings }) => [id, ...findings.map((item) => item.code)])).toEqual([
      ["shenzhen-2018-classes", "two_bases_mixed"],
      ["shenzhen-zhengshu-2023-roles", "parts_do_not_sum_to_base"],
      ["unnamed-city-2022-classes", "percentages_do_not_sum_to_100"],
    ]);
  });

  it("says it in sentences for people", async () => {
    const { stdout } = await check("--figures", at("test/fixtures/stats/published-figures.json"));
    expect(stdout).toContain("矛盾：各项相加是 19，公布的总数是 20");
    expect(stdout).toContain("核对 15 组数字，3 组有矛盾或者需要说明。");
  });

  it.each([
    ["no JSON", "{", "not_json", "不是 JSON"],
    ["half a count", '{"id":"x","parts":[{"label":"a","n":0.5}]}', "figures_wrong", "无法核对"],
    ["nothing", '{"figures":[]}', "figures_wrong", "每组数字要有编号"],
  ])("refuses %s", async (_, text, reason, words) => {
    const { code, stdout, stderr } = await checkText(text);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ refused: { code: reason } });
    expect(stderr).toContain(words);
  });

  it("reads one figure, byte order mark or not", async () => {
    const { stdout } = await checkText('\uFEFF{"id":"x","base":3,"parts":[{"label":"a","n":4}]}');
    expect(JSON.parse(stdout)).toMatchObject({ figures: [{ id: "x", findings: [{ code: "part_exceeds_base" }] }] });
  });

  it("takes either letters or figures", async () => {
    const { code, stderr } = await check("--figures", "a.json", "b.docx");
    expect(code).toBe(1);
    expect(stderr).toContain("用法");
  });
});
