import { rm } from "node:fs/promises";
import { afterAll, beforeAll, describe } from "vitest";
import type { EdgeHome } from "#test/support/homes/edge-home.ts";
import { openEdgeHome } from "#test/support/homes/edge-home.ts";
import type { Home, HomeBase } from "#test/support/homes/home.ts";
import { openNodeHome, prepareHomes } from "#test/support/homes/home.ts";
import { awayCases } from "./cases/away.ts";
import { concurrencyCases } from "./cases/concurrency.ts";
import { cronCases } from "./cases/cron.ts";
import { fileCases } from "./cases/files.ts";
import { limitCases } from "./cases/limits.ts";
import { readingCases } from "./cases/reading.ts";
import { refusalCases } from "./cases/refusals.ts";
import { sessionCases } from "./cases/session.ts";
import { siteCases } from "./cases/site.ts";
import { storyCases } from "./cases/story.ts";

/** The same cases for both homes; what one answered, the other has to answer. Edge last: it takes its database away. */
let base: HomeBase;
beforeAll(async () => {
  base = await prepareHomes();
});
afterAll(async () => {
  await base.world.close();
  await rm(base.dataFolder, { recursive: true, force: true });
});

const SHARED = [readingCases, siteCases, refusalCases, sessionCases, storyCases, fileCases, concurrencyCases];

describe("Node and a file", () => {
  let home: Home;
  beforeAll(async () => {
    home = await openNodeHome(base);
  });
  afterAll(async () => await home.close());
  for (const cases of SHARED) cases(() => home);
});

describe("workerd and libSQL over HTTP", () => {
  let home: EdgeHome;
  beforeAll(async () => {
    home = await openEdgeHome(base);
  });
  afterAll(async () => await home.close());
  for (const cases of SHARED) cases(() => home);
  cronCases(() => home);
  limitCases(() => home);
  awayCases(() => home);
});
