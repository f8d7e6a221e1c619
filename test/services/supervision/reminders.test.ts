import { createServer } from "node:http";
import type { IncomingHttpHeaders, Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, it } from "vitest";
import { outbox } from "#db/schema/aftercare.ts";
import { unitPeople } from "#db/schema/handling.ts";
import { deliverOutbox, signOutbox } from "#services/supervision/deliver-outbox.ts";
import { listReminders, markRead } from "#services/supervision/read-reminders.ts";
import { ReminderInput, sendReminder } from "#services/supervision/send-reminder.ts";
import type { Office } from "#test/support/office.ts";
import { ID, codeOf, listActions, openOffice } from "#test/support/office.ts";

type Received = { readonly headers: IncomingHttpHeaders; readonly body: string };

let t: Office;
let server: Server;
let received: Received[];
/** What the gateway answers, one after another; 200 when the list is used up. */
let answers: number[];
beforeEach(async () => {
  t = await openOffice();
  received = [];
  answers = [];
  server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      received.push({ headers: request.headers, body });
      const status = answers.shift() ?? 200;
      response.writeHead(status, status === 302 ? { Location: "/elsewhere" } : {}).end("{}");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await t.close();
});

const gateway = () => ({
  url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`,
  secret: "correct horse battery staple",
  fetch: globalThis.fetch,
});
const reminder = (more: object = {}) =>
  ReminderInput.parse({ assignmentId: ID, clock: "sign", channel: "in_app", text: "请尽快签收", ...more });
const row = async () => await t.db.select().from(outbox).get();

it("a call is recorded with its result; nothing goes out", async () => {
  await sendReminder(t.office, reminder({ channel: "phone", result: "已答应今日签收" }));
  const { items } = await listReminders(t.unit, { limit: 10 });
  expect(items.map(({ reminder }) => reminder)).toMatchObject([
    { channel: "phone", result: "已答应今日签收", deadline: "sign" },
  ]);
  expect(await row()).toBeUndefined();
  expect((await listActions(t)).at(-1)).toBe("reminder.send");
});

it("only what a person did has a result", () => {
  expect(ReminderInput.safeParse({ ...reminder(), result: "已读" }).success).toBe(false);
});

it("a unit reads its own, and marks no other's", async () => {
  const id = await sendReminder(t.office, reminder());
  expect((await listReminders(t.other, { limit: 10 })).items).toEqual([]);
  expect((await listReminders(t.other, { limit: 10, unit: "jiaoti" })).total).toBe(0);
  expect(await markRead(t.other, { ids: [id] })).toBe(0);
  expect((await listReminders(t.unit, { limit: 10, unread: true })).total).toBe(1);
  expect(await markRead(t.unit, { ids: [id] })).toBe(1);
  expect(await markRead(t.unit, { ids: [id] })).toBe(0);
  expect((await listReminders(t.unit, { limit: 10, unread: true })).total).toBe(0);
  expect((await listActions(t)).at(-1)).toBe("reminder.read");
});

it("who only reads reminds nobody, and of what is not there nobody is reminded", async () => {
  expect(await codeOf(sendReminder(t.supervisor, reminder()))).toBe("forbidden");
  expect(await codeOf(sendReminder(t.unit, reminder()))).toBe("forbidden");
  expect(await codeOf(markRead(t.supervisor, { ids: ["x"] }))).toBe("forbidden");
  expect(await codeOf(sendReminder(t.office, reminder({ assignmentId: "none" })))).toBe("not_found");
});

it("a text message reaches the gateway signed, with those whom it is for, once", async () => {
  await t.db.insert(unitPeople).values([
    { id: "p1", unitCode: "jiaoti", duty: "liaison", name: "宫康", phone: "0890-6221099" },
    { id: "p2", unitCode: "jiaoti", duty: "liaison", name: "前任", phone: "0890-6221098", endedOn: "2026-01-01" },
    { id: "p3", unitCode: "jiaoti", duty: "leader", name: "分管", phone: "0890-6221097" },
  ]);
  const id = await sendReminder(t.office, reminder({ channel: "sms" }));
  expect(await deliverOutbox(t.system, gateway())).toEqual({ delivered: 1, retried: 0, failed: 0 });
  expect(await deliverOutbox(t.system, gateway())).toEqual({ delivered: 0, retried: 0, failed: 0 });
  expect(received).toHaveLength(1);
  const { headers, body } = received[0] ?? { headers: {}, body: "" };
  expect(JSON.parse(body)).toMatchObject({ id, channel: "sms", text: "请尽快签收", unit: { code: "jiaoti" } });
  expect(JSON.parse(body).recipients).toEqual([{ name: "宫康", phone: "0890-6221099" }]);
  expect(headers).toMatchObject({ "idempotency-key": id, "huiyin-topic": "reminder.sms" });
  const signature = signOutbox(gateway().secret, String(headers["huiyin-timestamp"]), id, body);
  expect(headers["huiyin-signature"]).toBe(`v1=${signature}`);
  expect(signOutbox("another", String(headers["huiyin-timestamp"]), id, body)).not.toBe(signature);
});

it("the signature is HMAC-SHA256 over timestamp, id and body", () => {
  // printf '%s' '2026.a.{}' | openssl dgst -sha256 -hmac key
  const known = "d086bbc93722336abdd6f2b87d28bb3a6ced4bc39d93a335c630f6180f607937";
  expect(signOutbox("key", "2026", "a", "{}")).toBe(known);
  expect(signOutbox("key", "2026", "b", "{}")).not.toBe(known);
});

it("what fails is tried again later and later, under the same id", async () => {
  await sendReminder(t.office, reminder({ channel: "email" }));
  answers = [503, 302];
  expect(await deliverOutbox(t.system, gateway())).toMatchObject({ retried: 1 });
  expect(await row()).toMatchObject({ attempts: 1, nextAt: "2026-06-15T01:01:00.000Z", lastError: "HTTP 503" });
  t.clock.advance(59_999);
  expect(await deliverOutbox(t.system, gateway())).toEqual({ delivered: 0, retried: 0, failed: 0 });
  t.clock.advance(1);
  // A redirect is not followed: the secret's owner is the address that was set.
  expect(await deliverOutbox(t.system, gateway())).toMatchObject({ retried: 1 });
  expect(await row()).toMatchObject({ attempts: 2, nextAt: "2026-06-15T01:03:00.000Z", lastError: "HTTP 302" });
  t.clock.advance(120_000);
  expect(await deliverOutbox(t.system, gateway())).toMatchObject({ delivered: 1 });
  expect(await row()).toMatchObject({ attempts: 3, lastError: null, failedAt: null });
  expect(new Set(received.map(({ headers }) => headers["idempotency-key"])).size).toBe(1);
});

it("a gateway that is away is tried ten times and then given up", async () => {
  await sendReminder(t.office, reminder({ channel: "sms" }));
  const away = gateway();
  await new Promise((resolve) => server.close(resolve));
  for (let attempt = 1; attempt <= 10; attempt++) {
    const counts = await deliverOutbox(t.system, away);
    expect(counts).toEqual({ delivered: 0, retried: attempt < 10 ? 1 : 0, failed: attempt < 10 ? 0 : 1 });
    t.clock.advance(24 * 60 * 60 * 1000);
  }
  expect(await row()).toMatchObject({ attempts: 10, deliveredAt: null, lastError: "unreachable" });
  expect((await row())?.failedAt).not.toBeNull();
  expect(await deliverOutbox(t.system, away)).toEqual({ delivered: 0, retried: 0, failed: 0 });
});
