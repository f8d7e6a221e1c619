import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readAllocation } from "#exchange/allocation/read-allocation.ts";
import { toPrintedLine } from "#test/exchange/write/allocation-line.ts";

const at = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

let data: string;
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), "huiyin-export-"));
  const sittings = ["--suggestion", "市四届人大五次会议", "--proposal", "市政协四届五次会议"];
  await run("import", "units", at("test/fixtures/allocation/units.json"));
  await run("campaign", "--year", "2026", ...sittings);
  const table = at("test/fixtures/allocation/人大代表建议办理分配表.xlsx");
  await run("import", "allocation", table, "--campaign", "2026", "--kind", "suggestion");
}, 60_000);
afterAll(async () => await rm(data, { recursive: true, force: true }));

type Run = { readonly code: number; readonly stdout: string; readonly stderr: string };

async function run(command: string, ...args: string[]): Promise<Run> {
  return await new Promise((resolve) => {
    const env = { ...process.env, HUIYIN_DATA: data };
    execFile(process.execPath, [at(`functions/commands/${command}.ts`), ...args], { env }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, stdout, stderr });
    });
  });
}

describe("npm run export", { timeout: 60_000 }, () => {
  it("writes the table that was imported, row for row", async () => {
    const out = join(data, "分配表.xlsx");
    const options = ["--campaign", "2026", "--kind", "suggestion", "--out", out, "--json"];
    const { code, stdout } = await run("export", "allocation", ...options);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ file: out, name: "2026年人大代表建议办理分配表.xlsx" });
    const read = async (path: string) => {
      const { rows } = await readAllocation(new Uint8Array(await readFile(path)), "表.xlsx");
      return rows.map(toPrintedLine);
    };
    expect(await read(out)).toEqual(await read(at("test/fixtures/allocation/人大代表建议办理分配表.xlsx")));
  });

  it("writes the report of the government, drafting it where there is none yet", async () => {
    const out = join(data, "报告.html");
    const options = ["--campaign", "2026", "--outline", "government", "--kind", "suggestion", "--out", out];
    expect((await run("export", "summary", ...options)).code).toBe(0);
    expect(await readFile(out, "utf8")).toContain("126");
  });

  it.each([
    [["letter", "none", "--out", "x.docx"], /没有找到/],
    [["ledger", "--out", "x.pdf"], /应以 .xlsx、.csv 结尾/],
  ])("%j is answered in a sentence", async (args, sentence) => {
    const { code, stderr } = await run("export", ...args);
    expect(code).toBe(1);
    expect(stderr).toMatch(sentence);
    expect(stderr).not.toMatch(/ at .*\.ts/);
  });
});
