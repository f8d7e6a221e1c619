import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findRegistered, listRegistered } from "#test/support/operations.ts";
import { runScenario } from "#test/support/scenario.ts";
import type { World } from "#test/support/world.ts";
import { makeWorld } from "#test/support/world.ts";
import { accounts } from "./scenarios/accounts.ts";
import { signingIn } from "./scenarios/signing-in.ts";
import { commitmentsAndFollowUps } from "./scenarios/aftercare.ts";
import { campaigns } from "./scenarios/campaigns.ts";
import { contactsAndExtensions } from "./scenarios/contacts.ts";
import { dealing } from "./scenarios/dealing.ts";
import { feedback } from "./scenarios/feedback.ts";
import { ledger } from "./scenarios/ledger.ts";
import { objecting } from "./scenarios/objecting.ts";
import { opinionsAndPeople } from "./scenarios/opinions.ts";
import { imports, papers } from "./scenarios/papers.ts";
import { publishing } from "./scenarios/publishing.ts";
import { reading } from "./scenarios/reading.ts";
import { supervising } from "./scenarios/supervising.ts";
import { writing } from "./scenarios/writing.ts";
import { reference } from "./scenarios/reference.ts";
import { running } from "./scenarios/running.ts";

const TABLES = {
  signingIn,
  accounts,
  campaigns,
  running,
  reference,
  ledger,
  dealing,
  objecting,
  contactsAndExtensions,
  opinionsAndPeople,
  reading,
  writing,
  publishing,
  feedback,
  commitmentsAndFollowUps,
  supervising,
  papers,
  imports,
};

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(async () => await world.close());

for (const [table, scenarios] of Object.entries(TABLES)) {
  describe(table, () => {
    it.each([...scenarios])("$as: $name", async (scenario) => await runScenario(world, scenario));
  });
}

it("every operation of the API has a scenario that succeeds and one that fails", () => {
  const all = Object.values(TABLES).flat();
  const operations = listRegistered(world.app);
  const covered = (operation: string, good: boolean) =>
    all.some(
      ({ method = "GET", path, status }) =>
        status < 400 === good && findRegistered(operations, method, path)?.id === operation,
    );
  const isPublic = (id: string) => ["getHealth", "getReady", "getOpenApi", "getDocs"].includes(id);
  expect(operations.filter(({ id }) => !covered(id, true)).map(({ id }) => id)).toEqual([]);
  expect(operations.filter(({ id }) => !isPublic(id) && !covered(id, false)).map(({ id }) => id)).toEqual([]);
});
