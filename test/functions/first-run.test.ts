import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { readEnvironment } from "#functions/environment.ts";
import { prepareFirstRun } from "#functions/first-run.ts";
import { startReleaseRunner } from "#functions/release-runner.ts";
import type { TestApp } from "#test/support/app.ts";
import { openTestApp } from "#test/support/app.ts";

let t: TestApp;
let dataFolder: string;
beforeAll(async () => {
  t = await openTestApp();
  dataFolder = await mkdtemp(join(tmpdir(), "huiyin-start-"));
});
afterAll(async () => {
  await t.close();
  await rm(dataFolder, { recursive: true, force: true });
});

describe("the start", () => {
  it("is not stopped by a release that does not come about, and says what stopped it", async () => {
    await mkdir(join(dataFolder, "releases/current"), { recursive: true });
    const environment = readEnvironment({ HUIYIN_DATA: dataFolder, HUIYIN_DEMO: "0" });
    const told = vi.spyOn(process.stdout, "write").mockReturnValue(true);
    const logged = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    await prepareFirstRun({ ...t.system, environment, files: t.files });
    const said = told.mock.calls.map(([text]) => String(text)).join("");
    told.mockRestore();
    logged.mockRestore();
    expect(said).toContain("releases/current 不是符号链接");
  });

  it("outlives a builder that cannot even be started", async () => {
    const { execPath } = process;
    process.execPath = join(dataFolder, "nowhere");
    let asked = 0;
    const isDue = async () => await Promise.resolve(++asked > 0);
    const runner = startReleaseRunner({ isDue, askAgain: async () => await Promise.resolve(false) });
    runner.poke();
    await vi.waitFor(() => expect(asked).toBe(1));
    process.execPath = execPath;
    // The next look comes later, as after any builder that failed.
    runner.poke();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(asked).toBe(1);
    runner.stop();
  });
});
