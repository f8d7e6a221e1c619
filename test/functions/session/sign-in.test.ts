import { eq, like } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { accounts, recoveryCodes, securityEvents, sessions, signInAttempts } from "#db/schema/accounts.ts";
import { audit } from "#db/schema/operations.ts";
import { actors } from "#db/schema/actors.ts";
import { createAccount } from "#services/accounts/create-account.ts";
import { hashPassword } from "#services/accounts/password-hash.ts";
import { sha256 } from "#services/hash.ts";
import type { TestApp } from "#test/support/app.ts";
import { TEST_KEYRING, openTestApp } from "#test/support/app.ts";
import type { Clerk } from "#test/support/browser-session.ts";
import { PASSWORD, makeClerk, openBrowserSession } from "#test/support/browser-session.ts";
import type { Answer } from "#test/support/client.ts";
import { clientOf } from "#test/support/client.ts";

let t: TestApp;
let office: Clerk;
beforeEach(async () => {
  t = await openTestApp();
  office = await makeClerk(t, { login: "office.li", name: "李文书", role: "office" });
  t.clock.advance(60_000);
});
afterEach(async () => await t.close());

const second = (pending: string, code: string) => ({ method: "POST", body: { pending, code } });
const auditOf = async (action: string) => await t.db.$count(audit, eq(audit.action, action));
const countRefused = async () => {
  const rows = await t.db.select().from(securityEvents).where(eq(securityEvents.kind, "sign_in_refused"));
  return rows.reduce((sum, row) => sum + row.count, 0);
};
const shapeOf = ({ status, json, headers }: Answer) => [status, { ...json, requestId: "" }, headers.getSetCookie()];

describe("signing in", () => {
  it("asks the office for password and code, then opens a session", async () => {
    const browser = await office.enter();
    expect(browser.answer.json).toMatchObject({ status: "second_factor_required", session: null });
    expect(browser.cookie()).toBeUndefined();
    const { pending } = browser.answer.json;
    expect((await clientOf(t)("/api/me", { headers: { Cookie: `huiyin=${pending}` } })).status).toBe(401);
    const done = await browser.ask("/api/session/second-factor", second(pending, office.code()));
    expect(done.json).toMatchObject({ login: "office.li", role: "office", secondFactor: true, recoveryCodesLeft: 10 });
    expect((await browser.ask("/api/me")).json).toMatchObject({ id: office.id, name: "李文书" });
    expect(await auditOf("session.start")).toBe(1);
  });

  it("gives a cookie that scripts and other sites cannot use, and keeps its hash only", async () => {
    const browser = await office.enter();
    const done = await browser.ask("/api/session/second-factor", second(browser.answer.json.pending, office.code()));
    expect(done.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^huiyin=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/),
    ]);
    const token = browser.cookie()?.slice("huiyin=".length) ?? "";
    expect(done.text).not.toContain(token);
    const stored = await t.db.select().from(sessions);
    expect(stored.map(({ tokenHash }) => tokenHash)).toContain(sha256(token));
    expect(JSON.stringify(stored)).not.toContain(token);
  });

  it("over https the cookie is of this host alone", async () => {
    const ask = clientOf(t);
    const body = { login: "office.li", password: PASSWORD };
    const { json } = await ask("https://huiyin.example/api/session", { method: "POST", body });
    const done = await ask("https://huiyin.example/api/session/second-factor", second(json.pending, office.code()));
    const [cookie = ""] = done.headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-huiyin=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
    const [pair = ""] = cookie.split(";");
    const me = async (Cookie: string) => (await ask("https://huiyin.example/api/me", { headers: { Cookie } })).status;
    expect([await me(pair), await me(pair.replace("__Host-", ""))]).toEqual([200, 401]);
  });

  it("refuses a password over plain http from elsewhere", async () => {
    const body = { login: "office.li", password: PASSWORD };
    const answer = await clientOf(t)("http://10.0.0.8/api/session", { method: "POST", body });
    expect([answer.status, answer.json.code]).toEqual([403, "insecure_connection"]);
  });

  it("needs no code of a unit that enrolled none, and knows the login in any case", async () => {
    await makeClerk(t, { login: "zj.wang", name: "王经办", role: "unit", unit: "住建局" }, { factor: false });
    const browser = openBrowserSession(t);
    const answer = await browser.ask("/api/session", {
      method: "POST",
      body: { login: " ZJ.Wang ", password: PASSWORD },
    });
    expect(answer.json).toMatchObject({ status: "signed_in", pending: null, session: { unitCode: "zhujian" } });
    expect((await browser.ask("/api/me")).status).toBe(200);
  });
});

describe("a code", () => {
  it("works once, also for a second sign-in (T-A08)", async () => {
    const [one, two] = [await office.enter(), await office.enter()];
    const code = office.code();
    expect((await one.ask("/api/session/second-factor", second(one.answer.json.pending, code))).status).toBe(200);
    const again = await two.ask("/api/session/second-factor", second(two.answer.json.pending, code));
    expect([again.status, again.json.code]).toEqual([401, "code_refused"]);
    const earlier = await two.ask("/api/session/second-factor", second(two.answer.json.pending, office.code(-1)));
    expect(earlier.json.code).toBe("code_refused");
  });

  it("works once of two at the same time", async () => {
    const browsers = [await office.enter(), await office.enter(), await office.enter(), await office.enter()];
    const answers = await Promise.all(
      browsers.map(
        async ({ ask, answer }) => await ask("/api/session/second-factor", second(answer.json.pending, office.code())),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 401, 401, 401]);
  });

  it("of recovery works once, in any spelling; its hash alone is kept", async () => {
    const [recovery = ""] = office.recoveryCodes;
    expect(JSON.stringify(await t.db.select().from(recoveryCodes))).not.toContain(recovery.replaceAll("-", ""));
    const one = await office.enter();
    const spelt = recovery.replaceAll("-", " ").toLowerCase();
    const done = await one.ask("/api/session/second-factor", second(one.answer.json.pending, spelt));
    expect([done.status, done.json.recoveryCodesLeft]).toEqual([200, 9]);
    const two = await office.enter();
    const again = await two.ask("/api/session/second-factor", second(two.answer.json.pending, recovery));
    expect(again.json.code).toBe("code_refused");
  });

  it("is guessed ever more slowly, and the right one waits too", async () => {
    const { ask, answer } = await office.enter();
    const guess = async (code: string) => await ask("/api/session/second-factor", second(answer.json.pending, code));
    const statuses: number[] = [];
    for (let index = 0; index < 6; index++) statuses.push((await guess("000000")).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
    const waiting = await guess(office.code());
    expect([waiting.status, waiting.headers.get("retry-after")]).toEqual([429, "30"]);
    t.clock.advance(30_000);
    expect((await guess(office.code())).status).toBe(200);
  });

  it("comes too late after five minutes, and a pending token is good once", async () => {
    const late = await office.enter();
    t.clock.advance(5 * 60_000);
    const tooLate = await late.ask("/api/session/second-factor", second(late.answer.json.pending, office.code()));
    expect([tooLate.status, tooLate.json.code]).toEqual([401, "sign_in_expired"]);
    const used = await office.enter();
    await used.ask("/api/session/second-factor", second(used.answer.json.pending, office.code()));
    t.clock.advance(60_000);
    const again = await used.ask("/api/session/second-factor", second(used.answer.json.pending, office.code()));
    expect(again.json.code).toBe("sign_in_expired");
  });
});

describe("a refusal", () => {
  it("says the same of unknown, wrong, disabled and not activated (T-A10)", async () => {
    await createAccount(t.system, { login: "waiting", name: "赵待激活", role: "supervisor" });
    await makeClerk(t, { login: "disabled", name: "钱停用", role: "supervisor" });
    const at = t.clock.now().toISOString();
    await t.db.update(actors).set({ disabledAt: at }).where(eq(actors.name, "钱停用"));
    const enter = async (login: string, password: string) =>
      shapeOf(await clientOf(t)("/api/session", { method: "POST", body: { login, password } }));
    const unknown = await enter("nobody", PASSWORD);
    expect(unknown[0]).toBe(401);
    expect(unknown[1]).toMatchObject({ code: "sign_in_refused" });
    expect(await enter("office.li", "wrong")).toEqual(unknown);
    expect(await enter("waiting", PASSWORD)).toEqual(unknown);
    expect(await enter("disabled", PASSWORD)).toEqual(unknown);
    expect(await countRefused()).toBe(4);
    const kept = JSON.stringify([await t.db.select().from(audit), await t.db.select().from(signInAttempts)]);
    expect(kept).not.toContain("nobody");
  });

  it("comes ever later for known and unknown logins alike, a thousand at once too (T-A07)", async () => {
    const guess = async (login: string) =>
      await clientOf(t)("/api/session", { method: "POST", body: { login, password: "wrong" } });
    const flood = async (login: string) => {
      const answers = await Promise.all(Array.from({ length: 200 }, async () => await guess(login)));
      const looked = answers.filter(({ status }) => status === 401).length;
      return [looked, new Set(answers.map(({ status }) => status)).size, answers.at(-1)?.headers.get("retry-after")];
    };
    expect(await flood("office.li")).toEqual([5, 2, "5"]);
    expect(await flood("nobody")).toEqual([5, 2, "5"]);
    expect((await office.enter()).answer.status).toBe(429);
    t.clock.advance(5000);
    expect((await office.enter()).answer.status).toBe(200);
    expect(await t.db.$count(signInAttempts, like(signInAttempts.address, "login:%"))).toBe(1);
  });
});

it("an old hash is renewed when its password comes", async () => {
  const passwordHash = await hashPassword(TEST_KEYRING, PASSWORD, { ln: 12, r: 8, p: 1 });
  await t.db.update(accounts).set({ passwordHash });
  expect((await office.enter()).answer.status).toBe(200);
  const [row] = await t.db.select().from(accounts).where(eq(accounts.login, "office.li"));
  expect(row?.passwordHash).toContain("ln=15,r=8,p=3");
  expect((await office.enter()).answer.status).toBe(200);
});

it("an office account without a second factor is not let in", async () => {
  await t.db.update(accounts).set({ totpSecret: null }).where(eq(accounts.login, "office.li"));
  const { answer, cookie } = await office.enter();
  expect([answer.status, answer.json.code, cookie()]).toEqual([403, "second_factor_missing", undefined]);
});
