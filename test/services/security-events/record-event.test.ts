import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { securityEvents } from "#db/schema/accounts.ts";
import { writeTransaction } from "#db/transaction.ts";
import { KEEP_EVENTS, ROWS_OF_ACTOR, ROWS_OF_STRANGERS } from "#domain/account/security-event.ts";
import { listOwnEvents, listSecurityEvents } from "#services/security-events/list-events.ts";
import type { SecurityEvent } from "#services/security-events/record-event.ts";
import { recordSecurityEvent } from "#services/security-events/record-event.ts";
import { Forbidden } from "#services/errors.ts";
import type { TestApp } from "#test/support/app.ts";
import { openTestApp } from "#test/support/app.ts";

const HOUR = 3_600_000;
let t: TestApp;
beforeEach(async () => {
  t = await openTestApp();
});
afterEach(async () => await t.close());

const record = async (...events: SecurityEvent[]) =>
  await writeTransaction(t.db, async (tx) => {
    for (const event of events) await recordSecurityEvent(tx, t.system, event);
  });
const rows = async () => await t.db.select().from(securityEvents);

describe("what is alike within an hour", () => {
  it("is one row with its count, its first and its last time", async () => {
    const event = { kind: "role_refused", actorId: "a", network: "203.0.113.7", target: "GET /api/audit" } as const;
    await record(event);
    t.clock.advance(HOUR - 1);
    await record({ ...event, count: 3 });
    expect(await rows()).toMatchObject([
      { hour: "2026-06-15T01", count: 4, firstAt: "2026-06-15T01:00:00.000Z", lastAt: "2026-06-15T01:59:59.999Z" },
    ]);
    t.clock.advance(1);
    await record(event);
    expect((await rows()).map(({ hour, count }) => [hour, count])).toEqual([
      ["2026-06-15T01", 4],
      ["2026-06-15T02", 1],
    ]);
  });

  it("is not what another did, or elsewhere, or to something else", async () => {
    const event = { kind: "role_refused", actorId: "a", network: "n", target: "t" } as const;
    const others: SecurityEvent[] = [
      { ...event, kind: "scope_refused" },
      { ...event, actorId: "b" },
      { ...event, network: "m" },
      { ...event, target: "u" },
      { ...event, actorId: undefined },
    ];
    await record(event, ...others);
    expect((await rows()).map(({ count }) => count)).toEqual([1, 1, 1, 1, 1, 1]);
  });
});

describe("a flood", () => {
  it.each([
    ["one person", "a", ROWS_OF_ACTOR],
    ["strangers", undefined, ROWS_OF_STRANGERS],
  ])("of %s is so many rows an hour and one that counts the rest", async (_, actorId, limit) => {
    const events = Array.from({ length: limit + 20 }, (_unused, index) => ({
      kind: "not_found_or_not_yours" as const,
      actorId,
      target: `GET /api/replies/${index}`,
    }));
    await record(...events);
    const found = await rows();
    expect([found.length, found.at(-1)]).toEqual([limit + 1, expect.objectContaining({ target: "", count: 20 })]);
    t.clock.advance(HOUR);
    await record({ kind: "role_refused", actorId, target: "GET /x" });
    expect((await rows()).at(-1)?.target).toBe("GET /x");
  });

  it("keeps no more of an address than it needs", async () => {
    await record({ kind: "role_refused", actorId: "a", target: `GET /${"长".repeat(500)}` });
    expect((await rows())[0]?.target).toHaveLength(200);
  });
});

it("is kept for a year, more than the six months of the law, and forgotten after", async () => {
  await record({ kind: "sign_in", actorId: "a" });
  t.clock.advance(KEEP_EVENTS);
  await record({ kind: "sign_in", actorId: "b" });
  expect((await rows()).map(({ actorId }) => actorId)).toEqual(["a", "b"]);
  t.clock.advance(HOUR);
  await record({ kind: "sign_in", actorId: "c" });
  expect((await rows()).map(({ actorId }) => actorId)).toEqual(["b", "c"]);
});

it("is read page by page, latest first, by administrators and supervisors; one's own by everyone", async () => {
  const [admin, supervisor, office] = [await t.keyFor("admin"), await t.keyFor("supervisor"), await t.keyFor("office")];
  await record(...["a", "b", office.actor.id].map((actorId) => ({ kind: "sign_in" as const, actorId })));
  await record({ kind: "cross_site" });
  for (const { actor } of [admin, supervisor]) {
    const ctx = t.contextOf(actor);
    const first = await listSecurityEvents(ctx, { limit: 3 });
    const second = await listSecurityEvents(ctx, { limit: 3, cursor: first.nextCursor ?? "" });
    expect([first.total, first.items.map(({ kind }) => kind), second.items.map(({ actorId }) => actorId)]).toEqual([
      4,
      ["cross_site", "sign_in", "sign_in"],
      ["a"],
    ]);
    expect((await listSecurityEvents(ctx, { limit: 3, kind: "cross_site", actor: "a" })).total).toBe(0);
  }
  const ctx = t.contextOf(office.actor);
  await expect(listSecurityEvents(ctx, { limit: 3 })).rejects.toThrow(Forbidden);
  expect((await listOwnEvents(ctx, { limit: 3 })).items.map(({ actorName }) => actorName)).toEqual([office.actor.name]);
});
