import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const COMMAND = fileURLToPath(new URL("../../../functions/commands/campaign.ts", import.meta.url));

let data: string;
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), "huiyin-campaign-"));
});
afterAll(async () => await rm(data, { recursive: true, force: true }));

async function run(...args: string[]): Promise<{ readonly code: number; readonly stdout: string }> {
  return await new Promise((resolve) => {
    const env = { ...process.env, HUIYIN_DATA: data };
    execFile(process.execPath, [COMMAND, ...args], { env }, (error, stdout) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, stdout });
    });
  });
}

const YEAR = ["--year", "2023", "--suggestion", "区三届人大三次会议", "--proposal", "区三届政协二次会议"];

describe("npm run campaign", { timeout: 60_000 }, () => {
  it("refuses a preset that nobody knows, with those there are", async () => {
    const { code, stdout } = await run(...YEAR, "--preset", "mars", "--json");
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      refused: { code: "invalid", message: expect.stringMatching(/mars.*shanghai-2015.*zhanyi-2023/) as string },
    });
  });

  it("sets a year up by a preset and says what to look at", async () => {
    const { code, stdout } = await run(...YEAR, "--preset", "zhanyi-2023", "--expect-suggestion", "126");
    expect(code).toBe(0);
    expect(stdout).toMatch(/已建立 2023 年办理工作/);
    expect(stdout).toMatch(/请核对：校稿定稿定在 2023-09-30.*六个月（2023-09-10）/);
  });

  it("without a preset goes by the law and has nothing to say", async () => {
    const { code, stdout } = await run("--year", "2024", "--suggestion", "区三届人大四次会议", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ id: "2024", year: 2024, warnings: [] });
  });
});
