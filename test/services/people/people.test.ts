import { afterEach, beforeEach, expect, it } from "vitest";
import type { Context } from "#services/context.ts";
import { addPerson } from "#services/people/add-person.ts";
import { changePerson } from "#services/people/change-person.ts";
import { getPerson, listPeople } from "#services/people/list-people.ts";
import type { TestApp } from "#test/support/app.ts";
import { openTestApp } from "#test/support/app.ts";

const PERSON = { duty: "liaison", name: "宫康", title: "办公室副主任", phone: "0890-6221002" } as const;

let t: TestApp;
let as: Record<"office" | "supervisor" | "jiaoti" | "gongan", Context>;
beforeEach(async () => {
  t = await openTestApp();
  as = {
    office: t.contextOf((await t.keyFor("office")).actor),
    supervisor: t.contextOf((await t.keyFor("supervisor")).actor),
    jiaoti: t.contextOf((await t.keyFor("unit", "jiaoti")).actor),
    gongan: t.contextOf((await t.keyFor("unit", "gongan")).actor),
  };
});
afterEach(async () => await t.close());

const names = async (ctx: Context, query: { unit?: string; ended?: boolean } = {}) =>
  (await listPeople(ctx, { unit: query.unit, ended: query.ended ?? false })).items.map((row) => row.person.name);

it("a unit keeps its own people, the office anyone's, and the supervisor reads", async () => {
  await addPerson(as.jiaoti, { unit: "jiaoti", ...PERSON });
  await addPerson(as.office, { unit: "gongan", ...PERSON, name: "雷平" });
  expect(await names(as.supervisor)).toEqual(["宫康", "雷平"]);
  expect(await names(as.office, { unit: "gongan" })).toEqual(["雷平"]);
  expect(await names(as.jiaoti)).toEqual(["宫康"]);
  expect(await names(as.jiaoti, { unit: "gongan" })).toEqual([]);
});

it("another unit's people are not there", async () => {
  const id = await addPerson(as.jiaoti, { unit: "jiaoti", ...PERSON });
  await expect(getPerson(as.gongan, id)).rejects.toMatchObject({ code: "not_found" });
  const change = changePerson(as.gongan, { id, version: 1 }, { ...PERSON, endedOn: null });
  await expect(change).rejects.toMatchObject({ code: "not_found" });
  await expect(addPerson(as.gongan, { unit: "jiaoti", ...PERSON })).rejects.toMatchObject({ code: "not_found" });
});

it("who has left stays in the registry and out of the list", async () => {
  const id = await addPerson(as.jiaoti, { unit: "jiaoti", ...PERSON });
  await changePerson(as.jiaoti, { id, version: 1 }, { ...PERSON, endedOn: "2026-06-01" });
  expect(await names(as.jiaoti)).toEqual([]);
  expect(await names(as.jiaoti, { ended: true })).toEqual(["宫康"]);
  expect((await getPerson(as.jiaoti, id)).person).toMatchObject({ version: 2, endedOn: "2026-06-01" });
  const stale = changePerson(as.jiaoti, { id, version: 1 }, { ...PERSON, endedOn: null });
  await expect(stale).rejects.toMatchObject({ code: "stale" });
});

it("a unit that is not in the register has no people", async () => {
  await expect(addPerson(as.office, { unit: "nowhere", ...PERSON })).rejects.toMatchObject({ code: "unknown_unit" });
});
