import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, it } from "vitest";
import { audit } from "#db/schema/operations.ts";
import type { Context } from "#services/context.ts";
import { advanceReply } from "#test/support/advance-reply.ts";
import type { TestApp } from "#test/support/app.ts";
import { openTestApp } from "#test/support/app.ts";
import type { Clerk } from "#test/support/browser-session.ts";
import { makeClerk } from "#test/support/browser-session.ts";

const ID = "2026-jianyi-40.jiaoti";
const MINUTE = 60_000;

let t: TestApp;
let office: Clerk;
let version: number;
beforeEach(async () => {
  t = await openTestApp();
  office = await makeClerk(t, { login: "office.li", name: "李文书", role: "office" });
  const [writer, checker] = [await t.keyFor("unit", "jiaoti"), await t.keyFor("office")];
  const hands: { unit: Context; office: Context } = {
    unit: t.contextOf(writer.actor),
    office: t.contextOf(checker.actor),
  };
  version = await advanceReply(ID, "final", hands);
});
afterEach(async () => await t.close());

const publish = async ({ ask }: Pick<Clerk, "ask">, key: string) =>
  await ask(`/api/replies/${ID}/publish`, {
    method: "POST",
    headers: { "If-Match": `"v${version}"`, "Idempotency-Key": key },
  });
const stepUp = async (code: string) => await office.ask("/api/session/step-up", { method: "POST", body: { code } });

it("publishing asks for a code of the last five minutes; the token is a new one then", async () => {
  t.clock.advance(5 * MINUTE);
  const refused = await publish(office, "a");
  expect([refused.status, refused.json.code]).toEqual([403, "step_up_needed"]);
  const before = office.cookie();
  expect((await stepUp(office.code())).json).toMatchObject({ steppedUpUntil: "2026-06-15T01:10:00.000Z" });
  expect(office.cookie()).not.toBe(before);
  t.clock.advance(5 * MINUTE - 1);
  expect((await publish(office, "a")).status).toBe(200);
  expect(await t.db.$count(audit, eq(audit.action, "session.step_up"))).toBe(1);
});

it("the token from before opens nothing", async () => {
  t.clock.advance(MINUTE);
  const before = office.cookie();
  await stepUp(office.code());
  office.setCookie(before);
  expect((await office.ask("/api/me")).status).toBe(401);
});

it("signing in with a code counts as one", async () => {
  expect((await publish(office, "a")).status).toBe(200);
});

it("a code that was used or is wrong steps nobody up", async () => {
  t.clock.advance(5 * MINUTE);
  expect((await stepUp("000000")).json.code).toBe("code_refused");
  expect((await stepUp(office.code())).status).toBe(200);
  expect((await stepUp(office.code())).json.code).toBe("code_refused");
});

it("it does not put off the end of the session", async () => {
  const { json } = await office.ask("/api/session");
  t.clock.advance(20 * MINUTE);
  expect((await stepUp(office.code())).json.expiresAt).toBe(json.expiresAt);
});

it("who enrolled no second factor does not publish from a browser", async () => {
  const plain = await makeClerk(
    t,
    { login: "jt.sun", name: "孙审签", role: "unit", unit: "jiaoti" },
    { factor: false },
  );
  expect((await publish(plain, "b")).json.code).toBe("step_up_needed");
  const answer = await plain.ask("/api/session/step-up", { method: "POST", body: { code: "123456" } });
  expect([answer.status, answer.json.code]).toEqual([403, "second_factor_missing"]);
});
