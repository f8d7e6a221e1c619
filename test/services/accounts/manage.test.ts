import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findAccount, findKey } from "#db/reads/accounts.ts";
import { activationCodes, sessions } from "#db/schema/accounts.ts";
import { audit } from "#db/schema/operations.ts";
import type { Actor } from "#domain/handling/actor.ts";
import { ROLES } from "#domain/handling/actor.ts";
import { changeAccount } from "#services/accounts/change-account.ts";
import { createAccount } from "#services/accounts/create-account.ts";
import { createKey } from "#services/accounts/create-key.ts";
import { disableAccount, enableAccount } from "#services/accounts/disable-account.ts";
import { getAccount, listAccounts } from "#services/accounts/list-accounts.ts";
import { getKey, listKeys } from "#services/accounts/list-keys.ts";
import { resetAccount } from "#services/accounts/reset-account.ts";
import { revokeKey } from "#services/accounts/revoke-key.ts";
import type { Context } from "#services/context.ts";
import { FactorNeeded } from "#services/accounts/errors.ts";
import { Forbidden, Refused, Stale } from "#services/errors.ts";
import { recordAudit } from "#services/audit.ts";
import { writeTransaction } from "#db/transaction.ts";
import type { TestApp } from "#test/support/app.ts";
import { openTestApp } from "#test/support/app.ts";
import type { Clerk } from "#test/support/browser-session.ts";
import { PASSWORD, makeClerk } from "#test/support/browser-session.ts";

let t: TestApp;
let clerk: Clerk;
let admin: Context;
beforeEach(async () => {
  t = await openTestApp();
  clerk = await makeClerk(t, { login: "zj.wang", name: "王经办", role: "unit", unit: "zhujian" });
  admin = t.contextOf((await t.keyFor("admin")).actor);
});
afterEach(async () => await t.close());

const person = { login: "new.person", name: "周新", role: "supervisor" } as const;
const refOf = async (id = clerk.id) => ({ id, version: (await findAccount(t.db, id))?.version ?? 0 });
const keyRef = async () => {
  const { id } = await createKey(t.system, { role: "machine", name: "监测" });
  return { id, version: (await findKey(t.db, id))?.version ?? 0 };
};
const rows = async () => await t.db.select().from(audit);

/** Every act of user management, as the same call for whoever acts. */
const VERBS: readonly (readonly [action: string, act: (ctx: Context) => Promise<unknown>])[] = [
  ["account.create", async (ctx) => await createAccount(ctx, person)],
  ["account.change", async (ctx) => await changeAccount(ctx, await refOf(), { name: "王改名", role: "office" })],
  ["account.disable", async (ctx) => await disableAccount(ctx, await refOf())],
  ["account.reset", async (ctx) => await resetAccount(ctx, await refOf())],
  ["key.create", async (ctx) => await createKey(ctx, { role: "machine", name: "监测" })],
  ["key.revoke", async (ctx) => await revokeKey(ctx, await keyRef())],
];

describe.each(VERBS)("%s", (action, act) => {
  it("writes its audit row, by whom, without a secret", async () => {
    await act(admin);
    const row = (await rows()).at(-1);
    expect([row?.action, row?.actorId]).toEqual([action, admin.actor.id]);
    expect(row?.object).toMatch(/^(?:account|key):[\w-]{36}$/);
  });

  it("is not for others, and changes nothing then", async () => {
    const before = (await rows()).length;
    for (const role of ROLES.filter((item) => item !== "admin")) {
      const actor: Actor = { id: "x", name: "x", role, unitCode: role === "unit" ? "zhujian" : null };
      await expect(act(t.contextOf(actor))).rejects.toThrow(Forbidden);
    }
    const made = action === "key.revoke" ? ROLES.length - 1 : 0;
    expect((await rows()).length).toBe(before + made);
  });

  it("asks an administrator at a browser for a fresh code", async () => {
    const now = t.clock.now().getTime();
    const at = (steppedUpAt: number | undefined) => act({ ...admin, session: { tokenHash: "x", steppedUpAt } });
    await expect(at(undefined)).rejects.toThrow(FactorNeeded);
    await expect(at(now - 300_000)).rejects.toThrow(FactorNeeded);
    await expect(at(now - 299_999)).resolves.toBeDefined();
  });
});

describe("an account", () => {
  it("that is disabled loses its sessions in the same act, and comes back without them", async () => {
    expect((await clerk.ask("/api/me")).status).toBe(200);
    await disableAccount(admin, await refOf());
    expect(await t.db.$count(sessions)).toBe(0);
    expect((await clerk.ask("/api/me")).status).toBe(401);
    await expect(disableAccount(admin, await refOf())).rejects.toThrow(Refused);
    await expect(resetAccount(admin, await refOf())).rejects.toThrow("请先启用");
    await enableAccount(admin, await refOf());
    expect((await clerk.ask("/api/me")).status).toBe(401);
    expect((await clerk.enter()).answer.status).toBe(200);
  });

  it("that gets another role loses its sessions; another name or duty ends none", async () => {
    await changeAccount(admin, await refOf(), { name: "王", role: "unit", unit: "zhujian", duty: "signer" });
    expect((await clerk.ask("/api/session")).json).toMatchObject({ name: "王", duty: "signer" });
    await changeAccount(admin, await refOf(), { name: "王", role: "supervisor" });
    expect((await clerk.ask("/api/session")).status).toBe(401);
  });

  it("that is reset forgets password, codes and sessions; only the newest code activates it", async () => {
    const first = await resetAccount(admin, await refOf());
    const { activation } = await resetAccount(admin, await refOf());
    expect((await clerk.ask("/api/me")).status).toBe(401);
    expect((await clerk.enter()).answer.status).toBe(401);
    const activate = async (code: string) =>
      (await clerk.ask("/api/session/activate", { method: "POST", body: { code, password: PASSWORD } })).status;
    expect([
      await activate(first.activation.code),
      await activate(activation.code),
      await activate(activation.code),
    ]).toEqual([401, 200, 401]);
    expect(JSON.stringify(await t.db.select().from(activationCodes))).not.toContain(activation.code);
  });

  it("is not changed by who saw an older version, nor by its own administrator", async () => {
    const { id, version } = await refOf();
    await expect(disableAccount(admin, { id, version: version - 1 })).rejects.toThrow(Stale);
    const own = await createAccount(admin, { login: "root2", name: "吴管理", role: "admin" });
    const self = t.contextOf({ ...own.holder.actor, role: "admin" } as Actor);
    await expect(disableAccount(self, await refOf(own.holder.actor.id))).rejects.toThrow("自己的账号");
  });

  it("has a version that grows by one with each change", async () => {
    const { version } = await refOf();
    const after = await changeAccount(admin, await refOf(), { name: "王", role: "unit", unit: "zhujian" });
    expect([after.version, (await refOf()).version]).toEqual([version + 1, version + 1]);
  });
});

it("an activation code ends after 24 hours", async () => {
  const { activation } = await createAccount(admin, person);
  const enrol = async () =>
    (await clerk.ask("/api/session/enrolment", { method: "POST", body: { code: activation.code } })).status;
  t.clock.advance(24 * 3_600_000 - 1);
  expect(await enrol()).toBe(200);
  t.clock.advance(1);
  expect(await enrol()).toBe(401);
});

it("an office account is not activated without a code of its app", async () => {
  const { activation } = await createAccount(admin, { login: "office.li", name: "李文书", role: "office" });
  const activate = async (more: object) =>
    await clerk.ask("/api/session/activate", {
      method: "POST",
      body: { code: activation.code, password: PASSWORD, ...more },
    });
  expect((await activate({})).json.errors).toEqual([
    { path: "totp", message: expect.stringContaining("必须登记") as string },
  ]);
  expect((await activate({ totp: "000000" })).status).toBe(422);
  expect((await t.db.select().from(activationCodes).where(eq(activationCodes.usedAt, ""))).length).toBe(0);
  expect((await clerk.ask("/api/session/enrolment", { method: "POST", body: { code: activation.code } })).status).toBe(
    200,
  );
});

it("whoever was disabled while the request ran writes nothing (T-A05)", async () => {
  const actor: Actor = { id: clerk.id, name: "王经办", role: "unit", unitCode: "zhujian" };
  const write = async () =>
    await writeTransaction(t.db, async (tx) => {
      await recordAudit(tx, t.contextOf(actor), { action: "x.y", object: "x:1", beforeHash: null, afterHash: null });
    });
  await write();
  await disableAccount(admin, await refOf());
  const before = (await rows()).length;
  await expect(write()).rejects.toThrow(Forbidden);
  expect((await rows()).length).toBe(before);
});

it("lists are for administrators alone", async () => {
  const office = t.contextOf((await t.keyFor("office")).actor);
  expect((await listAccounts(admin, { limit: 50 })).items.map(({ account }) => account.login)).toEqual(["zj.wang"]);
  expect((await listKeys(admin, { limit: 1 })).total).toBe(2);
  await expect(listAccounts(office, { limit: 1 })).rejects.toThrow(Forbidden);
  await expect(listKeys(office, { limit: 1 })).rejects.toThrow(Forbidden);
  await expect(getAccount(office, clerk.id)).rejects.toThrow(Forbidden);
  await expect(getKey(office, "x")).rejects.toThrow(Forbidden);
});

describe("the last administrator who can sign in", () => {
  const makeAdmin = async (login: string) => {
    const made = await makeClerk(t, { login, name: login, role: "admin" });
    return made.id;
  };

  it("is neither disabled nor made something else, by a key or a command either", async () => {
    const id = await makeAdmin("root1");
    await createAccount(admin, { login: "root2", name: "待激活", role: "admin" });
    const office = { name: "root1", role: "office" } as const;
    await expect(disableAccount(admin, await refOf(id))).rejects.toThrow("最后一个");
    await expect(changeAccount(admin, await refOf(id), office)).rejects.toThrow("最后一个");
    await changeAccount(admin, await refOf(id), { name: "改名", role: "admin" });
    const second = await makeAdmin("root3");
    await disableAccount(admin, await refOf(id));
    await expect(disableAccount(admin, await refOf(second))).rejects.toThrow("最后一个");
  });

  it("is left where two would disable each other at once", async () => {
    const [one, two] = [await makeAdmin("root1"), await makeAdmin("root2")];
    const [refOne, refTwo] = [await refOf(one), await refOf(two)];
    const as = (id: string) => t.contextOf({ id, name: "", role: "admin", unitCode: null });
    const results = await Promise.allSettled([disableAccount(as(one), refTwo), disableAccount(as(two), refOne)]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });
});
