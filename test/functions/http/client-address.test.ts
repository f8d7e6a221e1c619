import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signInAttempts } from "#db/schema/accounts.ts";
import { createApi } from "#functions/app.ts";
import { toClientAddress } from "#functions/http/client-address.ts";
import { isAddressList, toAddressList, toProxyTest } from "#functions/http/trusted-proxies.ts";
import type { TestApp } from "#test/support/app.ts";
import { TEST_KEYRING, openTestApp } from "#test/support/app.ts";

describe("the address that attempts are counted by", () => {
  it.each([
    ["203.0.113.7", undefined, "203.0.113.7"],
    ["::ffff:203.0.113.7", undefined, "203.0.113.7"],
    ["203.0.113.7", "198.51.100.1", "203.0.113.7"],
    ["2001:db8:1:2:3:4:5:6", undefined, "2001:db8:1:2::/64"],
    ["2001:db8::1", undefined, "2001:db8:0:0::/64"],
    ["127.0.0.1", undefined, undefined],
    ["127.0.0.1", "198.51.100.1, 203.0.113.9", "203.0.113.9"],
    ["::1", "2001:DB8:1:2::99", "2001:db8:1:2::/64"],
    ["::ffff:127.0.0.1", "203.0.113.9", "203.0.113.9"],
    ["127.0.0.1", "unknown", undefined],
    [undefined, "203.0.113.9", undefined],
    ["fe80::1%eth0", undefined, undefined],
  ])("of %s with X-Forwarded-For %s is %s", (peer, header, address) => {
    expect(toClientAddress(peer, header)).toBe(address);
  });
});

describe("proxies that are trusted by setting", () => {
  const isOurs = toProxyTest(toAddressList("10.1.0.0/16, 192.0.2.5 2001:db8:ff::/48"));
  it.each([
    ["10.1.2.3", "203.0.113.9", "203.0.113.9"],
    ["::ffff:10.1.2.3", "203.0.113.9", "203.0.113.9"],
    ["10.2.0.1", "203.0.113.9", "10.2.0.1"],
    ["2001:db8:ff::7", "203.0.113.9", "203.0.113.9"],
    ["192.0.2.5", "198.51.100.1, 203.0.113.9, 10.1.9.9", "203.0.113.9"],
    ["192.0.2.5", "10.1.0.1, 10.1.0.2", "192.0.2.5"],
    ["192.0.2.5", undefined, "192.0.2.5"],
    ["192.0.2.5", "203.0.113.9, unknown", undefined],
    ["127.0.0.1", "203.0.113.9, 192.0.2.5", "203.0.113.9"],
  ])("from %s with X-Forwarded-For %s it is %s", (peer, header, address) => {
    expect(toClientAddress(peer, header, isOurs)).toBe(address);
  });

  it.each([
    ["", true],
    ["10.0.0.5", true],
    ["10.0.0.0/8, ::1, 2001:db8::/32", true],
    ["10.0.0.0/33", false],
    ["10.0.0.0/x", false],
    ["10.0.0.0/8/8", false],
    ["proxy.example", false],
    ["fe80::1%eth0", false],
  ])("the setting %j is right: %s", (text, right) => expect(isAddressList(text)).toBe(right));
});

describe("one address", () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await openTestApp();
  });
  afterAll(async () => await t.close());

  it("is slowed down over all accounts, whatever header it forges; another is not (T-A07)", async () => {
    const app = createApi({
      db: t.db,
      now: t.clock.now,
      keyring: TEST_KEYRING,
      version: "test",
      peerOf: (env) => String(env),
    });
    const guess = async (peer: string, index: number) => {
      const body = JSON.stringify({ login: `person${index}`, password: "x" });
      const headers = { "Content-Type": "application/json", "X-Forwarded-For": `198.51.100.${index}` };
      return (await app.request("/api/session", { method: "POST", body, headers }, peer)).status;
    };
    const delayedUntil = t.clock.now().toISOString();
    await t.db.insert(signInAttempts).values({ address: "address:203.0.113.7", failures: 28, delayedUntil });
    const statuses: number[] = [];
    for (let index = 0; index < 4; index++) statuses.push(await guess("203.0.113.7", index));
    expect(statuses).toEqual([401, 401, 429, 429]);
    expect(await guess("203.0.113.8", 99)).toBe(401);
    t.clock.advance(5000);
    expect(await guess("203.0.113.7", 40)).toBe(401);
  });
});
