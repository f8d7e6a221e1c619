import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestApp } from "#test/support/app.ts";
import { openTestApp } from "#test/support/app.ts";
import { runReplyModel } from "#test/support/models/reply-model.ts";

const RUNS = 2_000;
let app: TestApp;

beforeAll(async () => {
  app = await openTestApp();
});
afterAll(async () => await app.close());

describe("any history of a reply", () => {
  it("never makes public what two people, the gate and a decision did not", { timeout: 900_000 }, async () => {
    const { published } = await runReplyModel(app, RUNS);
    // A fair share of histories does end in public.
    expect(published).toBeGreaterThan(RUNS / 50);
  });
});
