import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const SHOW = fileURLToPath(new URL("../support/homes/show-limits.mjs", import.meta.url));

it("the limits that the contract is tested within do refuse", async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [SHOW]);
  expect(JSON.parse(stdout)).toEqual({
    stands: true,
    moves: true,
    rounds: ["allowed", "iteration counts above 100000"],
    many: "Too many subrequests",
    subrequests: 1,
  });
});
