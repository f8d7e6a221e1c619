import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, it } from "vitest";
import { actors, apiKeys } from "#db/schema/actors.ts";
import { createKey } from "#services/accounts/create-key.ts";
import type { Answer } from "#test/support/client.ts";
import { clientOf } from "#test/support/client.ts";
import type { TestApp, TestKey } from "#test/support/app.ts";
import { openTestApp } from "#test/support/app.ts";

let t: TestApp;
let key: TestKey;
beforeEach(async () => {
  t = await openTestApp();
  key = await t.keyFor("unit", "住建局");
});
afterEach(async () => await t.close());

const ask = async (headers: Record<string, string>) => await clientOf(t)("/api/me", { headers });
const withKey = async () => await clientOf(t, key)("/api/me");
const shapeOf = ({ status, headers, json }: Answer) => ({
  status,
  challenge: headers.get("www-authenticate"),
  ...json,
  requestId: "",
});

it("revoking, expiry and disabling hold from the next request on (T-A05)", async () => {
  const at = t.clock.now().toISOString();
  const ofKey = eq(apiKeys.actorId, key.actor.id);
  expect((await withKey()).status).toBe(200);
  await t.db.update(apiKeys).set({ revokedAt: at }).where(ofKey);
  expect((await withKey()).status).toBe(401);
  await t.db.update(apiKeys).set({ revokedAt: null }).where(ofKey);
  await t.db.update(actors).set({ disabledAt: at }).where(eq(actors.id, key.actor.id));
  expect((await withKey()).status).toBe(401);
  await t.db.update(actors).set({ disabledAt: null }).where(eq(actors.id, key.actor.id));
  expect((await withKey()).status).toBe(200);
});

it("a key ends a year after it was made, to the millisecond", async () => {
  t.clock.advance(365 * 86_400_000 - 1);
  expect((await withKey()).status).toBe(200);
  t.clock.advance(1);
  expect((await withKey()).status).toBe(401);
});

it("a changed role counts at once", async () => {
  await t.db.update(actors).set({ role: "machine", unitCode: null }).where(eq(actors.id, key.actor.id));
  expect((await clientOf(t, key)("/api/units")).status).toBe(403);
});

it("nobody learns why a key does not open", async () => {
  const unknown = shapeOf(await ask({ Authorization: `Bearer hy_${"A".repeat(43)}` }));
  await t.db.update(apiKeys).set({ revokedAt: t.clock.now().toISOString() });
  const others = [
    await ask({}),
    await withKey(),
    await ask({ Authorization: "Basic aHk6aHk=" }),
    await ask({ Authorization: "Bearer" }),
    await ask({ Authorization: `Bearer ${key.token} x` }),
    await ask({ Authorization: `Bearer ${"x".repeat(5000)}` }),
    await ask({ Cookie: `token=${key.token}` }),
    await clientOf(t)(`/api/me?access_token=${key.token}`),
    await clientOf(t)("/api/no-such-thing"),
    await clientOf(t)("/api/assignments/x/sign", { method: "POST" }),
  ];
  expect(unknown).toMatchObject({ status: 401, challenge: 'Bearer realm="huiyin"', code: "unauthenticated" });
  for (const other of others) expect(shapeOf(other)).toEqual(unknown);
});

it("the scheme is written in any case", async () => {
  expect((await ask({ Authorization: `bearer ${key.token}` })).status).toBe(200);
});

it.each([
  [["units:read"], "/api/units", "GET", 200],
  [["units:read"], "/api/campaigns", "GET", 403],
  [["assignments:read"], "/api/assignments/2026-jianyi-39.zhujian/sign", "POST", 403],
  [["assignments:write"], "/api/assignments/2026-jianyi-39.zhujian/sign", "POST", 428],
  [["assignments:write"], "/api/assignments", "GET", 403],
  [["units:read"], "/api/me", "GET", 200],
  [["units:read"], "/api/no-such-thing", "GET", 403],
] as const)("a key of scope %j at %s %s gets its answer", async (scopes, path, method, status) => {
  const narrow = await createKey(t.system, { role: "unit", unit: "zhujian", name: "程序", scopes: [...scopes] });
  const answer = await clientOf(t, narrow)(path, { method });
  expect([answer.status, status === 403 ? answer.json.code : ""]).toEqual([
    status,
    status === 403 ? "out_of_scope" : "",
  ]);
});

it("a key ends when it was said to", async () => {
  const short = await createKey(t.system, { role: "machine", name: "监测", days: 1 });
  t.clock.advance(86_400_000 - 1);
  expect((await clientOf(t, short)("/api/me")).status).toBe(200);
  t.clock.advance(1);
  expect((await clientOf(t, short)("/api/me")).status).toBe(401);
});
