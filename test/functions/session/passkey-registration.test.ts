import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { passkeys } from "#db/schema/accounts.ts";
import { audit } from "#db/schema/operations.ts";
import { createApi } from "#functions/app.ts";
import type { TestApp } from "#test/support/app.ts";
import { TEST_KEYRING } from "#test/support/app.ts";
import type { Fault } from "#test/support/authenticator.ts";
import type { Clerk } from "#test/support/browser-session.ts";
import type { PasskeyDesk, PasskeyOffice } from "#test/support/passkey-desk.ts";
import { openPasskeyOffice, post, register } from "#test/support/passkey-desk.ts";

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

describe("registering a passkey", () => {
  it("asks the authenticator for a verified user and names no one else's keys", async () => {
    await register(desk);
    const { json } = await post(unit, "/passkey-registration");
    expect(json).toMatchObject({
      rp: { id: "localhost", name: "回音" },
      user: { name: "zj.wang", displayName: "王经办" },
      attestation: "none",
      authenticatorSelection: { userVerification: "required" },
      excludeCredentials: [{ id: desk.key.lastId() }],
    });
    expect(Buffer.from(json.user.id, "base64url").toString()).toBe(unit.id);
  });

  it("keeps its public key, writes an audit row, and leaves recovery codes that are there", async () => {
    const answer = await register(desk);
    expect([answer.status, answer.json.recoveryCodes]).toEqual([201, []]);
    expect(answer.json.passkey).toMatchObject({ id: desk.key.lastId(), name: "办公电脑", backedUp: false, version: 1 });
    expect(answer.text).not.toContain("publicKey");
    expect(await t.db.$count(audit, eq(audit.action, "passkey.register"))).toBe(1);
  });

  it("needs a second factor of the last five minutes", async () => {
    t.clock.advance(5 * MINUTE - 1);
    expect((await register(desk)).status).toBe(201);
    t.clock.advance(1);
    expect((await register(desk)).json.code).toBe("step_up_needed");
  });

  it("of who has no factor needs a password of the last five minutes, and brings recovery codes", async () => {
    t.clock.advance(5 * MINUTE);
    expect((await register(desk, { clerk: plain })).json.code).toBe("fresh_sign_in_needed");
    const again = await plain.enter();
    const answer = await register(desk, { clerk: again });
    expect(answer.json.recoveryCodes).toHaveLength(10);
    expect((await plain.enter()).answer.json).toMatchObject({ methods: ["code", "passkey"] });
    expect((await register(desk, { clerk: again })).json.code).toBe("step_up_needed");
  });

  const FAULTS: readonly (readonly [string, Fault])[] = [
    ["of another site", { origin: "https://huiyin.example.com" }],
    ["of another port", { origin: "http://localhost:8080" }],
    ["for another site", { rpId: "example.com" }],
    ["without a verified user", { unverified: true }],
    ["without a user", { absent: true }],
    ["that signs in instead", { type: "webauthn.get" }],
    ["to another challenge", { challenge: "AAAA" }],
    ["in a frame of another site", { crossOrigin: true }],
  ];
  it.each(FAULTS)("refuses an answer %s", async (_, fault) => {
    const answer = await register(desk, { fault });
    expect([answer.status, answer.json.code]).toEqual([422, "passkey_refused"]);
    expect(await t.db.$count(passkeys)).toBe(0);
  });

  it("takes a challenge once, of one session, for five minutes", async () => {
    const { json } = await post(unit, "/passkey-registration");
    const send = async (clerk: Clerk) =>
      (await post(clerk, "/passkeys", { name: "钥匙", response: desk.key.create(json) })).status;
    expect(await send(other)).toBe(422);
    expect([await send(unit), await send(unit)]).toEqual([201, 422]);
    const late = await post(unit, "/passkey-registration");
    t.clock.advance(5 * MINUTE);
    const tooLate = await post(unit, "/passkeys", { name: "钥匙", response: desk.key.create(late.json) });
    expect(tooLate.status).toBe(422);
  });

  it("ends at ten", async () => {
    for (let count = 0; count < 10; count++) expect((await register(desk)).status).toBe(201);
    expect((await register(desk)).json.code).toBe("passkeys_full");
  });

  it("is not offered where browsers know no passkeys", async () => {
    const app = createApi({
      db: t.db,
      now: t.clock.now,
      keyring: TEST_KEYRING,
      version: "test",
      origin: "http://10.0.0.8",
    });
    const answer = await app.request("/api/session/passkey-options", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: "{}",
    });
    expect(answer.status).toBe(409);
    const near = await t.app.request("http://127.0.0.1/api/session/passkey-options", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: "{}",
    });
    expect([near.status, ((await near.json()) as { code: string }).code]).toEqual([409, "passkey_unavailable"]);
  });

  it("is of the site that SITE_URL names, whatever the request calls it", async () => {
    const site = "https://huiyin.example.gov.cn";
    const app = createApi({ db: t.db, now: t.clock.now, keyring: TEST_KEYRING, version: "test", origin: site });
    const answer = await app.request("https://evil.example/api/session/passkey-options", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: "{}",
    });
    expect(await answer.json()).toMatchObject({ rpId: "huiyin.example.gov.cn", userVerification: "required" });
  });
});
