import { describe, expect, it } from "vitest";
import { countCalls, makeStory, tryFault, type Kind } from "./support/faults/fault-story.ts";

/** Where in the course of the calls one fails; `npm run bench -- faults` tries every one. */
const SHARES: Readonly<Record<Kind, readonly number[]>> = {
  file: [0, 0.35, 0.7, 0.95, 1],
  database: [0, 0.3, 0.6, 0.95, 1],
  network: [1],
};
const KINDS = ["file", "database", "network"] as const;

describe.each(["publish", "withdraw"] as const)("a call that fails in the course of: %s", (act) => {
  it("leaves the act done or not at all, the old site or the new one whole, and the next try makes it good", async () => {
    const story = await makeStory(act);
    const calls = await countCalls(story);
    for (const kind of KINDS) {
      expect(calls[kind]).toBeGreaterThan(kind === "network" ? 3 : 100);
      for (const share of SHARES[kind]) await tryFault(story, kind, Math.max(1, Math.ceil(calls[kind] * share)));
    }
    await story.close();
  }, 400_000);
});
