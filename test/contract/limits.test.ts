import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";

/** Each in a process of its own: the limits take its clock. */
async function show(name: string): Promise<unknown> {
  const file = fileURLToPath(new URL(`../support/homes/${name}`, import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [file]);
  return JSON.parse(stdout);
}

it("the limits that the contract is tested within do refuse", async () => {
  expect(await show("show-limits.mjs")).toEqual({
    stands: true,
    moves: true,
    rounds: ["allowed", "iteration counts above 100000"],
    many: "Too many subrequests",
    subrequests: 1,
  });
});

it("and thirty seconds of computing, whatever was waited for between", async () => {
  const tooMuch = "Exceeded the time for computing";
  expect(await show("show-computing.mjs")).toEqual({ most: 30_000, more: tooMuch, inParts: tooMuch, waiting: 1000 });
});
