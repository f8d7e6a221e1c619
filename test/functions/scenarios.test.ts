import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findRegistered, listRegistered } from "#test/support/operations.ts";
import { runScenario } from "#test/support/scenario.ts";
import type { World } from "#test/support/world.ts";
import { makeWorld } from "#test/support/world.ts";
import { SCENARIOS } from "./scenarios/tables.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(async () => await world.close());

for (const [table, scenarios] of Object.entries(SCENARIOS)) {
  describe(table, () => {
    it.each([...scenarios])("$as: $name", async (scenario) => await runScenario(world, scenario));
  });
}

it("every operation of the API has a scenario that succeeds and one that fails", () => {
  const all = Object.values(SCENARIOS).flat();
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
