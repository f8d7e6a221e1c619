import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createApi } from "#functions/app.ts";
import type { TestApp } from "#test/support/app.ts";
import { TEST_KEYRING, openTestApp } from "#test/support/app.ts";
import type { BrowserSession, Clerk } from "#test/support/browser-session.ts";
import { PASSWORD, makeClerk, openBrowserSession, takeClerk } from "#test/support/browser-session.ts";

const MINUTE = 60_000;
const EDGE = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0";

let base: TestApp;
let people: { unit: Clerk; other: Clerk };
let t: TestApp;
let unit: Clerk;
let other: Clerk;
beforeAll(async () => {
  base = await openTestApp();
  people = {
    unit: await makeClerk(base, { login: "zj.wang", name: "王经办", role: "unit", unit: "zhujian" }),
    other: await makeClerk(base, { login: "jt.sun", name: "孙经办", role: "unit", unit: "jiaoti" }, { factor: false }),
  };
});
afterAll(async () => await base.close());
beforeEach(async () => {
  t = await openTestApp({ from: base });
  [unit, other] = [takeClerk(t, people.unit), takeClerk(t, people.other)];
  t.clock.advance(MINUTE);
});
afterEach(async () => await t.close());

/** The whole way in from another address. */
async function enterFrom(address: string, agent: string): Promise<BrowserSession> {
  const app = createApi({ db: t.db, now: t.clock.now, keyring: TEST_KEYRING, version: "test", peerOf: () => address });
  const browser = openBrowserSession({ app });
  const headers = { "User-Agent": agent };
  const body = { login: "zj.wang", password: PASSWORD };
  const { json } = await browser.ask("/api/session", { method: "POST", body, headers });
  const code = { pending: json.pending, code: unit.code() };
  await browser.ask("/api/session/second-factor", { method: "POST", body: code, headers });
  return browser;
}

const own = async ({ ask }: BrowserSession) => (await ask("/api/session")).json;

describe("one's sessions", () => {
  it("are listed with where and by what they were opened; half signed in ones are none", async () => {
    const away = await enterFrom("203.0.113.7", EDGE);
    await unit.enter();
    const { json } = await unit.ask("/api/sessions");
    expect(json.items).toMatchObject([
      { current: false, network: "203.0.113.7", browser: "Edge · Windows", startedAt: "2026-06-15T01:01:00.000Z" },
      { current: true, network: null, browser: null },
    ]);
    expect((await away.ask("/api/sessions")).json.items.map((item: { current: boolean }) => item.current)).toEqual([
      true,
      false,
    ]);
    expect((await other.ask("/api/sessions")).json.total).toBe(1);
  });

  it("end one by one from the next request on; another person's are not there", async () => {
    const away = await enterFrom("203.0.113.7", EDGE);
    const [first] = (await unit.ask("/api/sessions")).json.items;
    const end = async ({ ask }: BrowserSession) =>
      (await ask(`/api/sessions/${first.id}`, { method: "DELETE" })).status;
    expect([await end(other), (await away.ask("/api/me")).status]).toEqual([404, 200]);
    expect([await end(unit), (await away.ask("/api/me")).status, await end(unit)]).toEqual([204, 401, 404]);
    expect((await unit.ask("/api/me")).status).toBe(200);
  });

  it("are named by what opens nothing", async () => {
    const [first] = (await unit.ask("/api/sessions")).json.items;
    const browser = openBrowserSession(t);
    browser.setCookie(`huiyin=${first.id}`);
    expect((await browser.ask("/api/me")).status).toBe(401);
  });

  it("leave the list when they run out", async () => {
    await enterFrom("203.0.113.7", EDGE);
    t.clock.advance(28 * MINUTE);
    await unit.ask("/api/me");
    t.clock.advance(2 * MINUTE);
    expect((await unit.ask("/api/sessions")).json.total).toBe(1);
    expect((await own(unit)).otherSessions).toBe(0);
  });

  it("keep their name to know them by after a fresh code", async () => {
    const away = await enterFrom("203.0.113.7", EDGE);
    t.clock.advance(MINUTE);
    await away.ask("/api/session/step-up", { method: "POST", body: { code: unit.code() } });
    expect((await away.ask("/api/sessions")).json.items[0]).toMatchObject({ network: "203.0.113.7", current: true });
  });
});

describe("a new sign-in", () => {
  it("is told to its holder: when and where the last one was, what was refused since, how many are open", async () => {
    expect(await own(unit)).toMatchObject({ previousSignIn: null, refusedSince: 0, otherSessions: 0 });
    await enterFrom("203.0.113.7", EDGE);
    expect(await own(unit)).toMatchObject({ previousSignIn: { network: null }, otherSessions: 1 });
    t.clock.advance(MINUTE);
    await unit.enter("falsch");
    await unit.enter("falsch");
    t.clock.advance(MINUTE);
    const mine = await enterFrom("198.51.100.4", EDGE);
    expect(await own(mine)).toMatchObject({
      previousSignIn: { at: "2026-06-15T01:01:00.000Z", network: "203.0.113.7" },
      refusedSince: 2,
      otherSessions: 2,
    });
  });

  it("stands in one's events, with every one that was refused", async () => {
    await enterFrom("203.0.113.7", EDGE);
    await unit.enter("falsch");
    const { json } = await unit.ask("/api/session/events");
    expect(json.items).toMatchObject([
      { kind: "sign_in_refused", count: 1 },
      { kind: "sign_in", network: "203.0.113.7", actorName: "王经办" },
      { kind: "sign_in", network: null },
    ]);
    expect((await other.ask("/api/session/events")).json.items).toMatchObject([{ kind: "sign_in" }]);
  });
});

describe("new recovery codes", () => {
  const renew = async ({ ask }: BrowserSession) => await ask("/api/session/recovery-codes", { method: "POST" });

  it("take the place of the old ones, after a fresh factor", async () => {
    const { json } = await renew(unit);
    expect(json.recoveryCodes).toHaveLength(10);
    const stepUp = async (code: string) =>
      (await unit.ask("/api/session/step-up", { method: "POST", body: { code } })).status;
    expect([await stepUp(unit.recoveryCodes[0] ?? ""), await stepUp(json.recoveryCodes[0])]).toEqual([401, 200]);
    t.clock.advance(5 * MINUTE);
    expect((await renew(unit)).json.code).toBe("step_up_needed");
  });

  it("are of no use without a second factor", async () => {
    expect((await renew(other)).json.code).toBe("step_up_needed");
  });
});
