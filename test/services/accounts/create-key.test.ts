import { afterAll, beforeAll, expect, it } from "vitest";
import { actors, apiKeys } from "#db/schema/actors.ts";
import { ROLES } from "#domain/handling/actor.ts";
import { authenticateKey } from "#services/accounts/authenticate.ts";
import { createKey } from "#services/accounts/create-key.ts";
import { Forbidden, Invalid } from "#services/errors.ts";
import { digestOf } from "#services/secrets/keyring.ts";
import type { TestApp } from "#test/support/app.ts";
import { TEST_KEYRING, openTestApp } from "#test/support/app.ts";

let t: TestApp;
beforeAll(async () => {
  t = await openTestApp();
});
afterAll(async () => await t.close());

it("gives 256 random bits once and keeps their hash", async () => {
  const { token, actor, expiresAt } = await createKey(t.system, { role: "office", name: "政府办文书" });
  expect(token).toMatch(/^hy_[A-Za-z0-9_-]{43}$/);
  expect(expiresAt).toBe("2027-06-15T01:00:00.000Z");
  const stored = await t.db.select().from(apiKeys);
  expect(stored.find((row) => row.actorId === actor.id)?.hash).toBe(digestOf(TEST_KEYRING, "api-key", token));
  expect(JSON.stringify([stored, await t.db.select().from(actors)])).not.toContain(token.slice(3));
  expect(await authenticateKey(t.system, token)).toEqual({ actor, scopes: null });
});

it.each(["zhujian", "市住建局", "住建局", "云川市住房和城乡建设局", "住房城乡建设局"])(
  "knows the unit as %s",
  async (unit) => {
    expect((await createKey(t.system, { role: "unit", unit, name: "经办人" })).actor.unitCode).toBe("zhujian");
  },
);

it.each([
  ["a unit's key without a unit", { role: "unit", name: "x" }, "应当写明是哪个单位"],
  ["an unknown unit, with the nearest", { role: "unit", unit: "公安分局", name: "x" }, "是否为市公安局"],
  ["a unit for the office", { role: "office", unit: "zhujian", name: "x" }, "请去掉单位"],
  ["a nameless key", { role: "office", name: " " }, "名称"],
  ["a name beyond 60 characters", { role: "office", name: "甲".repeat(61) }, "1 至 60 字"],
  ["a role that is none", { role: "king" as never, name: "x" }, ROLES.join("、")],
] as const)("refuses %s and writes nothing", async (_, input, sentence) => {
  const before = await t.db.$count(actors);
  await expect(createKey(t.system, input)).rejects.toThrow(Invalid);
  await expect(createKey(t.system, input)).rejects.toThrow(sentence);
  expect(await t.db.$count(actors)).toBe(before);
});

it.each(ROLES.filter((role) => role !== "admin"))("is not for %s", async (role) => {
  const actor = { id: "x", name: "x", role, unitCode: role === "unit" ? "zhujian" : null };
  await expect(createKey(t.contextOf(actor), { role: "admin", name: "x" })).rejects.toThrow(Forbidden);
});

it("two keys are two people", async () => {
  const [one, two] = [await t.keyFor("unit", "zhujian"), await t.keyFor("unit", "zhujian")];
  expect(one.actor.id).not.toBe(two.actor.id);
  expect(one.token).not.toBe(two.token);
});
