import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestApp } from "#test/support/app.ts";
import { openTestApp } from "#test/support/app.ts";
import { runMatterModel } from "#test/support/models/matter-model.ts";

const RUNS = 15;
let app: TestApp;

beforeAll(async () => {
  app = await openTestApp();
});
afterAll(async () => await app.close());

describe("any history of a matter", () => {
  it("keeps whose it is, who agreed, and what was promised", { timeout: 300_000 }, async () => {
    const { published } = await runMatterModel(app, RUNS);
    expect(published).toBeGreaterThan(0);
  });
});
