import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { accounts, securityEvents } from "#db/schema/accounts.ts";
import { actors } from "#db/schema/actors.ts";
import type { TestApp } from "#test/support/app.ts";
import type { Fault } from "#test/support/authenticator.ts";
import { makeAuthenticator } from "#test/support/authenticator.ts";
import type { Clerk } from "#test/support/browser-session.ts";
import { makeClerk, openBrowserSession } from "#test/support/browser-session.ts";
import type { PasskeyDesk, PasskeyOffice } from "#test/support/passkey-desk.ts";
import { enter, openPasskeyOffice, post, register } from "#test/support/passkey-desk.ts";

const MINUTE = 60_000;

let t: TestApp;
let unit: Clerk;
let other: Clerk;
let plain: Clerk;
let office: PasskeyOffice;
let desk: PasskeyDesk;
beforeAll(async () => {
  office = await openPasskeyOffice();
});
afterAll(async () => await office.close());
beforeEach(async () => {
  desk = await office.openDesk();
  ({ t, unit, other, plain } = desk);
});
afterEach(async () => await t.close());

const countEvents = async (kind: typeof securityEvents.$inferSelect.kind) =>
  await t.db.$count(securityEvents, eq(securityEvents.kind, kind));

describe("signing in with a passkey", () => {
  beforeEach(async () => {
    await register(desk);
    t.clock.advance(MINUTE);
  });

  it("is the second step after the password", async () => {
    const browser = await unit.enter();
    const { pending, methods } = browser.answer.json;
    expect(methods).toEqual(["code", "passkey"]);
    const options = await post(browser, "/passkey-options", { pending });
    expect(options.json.allowCredentials).toEqual([{ id: desk.key.lastId(), type: "public-key" }]);
    const done = await post(browser, "/passkey", { pending, response: desk.key.get(options.json) });
    expect(done.json).toMatchObject({ login: "zj.wang", passkeys: 1, secondFactor: true });
    expect(done.json.steppedUpUntil).not.toBeNull();
    expect((await browser.ask("/api/me")).json.id).toBe(unit.id);
    expect((await post(browser, "/passkey-options", { pending })).json.code).toBe("sign_in_expired");
  });

  it("is both steps in one, and stays open while the password is slowed down (T-A07)", async () => {
    const ask = openBrowserSession(t);
    for (let index = 0; index < 6; index++) await post(ask, "", { login: "zj.wang", password: "falsch" });
    expect((await unit.enter()).answer.status).toBe(429);
    const entered = await enter(desk);
    expect(entered.answer.json).toMatchObject({ login: "zj.wang" });
    expect((await entered.ask("/api/me")).status).toBe(200);
  });

  it("names no keys before a password", async () => {
    expect((await post(openBrowserSession(t), "/passkey-options")).json.allowCredentials).toEqual([]);
  });

  it("takes an answer once, of two at the same time too", async () => {
    const browser = openBrowserSession(t);
    const { json } = await post(browser, "/passkey-options");
    const response = desk.key.get(json);
    const answers = await Promise.all([1, 2, 3].map(async () => await post(browser, "/passkey", { response })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 401, 401]);
  });

  it("sees a copy by its count, also of two at the same time", async () => {
    expect((await enter(desk)).answer.status).toBe(200);
    desk.key.setCounter(0);
    expect((await enter(desk)).answer.json.code).toBe("passkey_refused");
    expect(await countEvents("passkey_copied")).toBe(1);
    expect((await enter(desk)).answer.status).toBe(200);
  });

  it("does not count where the authenticator does not", async () => {
    desk.key = makeAuthenticator({ counts: false });
    await post(unit, "/step-up", { code: unit.code() });
    expect((await register(desk)).status).toBe(201);
    expect([(await enter(desk)).answer.status, (await enter(desk)).answer.status]).toEqual([200, 200]);
  });

  const FAULTS: readonly (readonly [string, Fault])[] = [
    ["of another site", { origin: "https://huiyin.example.com" }],
    ["for another site", { rpId: "example.com" }],
    ["without a verified user", { unverified: true }],
    ["without a user", { absent: true }],
    ["that registers instead", { type: "webauthn.create" }],
    ["to another challenge", { challenge: "AAAA" }],
    ["in a frame of another site", { crossOrigin: true }],
    ["signed by nobody", { signature: "AAAA" }],
  ];
  it.each(FAULTS)("refuses an answer %s, and writes it down", async (_, fault) => {
    const { answer, cookie } = await enter(desk, fault);
    expect([answer.status, answer.json.code, cookie()]).toEqual([401, "passkey_refused", undefined]);
    expect(await countEvents("code_refused")).toBe(1);
  });

  it("refuses a challenge for something else, and one that has run out", async () => {
    const browser = openBrowserSession(t);
    const other = await post(unit, "/step-up/passkey-options");
    expect((await post(browser, "/passkey", { response: desk.key.get(other.json) })).status).toBe(401);
    const { json } = await post(browser, "/passkey-options");
    t.clock.advance(5 * MINUTE);
    expect((await post(browser, "/passkey", { response: desk.key.get(json) })).status).toBe(401);
  });

  it("refuses another person's key after a password", async () => {
    const browser = await other.enter();
    const { pending } = browser.answer.json;
    const options = await post(browser, "/passkey-options", { pending });
    const answer = await post(browser, "/passkey", { pending, response: desk.key.get(options.json) });
    expect([answer.status, browser.cookie()]).toEqual([401, undefined]);
  });

  it.each(["disabled", "reset"])("refuses an account that is %s", async (how) => {
    if (how === "reset") await t.db.update(accounts).set({ passwordHash: null }).where(eq(accounts.actorId, unit.id));
    else await t.db.update(actors).set({ disabledAt: "2026-06-15T00:00:00.000Z" }).where(eq(actors.id, unit.id));
    expect((await enter(desk)).answer.json.code).toBe("passkey_refused");
  });
});

describe("with a passkey a session", () => {
  beforeEach(async () => {
    await register(desk);
    t.clock.advance(5 * MINUTE);
  });

  it("is stepped up under a new token", async () => {
    const before = unit.cookie();
    const options = await post(unit, "/step-up/passkey-options");
    const done = await post(unit, "/step-up/passkey", { response: desk.key.get(options.json) });
    expect(done.json).toMatchObject({ steppedUpUntil: "2026-06-15T01:10:00.000Z" });
    expect(unit.cookie()).not.toBe(before);
  });

  it("is not stepped up by a challenge of another session, nor by a wrong answer", async () => {
    const entered = await enter(desk);
    const options = await post(entered, "/step-up/passkey-options");
    const foreign = await post(unit, "/step-up/passkey", { response: desk.key.get(options.json) });
    expect([foreign.status, foreign.json.code]).toEqual([401, "passkey_refused"]);
    const own = await post(unit, "/step-up/passkey-options");
    const wrong = await post(unit, "/step-up/passkey", { response: desk.key.get(own.json, { unverified: true }) });
    expect(wrong.json.code).toBe("passkey_refused");
    expect((await unit.ask("/api/session")).json.steppedUpUntil).toBe("2026-06-15T01:05:00.000Z");
  });
});

describe("one's passkeys", () => {
  const path = () => `/api/session/passkeys/${desk.key.lastId()}`;
  const V1 = { "If-Match": '"v1"' };

  it("are listed, renamed and removed by their holder alone", async () => {
    await register(desk);
    expect((await other.ask("/api/session/passkeys")).json.total).toBe(0);
    expect((await other.ask(path(), { method: "DELETE", headers: V1 })).status).toBe(404);
    expect((await other.ask(path(), { method: "PUT", headers: V1, body: { name: "夺" } })).status).toBe(404);
    const renamed = await unit.ask(path(), { method: "PUT", headers: V1, body: { name: "抽屉里的钥匙" } });
    expect([renamed.json.name, renamed.headers.get("etag")]).toEqual(["抽屉里的钥匙", '"v2"']);
    expect((await unit.ask(path(), { method: "DELETE", headers: V1 })).status).toBe(412);
    expect((await unit.ask(path(), { method: "DELETE", headers: { "If-Match": '"v2"' } })).status).toBe(204);
    expect((await enter(desk)).answer.status).toBe(401);
  });

  it("are removed after a fresh factor only, and the last factor takes the recovery codes with it", async () => {
    await register(desk, { clerk: plain });
    const remove = async () => await plain.ask(path(), { method: "DELETE", headers: V1 });
    expect((await remove()).json.code).toBe("step_up_needed");
    const options = await post(plain, "/step-up/passkey-options");
    await post(plain, "/step-up/passkey", { response: desk.key.get(options.json) });
    expect((await remove()).status).toBe(204);
    expect((await plain.ask("/api/session")).json).toMatchObject({ secondFactor: false, recoveryCodesLeft: 0 });
    expect((await plain.enter()).answer.json.status).toBe("signed_in");
  });

  it("do not leave the office without a second factor", async () => {
    const clerk = await makeClerk(t, { login: "office.li", name: "李文书", role: "office" });
    await register(desk, { clerk });
    await t.db.update(accounts).set({ totpSecret: null }).where(eq(accounts.actorId, clerk.id));
    const answer = await clerk.ask(path(), { method: "DELETE", headers: V1 });
    expect([answer.status, answer.json.code]).toEqual([409, "last_factor"]);
  });
});
