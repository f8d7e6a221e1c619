import { afterEach, beforeEach, expect, it } from "vitest";
import { listClosings } from "#db/reads/closings.ts";
import { closeAssignment } from "#services/assignments/close.ts";
import { askFeedback } from "#services/feedback/ask.ts";
import { recordFeedback } from "#services/feedback/record.ts";
import { readReply } from "#services/replies/read-reply.ts";
import type { Office } from "#test/support/office.ts";
import { ID, RULES, advance, codeOf, listActions, openOffice } from "#test/support/office.ts";

let t: Office;
beforeEach(async () => {
  t = await openOffice({ ...RULES, feedback: { ...RULES.feedback, required: true } });
});
afterEach(async () => await t.close());

const reason = "委员长期在外，两次去函未回";
const close = async (why: string | null = null) => await closeAssignment(t.office, await t.ref(), { reason: why });
const ask = async () => await askFeedback(t.office, await t.ref());
const file = async (result: string) =>
  await recordFeedback(t.office, await t.ref(), {
    answers: { attitude: "satisfied", result },
    comment: "路灯还没有亮",
    consent: "yes",
  });
const stateOf = async () => (await readReply(t.office, ID)).assignment.state;

it("waits for the answer", async () => {
  await advance(t, "approved");
  expect(await codeOf(close(reason))).toBe("wrong_state");
});

it("is closed with the form, or with a reason that stays on file", async () => {
  await advance(t, "final");
  expect(await codeOf(close())).toBe("feedback_unsettled");
  await ask();
  expect(await codeOf(close())).toBe("feedback_unsettled");
  await close(reason);
  expect(await stateOf()).toBe("closed");
  expect(await codeOf(close(reason))).toBe("wrong_state");
  expect(await listClosings(t.db, ID)).toMatchObject([{ seq: 1, reason, closedBy: t.office.actor.id }]);
});

it("不满意 opens it again, and it may be closed once more", async () => {
  await advance(t, "final");
  await ask();
  await close(reason);
  await file("dissatisfied");
  expect(await stateOf()).toBe("handling");
  expect(await codeOf(close(reason))).toBe("wrong_state");
  expect((await listActions(t)).filter((action) => action === "assignment.close")).toHaveLength(1);
});

it("is the office's, and nobody's who only has a part in it", async () => {
  await advance(t, "final");
  for (const ctx of [t.unit, t.supervisor]) {
    expect(await codeOf(closeAssignment(ctx, await t.ref(), { reason }))).toBe("forbidden");
  }
  const joint = "2026-jianyi-39.jiaoti";
  expect(await codeOf(closeAssignment(t.office, await t.ref(joint), { reason }))).toBe("not_lead");
});
