import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { securityEvents } from "#db/schema/accounts.ts";
import { createApi } from "#functions/app.ts";
import { startStrangerLimit } from "#functions/http/note-refusal.ts";
import { createKey } from "#services/accounts/create-key.ts";
import type { TestApp, TestKey } from "#test/support/app.ts";
import { TEST_KEYRING, openTestApp } from "#test/support/app.ts";
import { clientOf } from "#test/support/client.ts";

const OTHERS = "/api/replies/2026-jianyi-39.zhujian";
let t: TestApp;
let gongan: TestKey;
beforeEach(async () => {
  t = await openTestApp();
  gongan = await t.keyFor("unit", "gongan");
});
afterEach(async () => await t.close());

const events = async () =>
  (await t.db.select().from(securityEvents)).map(({ kind, actorId, target, count }) => [kind, actorId, target, count]);

describe("a refusal is written down", () => {
  it("of what belongs to others, each try (T-A02)", async () => {
    const ask = clientOf(t, gongan);
    await ask(OTHERS);
    await ask(OTHERS);
    await ask(`${OTHERS}/submit`, { method: "POST", headers: { "If-Match": '"v1"' } });
    expect(await events()).toEqual([
      ["not_found_or_not_yours", gongan.actor.id, `GET ${OTHERS}`, 2],
      ["not_found_or_not_yours", gongan.actor.id, `POST ${OTHERS}/submit`, 1],
    ]);
  });

  it("of what the role or the key may not", async () => {
    await clientOf(t, gongan)("/api/accounts?limit=3");
    const narrow = await createKey(t.system, { role: "office", name: "程序", scopes: ["units:read"] });
    await clientOf(t, narrow)("/api/motions");
    expect(await events()).toEqual([
      ["role_refused", gongan.actor.id, "GET /api/accounts", 1],
      ["scope_refused", narrow.actor.id, "GET /api/motions", 1],
    ]);
  });

  it("of a stranger who shows something, and not below the resource", async () => {
    const ask = clientOf(t);
    await ask("/api/audit");
    expect(await events()).toEqual([]);
    await ask("/api/replies/x", { headers: { Authorization: "Bearer hy_x" } });
    await ask("/api/replies/x", { headers: { Cookie: "huiyin=stale" } });
    await ask("/api/feedback-forms/one-time-secret");
    await ask("/api/session", { method: "POST", headers: { Origin: "https://evil.example" } });
    expect(await events()).toEqual([
      ["credential_refused", "", "GET /api/replies", 2],
      ["not_found_or_not_yours", "", "GET /api/feedback-forms", 1],
      ["cross_site", "", "POST /api/session", 1],
    ]);
  });

  it("but no mistake, and nothing that was granted", async () => {
    const ask = clientOf(t, gongan);
    await ask("/api/me");
    await ask("/api/no-such-thing");
    await ask("/api/people", { method: "POST", body: {} });
    await ask("/api/me", { method: "POST" });
    expect(await events()).toEqual([]);
  });

  it("and changes no answer where it cannot be", async () => {
    const reports: unknown[] = [];
    const app = createApi({
      db: t.db,
      now: () => new Date(Number.NaN),
      keyring: TEST_KEYRING,
      version: "test",
      report: (error) => reports.push(error),
    });
    const answer = await app.request("/api/session", { method: "POST", headers: { Origin: "https://evil.example" } });
    expect([answer.status, reports.length]).toEqual([403, 1]);
  });
});

it("strangers write sixty times a minute, and the rest with the next", () => {
  const limit = startStrangerLimit();
  const counts = Array.from({ length: 100 }, () => limit(59_999));
  expect([counts.filter((count) => count === 1).length, counts.filter((count) => count === 0).length]).toEqual([
    60, 40,
  ]);
  expect([limit(60_000), limit(60_000)]).toEqual([41, 1]);
});
