import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sessions } from "#db/schema/accounts.ts";
import { actors } from "#db/schema/actors.ts";
import { audit } from "#db/schema/operations.ts";
import type { TestApp } from "#test/support/app.ts";
import { openTestApp } from "#test/support/app.ts";
import type { Clerk } from "#test/support/browser-session.ts";
import { PASSWORD, makeClerk } from "#test/support/browser-session.ts";
import { clientOf } from "#test/support/client.ts";

const MINUTE = 60_000;
const NEXT = "石桥边三只白鹭等一场春雨";

let t: TestApp;
let unit: Clerk;
beforeEach(async () => {
  t = await openTestApp();
  unit = await makeClerk(t, { login: "zj.wang", name: "王经办", role: "unit", unit: "zhujian" });
});
afterEach(async () => await t.close());

const me = async ({ ask }: Pick<Clerk, "ask">) => (await ask("/api/me")).status;
const countSessions = async () => await t.db.$count(sessions, eq(sessions.actorId, unit.id));

/** A second browser of the same person, signed in. */
async function enterElsewhere() {
  t.clock.advance(MINUTE);
  const browser = await unit.enter();
  const body = { pending: browser.answer.json.pending, code: unit.code() };
  expect((await browser.ask("/api/session/second-factor", { method: "POST", body })).status).toBe(200);
  return browser;
}

describe("a session ends", () => {
  it("after 30 minutes without use, not before; each use puts it off", async () => {
    t.clock.advance(29 * MINUTE);
    expect(await me(unit)).toBe(200);
    t.clock.advance(29 * MINUTE);
    expect(await me(unit)).toBe(200);
    t.clock.advance(30 * MINUTE);
    expect(await me(unit)).toBe(401);
  });

  it("after twelve hours, however busy", async () => {
    for (let minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
      t.clock.advance(20 * MINUTE);
      expect(await me(unit)).toBe(200);
    }
    t.clock.advance(20 * MINUTE);
    expect(await me(unit)).toBe(401);
  });

  it("at sign-out: the cookie goes, and a copy of it opens nothing (T-A06)", async () => {
    const stolen = unit.cookie();
    const answer = await unit.ask("/api/session", { method: "DELETE" });
    expect([answer.status, answer.text, unit.cookie()]).toEqual([204, "", undefined]);
    expect(await unit.ask("/api/session")).toMatchObject({ status: 200, json: null });
    unit.setCookie(stolen);
    expect(await me(unit)).toBe(401);
    expect((await unit.ask("/api/session")).json.code).toBe("unauthenticated");
    expect((await unit.ask("/api/session", { method: "DELETE" })).status).toBe(204);
    expect(await t.db.$count(audit, eq(audit.action, "session.end"))).toBe(1);
  });

  it("everywhere when its holder says so", async () => {
    const elsewhere = await enterElsewhere();
    expect((await elsewhere.ask("/api/sessions", { method: "DELETE" })).status).toBe(204);
    expect([await me(unit), await me(elsewhere), await countSessions()]).toEqual([401, 401, 0]);
  });

  it("when the clock goes back it is not the longer", async () => {
    t.clock.advance(-60 * MINUTE);
    expect(await me(unit)).toBe(200);
    t.clock.advance(90 * MINUTE);
    expect(await me(unit)).toBe(401);
  });
});

describe("rights are asked at each request (T-A05)", () => {
  it("whoever is disabled is nobody at once", async () => {
    await t.db.update(actors).set({ disabledAt: t.clock.now().toISOString() }).where(eq(actors.id, unit.id));
    expect(await me(unit)).toBe(401);
  });

  it("another unit counts at once", async () => {
    expect((await unit.ask("/api/assignments/2026-jianyi-39.zhujian")).status).toBe(200);
    await t.db.update(actors).set({ unitCode: "gongan" }).where(eq(actors.id, unit.id));
    expect((await unit.ask("/api/assignments/2026-jianyi-39.zhujian")).status).toBe(404);
  });
});

describe("where a request with a cookie comes from (T-A09)", () => {
  const SIGN = "/api/assignments/2026-jianyi-39.zhujian/sign";
  const sign = async (headers: Record<string, string>) =>
    await clientOf(t)(SIGN, {
      method: "POST",
      headers: { Cookie: unit.cookie() ?? "", "If-Match": '"v1"', ...headers },
    });

  it.each([
    [{}],
    [{ Origin: "https://elsewhere.example" }],
    [{ Origin: "null" }],
    [{ "Sec-Fetch-Site": "same-site" }],
    [{ "Sec-Fetch-Site": "cross-site", Origin: "http://localhost" }],
  ] as readonly [Record<string, string>][])("%j is refused", async (headers) => {
    const answer = await sign(headers);
    expect([answer.status, answer.json.code]).toEqual([403, "cross_site"]);
  });

  it.each([[{ Origin: "http://localhost" }], [{ "Sec-Fetch-Site": "same-origin" }]] as readonly [
    Record<string, string>,
  ][])("%j is ours", async (headers) => {
    expect((await sign(headers)).status).toBe(200);
  });

  it("reading needs no such word, and a key in the header needs none", async () => {
    expect((await clientOf(t)("/api/me", { headers: { Cookie: unit.cookie() ?? "" } })).status).toBe(200);
    const key = await t.keyFor("unit", "zhujian");
    expect((await clientOf(t, key)(SIGN, { method: "POST", headers: { "If-Match": '"v1"' } })).status).toBe(200);
  });

  it("a wrong key is not made good by a cookie", async () => {
    expect((await unit.ask("/api/me", { headers: { Authorization: "Bearer hy_x" } })).status).toBe(401);
  });
});

describe("a new password", () => {
  const change = async (body: unknown) => await unit.ask("/api/session/password", { method: "POST", body });

  it("ends every other session, gives this one another token, and is the one that counts", async () => {
    const elsewhere = await enterElsewhere();
    const before = unit.cookie();
    const answer = await change({ current: PASSWORD, next: NEXT });
    expect(answer.json).toMatchObject({ login: "zj.wang", steppedUpUntil: null });
    expect(unit.cookie()).not.toBe(before);
    expect([await me(unit), await me(elsewhere), await countSessions()]).toEqual([200, 401, 1]);
    expect((await unit.enter()).answer.status).toBe(401);
    expect((await unit.enter(NEXT)).answer.status).toBe(200);
    expect(await t.db.$count(audit, eq(audit.action, "account.password"))).toBe(1);
  });

  it.each([
    ["the wrong present one", { current: "x", next: NEXT }, "current", "现在的密码不正确"],
    ["a short one", { current: PASSWORD, next: "短" }, "next", "不能少于 12"],
    ["one with the unit's name", { current: PASSWORD, next: "住建局wxq7-kd82-mm" }, "next", "单位名称"],
  ])("is refused for %s", async (_, body, path, sentence) => {
    const answer = await change(body);
    expect(answer.status).toBe(422);
    expect(answer.json.errors).toEqual([{ path, message: expect.stringContaining(sentence) as string }]);
    expect((await unit.enter()).answer.status).toBe(200);
  });

  it("is no place to guess the present one", async () => {
    const statuses: number[] = [];
    for (let index = 0; index < 6; index++) statuses.push((await change({ current: "x", next: NEXT })).status);
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429]);
  });

  it("is not for keys", async () => {
    const key = await t.keyFor("unit", "zhujian");
    const answer = await clientOf(t, key)("/api/session/password", {
      method: "POST",
      body: { current: PASSWORD, next: NEXT },
    });
    expect([answer.status, answer.json.code]).toEqual([409, "no_session"]);
  });
});
