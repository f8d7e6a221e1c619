import { afterEach, beforeEach, expect, it } from "vitest";
import { eq } from "drizzle-orm";
import { accounts } from "#db/schema/accounts.ts";
import { actors } from "#db/schema/actors.ts";
import { ensureFirstAdmin } from "#services/accounts/first-admin.ts";
import { Forbidden } from "#services/errors.ts";
import { makeTotpCode, toTotpStep } from "#services/accounts/totp.ts";
import type { TestApp } from "#test/support/app.ts";
import { openTestApp } from "#test/support/app.ts";
import { PASSWORD, openBrowserSession } from "#test/support/browser-session.ts";

let t: TestApp;
beforeEach(async () => {
  t = await openTestApp();
});
afterEach(async () => await t.close());

async function activate(code: string): Promise<number> {
  const { ask } = openBrowserSession(t);
  const { json } = await ask("/api/session/enrolment", { method: "POST", body: { code } });
  const totp = makeTotpCode(json.secret, toTotpStep(t.clock.now().getTime()));
  return (await ask("/api/session/activate", { method: "POST", body: { code, password: PASSWORD, totp } })).status;
}

it("gives a code for admin until an administrator can sign in, each time a new one for the same account", async () => {
  const first = await ensureFirstAdmin(t.system);
  const again = await ensureFirstAdmin(t.system);
  expect([first?.login, again?.login, await t.db.$count(accounts)]).toEqual(["admin", "admin", 1]);
  expect(again?.code).toMatch(/^(?:[A-Z2-7]{4}-){7}[A-Z2-7]{4}$/);
  expect(again?.code).not.toBe(first?.code);
  expect(again?.expiresAt).toBe("2026-06-16T01:00:00.000Z");
  expect(await activate(again?.code ?? "")).toBe(200);
  expect(await ensureFirstAdmin(t.system)).toBeUndefined();
});

it("makes another one where the only administrator is disabled", async () => {
  const first = await ensureFirstAdmin(t.system);
  await activate(first?.code ?? "");
  await t.db.update(actors).set({ disabledAt: t.clock.now().toISOString() }).where(eq(actors.name, "系统管理员"));
  expect((await ensureFirstAdmin(t.system))?.login).toBe("admin2");
});

it("is not for people", async () => {
  const office = t.contextOf((await t.keyFor("office")).actor);
  await expect(ensureFirstAdmin(office)).rejects.toThrow(Forbidden);
  const session = { tokenHash: "x", steppedUpAt: t.clock.now().getTime() };
  await expect(ensureFirstAdmin({ ...t.system, session })).rejects.toThrow(Forbidden);
});
