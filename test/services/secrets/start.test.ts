import { chmod, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { accounts, activationCodes, recoveryCodes } from "#db/schema/accounts.ts";
import { apiKeys } from "#db/schema/actors.ts";
import { audit, settings } from "#db/schema/operations.ts";
import { WrongEnvironment, readEnvironment } from "#functions/environment.ts";
import { addKeyToFile, keepKeysInFile, keyringFile, loadKeyring } from "#functions/keyring-file.ts";
import { authenticateKey } from "#services/accounts/authenticate.ts";
import { createKey } from "#services/accounts/create-key.ts";
import { sha256 } from "#services/hash.ts";
import { Forbidden } from "#services/errors.ts";
import { makeKeyEntry, parseKeyring } from "#services/secrets/keyring.ts";
import { sealOldRows } from "#services/secrets/seal-old-rows.ts";
import { openText } from "#services/secrets/sealed-text.ts";
import type { TestApp } from "#test/support/app.ts";
import { TEST_KEYRING, openTestApp } from "#test/support/app.ts";
import { PASSWORD, makeClerk } from "#test/support/browser-session.ts";

let t: TestApp;
let folder: string;
beforeEach(async () => {
  t = await openTestApp();
  folder = await mkdtemp(join(tmpdir(), "huiyin-secret-"));
});
afterEach(async () => {
  await t.close();
  await rm(folder, { recursive: true });
});

const environment = (more: Record<string, string> = {}) => readEnvironment({ HUIYIN_DATA: folder, ...more });
const load = async (more?: Record<string, string>) => await loadKeyring(environment(more), t.db);
const path = () => keyringFile({ dataFolder: folder });

/** A row that only this keyring opens. */
async function useKeyring(text: string): Promise<string> {
  const ctx = { ...t.system, keyring: parseKeyring(text) };
  return (await createKey(ctx, { role: "machine", name: `监测${Math.random()}` })).token;
}

describe("the start", () => {
  it("makes the key file once, for its owner alone, and reads it afterwards", async () => {
    const first = await load();
    expect((await stat(path())).mode & 0o777).toBe(0o600);
    expect((await load()).current).toEqual(first.current);
    expect(
      await t.db
        .select()
        .from(settings)
        .where(eq(settings.key, `key-check.${first.current.id}`)),
    ).toHaveLength(1);
  });

  it("makes one file where two start at once", async () => {
    const rings = await Promise.all([load(), load(), load()]);
    expect(new Set(rings.map(({ current }) => current.id)).size).toBe(1);
  });

  it("takes HUIYIN_SECRET before the file, and makes none then", async () => {
    const keyring = await load({ HUIYIN_SECRET: `env1:${"E".repeat(43)}` });
    expect(keyring.current.id).toBe("env1");
    await expect(stat(path())).rejects.toThrow("ENOENT");
  });

  const sentence = async (more?: Record<string, string>) => {
    const error: unknown = await load(more).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(WrongEnvironment);
    const { message } = error as Error;
    expect(message.match(/。/g)).toHaveLength(2);
    return message;
  };

  it("stops where the file is gone and rows need it", async () => {
    await load();
    await useKeyring(await readFile(path(), "utf8"));
    await rm(path());
    expect(await sentence()).toContain("请从备份中恢复");
    await expect(stat(path())).rejects.toThrow("ENOENT");
  });

  it("stops where another key bears the name, or the one that rows need is not there", async () => {
    await load();
    const own = await readFile(path(), "utf8");
    await useKeyring(own);
    const [id = ""] = own.split(":");
    expect(await sentence({ HUIYIN_SECRET: `${id}:${"X".repeat(43)}` })).toContain("与数据库不符");
    expect(await sentence({ HUIYIN_SECRET: makeKeyEntry() })).toContain(`没有编号为“${id}”的密钥`);
  });

  it("stops where others may read the file, or it holds no key", async () => {
    await load();
    await chmod(path(), 0o640);
    expect(await sentence()).toContain("权限改为 600");
    await chmod(path(), 0o600);
    await writeFile(path(), "x");
    expect(await sentence()).toContain("第 1 个密钥的格式不对");
  });

  it("does not mind another key while no row needs one", async () => {
    await load();
    const next = await load({ HUIYIN_SECRET: makeKeyEntry() });
    expect(
      await t.db
        .select()
        .from(settings)
        .where(eq(settings.key, `key-check.${next.current.id}`)),
    ).toHaveLength(1);
  });
});

describe("a new key", () => {
  it("comes before the old one, under which keys go on until they are used", async () => {
    const old = await load();
    const token = await useKeyring(await readFile(path(), "utf8"));
    await addKeyToFile(path());
    const keyring = await load();
    expect([...keyring.keys.keys()][1]).toBe(old.current.id);
    expect((await stat(path())).mode & 0o777).toBe(0o600);
    const before = await t.db.select().from(apiKeys);
    expect(before.some(({ hash }) => hash.startsWith(`${old.current.id}.`))).toBe(true);
    expect(await authenticateKey({ ...t.system, keyring }, token)).toBeDefined();
    const after = await t.db.select().from(apiKeys);
    expect(after.some(({ hash }) => hash.startsWith(`${old.current.id}.`))).toBe(false);
    await keepKeysInFile(path(), [keyring.current.id]);
    expect(await authenticateKey({ ...t.system, keyring: await load() }, token)).toBeDefined();
  });
});

describe("what was stored before there were keys", () => {
  it("is sealed at the next start, and its holders notice nothing", async () => {
    const clerk = await makeClerk(t, { login: "zj.wang", name: "王经办", role: "unit", unit: "zhujian" });
    const key = await t.keyFor("office");
    const [account] = await t.db.select().from(accounts);
    const secret = openText(TEST_KEYRING, clerk.id, account?.totpSecret ?? "");
    const { scryptSync } = await import("node:crypto");
    const hash = scryptSync(PASSWORD, Buffer.alloc(16), 32, { N: 1024, r: 8, p: 1 }).toString("base64");
    const passwordHash = `$scrypt$ln=10,r=8,p=1$${"A".repeat(22)}$${hash.replace(/=+$/, "")}`;
    await t.db.update(accounts).set({ totpSecret: secret, passwordHash });
    await t.db.update(apiKeys).set({ hash: sha256(key.token) });
    const [recovery = ""] = clerk.recoveryCodes;
    const plain = sha256(recovery.replaceAll("-", ""));
    await t.db.delete(recoveryCodes);
    await t.db.insert(recoveryCodes).values({ actorId: clerk.id, hash: plain });
    await t.db.insert(activationCodes).values({ hash: sha256("AAAA"), actorId: clerk.id, expiresAt: "2027" });

    expect(await sealOldRows(t.system)).toBe(4);
    const stored = JSON.stringify([
      await t.db.select().from(accounts),
      await t.db.select().from(apiKeys),
      await t.db.select().from(recoveryCodes),
      await t.db.select().from(activationCodes),
    ]);
    for (const old of [secret, sha256(key.token), plain, sha256("AAAA"), hash.slice(0, 20)])
      expect(stored).not.toContain(old);
    expect(await t.db.$count(audit, eq(audit.action, "keyring.seal"))).toBe(1);
    expect(await sealOldRows(t.system)).toBe(0);

    expect(await authenticateKey(t.system, key.token)).toBeDefined();
    t.clock.advance(60_000);
    const browser = await clerk.enter();
    const { pending } = browser.answer.json;
    const second = async (code: string) =>
      (await browser.ask("/api/session/second-factor", { method: "POST", body: { pending, code } })).status;
    expect([await second(recovery), (await t.db.select().from(recoveryCodes))[0]?.usedAt]).toEqual([
      200,
      t.clock.now().toISOString(),
    ]);
  });

  it("is sealed anew at its use where the start did not do it", async () => {
    const clerk = await makeClerk(t, { login: "zj.wang", name: "王经办", role: "unit", unit: "zhujian" });
    const [account] = await t.db.select().from(accounts);
    await t.db.update(accounts).set({ totpSecret: openText(TEST_KEYRING, clerk.id, account?.totpSecret ?? "") });
    t.clock.advance(60_000);
    const answer = await clerk.ask("/api/session/step-up", { method: "POST", body: { code: clerk.code() } });
    expect([answer.status, (await t.db.select().from(accounts))[0]?.totpSecret?.slice(0, 5)]).toEqual([200, "test."]);
  });

  it("is sealed by the machine alone", async () => {
    const office = t.contextOf((await t.keyFor("office")).actor);
    await expect(sealOldRows(office)).rejects.toThrow(Forbidden);
    await expect(sealOldRows({ ...t.system, session: { tokenHash: "x", steppedUpAt: 0 } })).rejects.toThrow(Forbidden);
  });
});
