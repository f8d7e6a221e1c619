import { eq, like } from "drizzle-orm";
import { afterEach, beforeEach, expect, it } from "vitest";
import { audit, releases } from "#db/schema/operations.ts";
import { idempotencyKeys } from "#db/schema/actors.ts";
import { advanceReply } from "#test/support/advance-reply.ts";
import type { Answer } from "#test/support/client.ts";
import { clientOf } from "#test/support/client.ts";
import { cleanDraft } from "#test/support/letter.ts";
import type { World } from "#test/support/world.ts";
import { makeWorld } from "#test/support/world.ts";

const RETURNED = "2026-jianyi-40.jiaoti";
const FRESH = "2026-tian-7.jiaoti";
const FIFTY = Array.from({ length: 50 }, (_, index) => index);

let world: World;
beforeEach(async () => {
  world = await makeWorld();
});
afterEach(async () => await world.close());

const countStatuses = (answers: readonly Answer[]) =>
  Object.fromEntries([...Map.groupBy(answers, ({ status }) => status)].map(([status, all]) => [status, all.length]));

const countAudit = async (action: string) => await world.db.$count(audit, eq(audit.action, action));

const leadToFinal = async () =>
  await advanceReply(FRESH, "final", {
    unit: world.contextOf(world.people.jiaoti.actor),
    office: world.contextOf(world.people.office.actor),
  });

it("of 50 edits with one ETag one is written and 49 are stale (T-C02)", async () => {
  const before = await countAudit("reply.draft");
  const ask = clientOf(world, world.people.jiaoti);
  const answers = await Promise.all(
    FIFTY.map(async (index) => {
      const draft = cleanDraft(RETURNED);
      const body = { ...draft, letter: { ...draft.letter, copyTo: `第${index}稿` } };
      return await ask(`/api/replies/${RETURNED}/draft`, { method: "PUT", headers: { "If-Match": '"v5"' }, body });
    }),
  );
  expect(countStatuses(answers)).toEqual({ 200: 1, 412: 49 });
  expect(await countAudit("reply.draft")).toBe(before + 1);
  const winner = answers.find(({ status }) => status === 200);
  const now = await ask(`/api/replies/${RETURNED}`);
  expect(now.json.edition.letter.copyTo).toBe(winner?.json.edition.letter.copyTo);
  expect(now.headers.get("etag")).toBe('"v6"');
});

it.each([
  ["with one key: the answer again, or still under way", () => "same", [200, 409]],
  ["with a key each: stale", (index: number) => `key-${index}`, [200, 412]],
] as const)("50 publishes %s; one publication, one audit row, one index number (T-C01)", async (_, keyOf, allowed) => {
  const version = await leadToFinal();
  const before = await countAudit("reply.publish");
  const ask = clientOf(world, world.people.office);
  const answers = await Promise.all(
    FIFTY.map(
      async (index) =>
        await ask(`/api/replies/${FRESH}/publish`, {
          method: "POST",
          headers: { "If-Match": `"v${version}"`, "Idempotency-Key": keyOf(index) },
        }),
    ),
  );
  expect(answers.every(({ status }) => (allowed as readonly number[]).includes(status))).toBe(true);
  const fresh = answers.filter(({ status, headers }) => status === 200 && !headers.has("idempotency-replayed"));
  expect(fresh).toHaveLength(1);
  expect(await countAudit("reply.publish")).toBe(before + 1);
  expect(await world.db.$count(releases)).toBe(1);
  for (const { text } of answers.filter(({ status }) => status === 200)) expect(text).toBe(fresh[0]?.text);
});

it("a lost answer is given again, whatever happened meanwhile (T-C05)", async () => {
  const version = await leadToFinal();
  const ask = clientOf(world, world.people.office);
  const path = `/api/replies/${FRESH}/publish`;
  const headers = { "If-Match": `"v${version}"`, "Idempotency-Key": "once" };
  const first = await ask(path, { method: "POST", headers });
  const again = await ask(path, { method: "POST", headers });
  expect([first.status, again.status]).toEqual([200, 200]);
  expect(again.text).toBe(first.text);
  expect(again.headers.get("etag")).toBe(first.headers.get("etag"));
  expect([first.headers.get("idempotency-replayed"), again.headers.get("idempotency-replayed")]).toEqual([
    null,
    "true",
  ]);
});

it("one key is one request: another content is refused, another person is free (T-C03)", async () => {
  const ask = (person: "office" | "office2") => clientOf(world, world.people[person]);
  const withdraw = { method: "POST", headers: { "Idempotency-Key": "k", "If-Match": '"v7"' } };
  const path = "/api/replies/2026-jianyi-39.zhujian/withdraw";
  expect((await ask("office")("/api/releases", { method: "POST", headers: { "Idempotency-Key": "k" } })).status).toBe(
    202,
  );
  const other = await ask("office")(path, { ...withdraw, body: { kind: "legal", reason: "依法撤回" } });
  expect([other.status, other.json.code]).toEqual([422, "idempotency_key_reused"]);
  const free = await ask("office2")(path, { ...withdraw, body: { kind: "legal", reason: "依法撤回" } });
  expect(free.status).toBe(200);
  const reworded = await ask("office2")(path, { ...withdraw, body: { kind: "legal", reason: "依法再撤回" } });
  expect([reworded.status, reworded.json.code]).toEqual([422, "idempotency_key_reused"]);
});

it("the order of fields is not the content", async () => {
  const ask = clientOf(world, world.people.office);
  const path = "/api/replies/2026-jianyi-39.zhujian/withdraw";
  const send = async (body: string) =>
    await ask(path, { method: "POST", headers: { "Idempotency-Key": "k", "If-Match": '"v7"' }, body });
  const first = await send('{"kind":"legal","reason":"依法撤回"}');
  const again = await send('{ "reason": "依法撤回", "kind": "legal" }');
  expect([first.status, again.status, again.text]).toEqual([200, 200, first.text]);
});

it("a refusal keeps no key: the same one may try again once the way is free", async () => {
  const ask = clientOf(world, world.people.office);
  const send = async () =>
    await ask(`/api/replies/${FRESH}/publish`, {
      method: "POST",
      headers: { "If-Match": '"v6"', "Idempotency-Key": "k" },
    });
  expect((await send()).status).toBe(409);
  await leadToFinal();
  expect((await send()).status).toBe(200);
});

it("keys are forgotten after 24 hours, not before", async () => {
  const ask = clientOf(world, world.people.office);
  const send = async (key: string) =>
    await ask("/api/releases", { method: "POST", headers: { "Idempotency-Key": key } });
  await send("k");
  world.clock.advance(24 * 3_600_000);
  expect((await send("k")).headers.get("idempotency-replayed")).toBe("true");
  world.clock.advance(1);
  expect((await send("k")).headers.get("idempotency-replayed")).toBeNull();
});

it("a claim whose process died is waited for, then free", async () => {
  const ask = clientOf(world, world.people.office);
  const send = async () => await ask("/api/releases", { method: "POST", headers: { "Idempotency-Key": "k" } });
  await send();
  await world.db.update(idempotencyKeys).set({ status: null, body: null }).where(like(idempotencyKeys.key, "k"));
  const waiting = await send();
  expect([waiting.status, waiting.json.code, waiting.headers.get("retry-after")]).toEqual([
    409,
    "request_underway",
    "2",
  ]);
  world.clock.advance(5 * 60_000 + 1);
  expect((await send()).status).toBe(202);
});
