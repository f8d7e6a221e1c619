import { afterEach, beforeEach, expect, it } from "vitest";
import { feedbackRounds } from "#db/schema/aftercare.ts";
import { jointOpinions, objections } from "#db/schema/handling.ts";
import { approveReply } from "#services/replies/approve.ts";
import { finaliseReply } from "#services/replies/finalise.ts";
import { returnReply } from "#services/replies/return.ts";
import { submitReply } from "#services/replies/submit.ts";
import { ReminderInput, sendReminder } from "#services/supervision/send-reminder.ts";
import { readSupervision } from "#services/supervision/unit-sheets.ts";
import { draftFollowUp } from "#services/follow-ups/draft.ts";
import { submitFollowUp } from "#services/follow-ups/submit.ts";
import { approveFollowUp } from "#services/follow-ups/approve.ts";
import { richTextOf } from "#domain/reply/rich-text.ts";
import type { Office } from "#test/support/office.ts";
import { ID, RULES, advance, codeOf, openOffice } from "#test/support/office.ts";

let t: Office;
beforeEach(async () => {
  t = await openOffice({ ...RULES, deadlines: { ...RULES.deadlines, sign: { amount: 5, unit: "workday" } } });
});
afterEach(async () => await t.close());

const countsOf = async (code: string, who = t.office) => {
  const { units } = await readSupervision(who, "2026");
  const rates = units.find(({ unit }) => unit.code === code)?.rates ?? [];
  return Object.fromEntries(rates.map(({ key, numerator, base }) => [key, `${numerator}/${base}`]));
};

it("at the start everything is a count of nothing, and bases of zero have no percentage", async () => {
  expect(await countsOf("jiaoti")).toEqual({
    signed: "0/3",
    signed_on_time: "0/3",
    objected: "0/3",
    opinions_on_time: "0/0",
    replied: "0/2",
    // 提案 7 is due on 31 July, 建议 40 on 30 June: neither is ripe on 15 June. The law's three months are over.
    replied_on_time: "0/0",
    replied_within_law: "0/2",
    returned: "0/0",
    reminded: "0/3",
    dissatisfied: "0/0",
    follow_ups_on_time: "0/0",
    commitments_on_time: "0/0",
  });
  const { units } = await readSupervision(t.office, "2026");
  expect(
    units
      .flatMap(({ rates }) => rates)
      .filter(({ base }) => base === 0)
      .every(({ percent }) => percent === null),
  ).toBe(true);
});

it("counts what was done, hand by hand", async () => {
  await advance(t, "submitted", "B");
  await returnReply(t.office, await t.ref(), { reason: "请补充时限" });
  await submitReply(t.unit, await t.ref());
  await approveReply(t.office, await t.ref());
  await finaliseReply(t.office, await t.ref());
  const reminder = { assignmentId: ID, clock: "reply_legal", channel: "phone", text: "请尽快答复" };
  await sendReminder(t.office, ReminderInput.parse(reminder));
  await sendReminder(t.office, ReminderInput.parse(reminder));
  const raised = { assignmentId: "2026-tian-7.jiaoti", reason: "不属本单位职责", raisedBy: t.unit.actor.id };
  await t.db.insert(objections).values({ ...raised, seq: 1, kind: "objection", raisedAt: "2026-03-02" });
  await t.db.insert(objections).values({ ...raised, seq: 2, kind: "comment", raisedAt: "2026-03-01" });
  const asked = {
    assignmentId: "2026-jianyi-39.jiaoti",
    askedBy: t.office.actor.id,
    askedAt: "2026-03-01T01:00:00.000Z",
  };
  await t.db.insert(jointOpinions).values({
    ...asked,
    state: "given",
    dueOn: "2026-03-28",
    // Still the 28th in Shanghai.
    givenAt: "2026-03-28T15:59:00.000Z",
    body: richTextOf(["同意"]),
  });
  const filed = { assignmentId: ID, askedAt: "2026-06-01", filedAt: "2026-06-02" };
  await t.db.insert(feedbackRounds).values([
    { ...filed, round: 1, answers: { attitude: "satisfied", result: "dissatisfied" } },
    { ...filed, round: 2, answers: { attitude: "satisfied", result: "satisfied" } },
  ]);
  await draftFollowUp(t.unit, await t.ref(), {
    body: richTextOf(["已全部建成并投入使用。"]),
    classCode: "A",
    evidence: "竣工验收报告",
  });
  await submitFollowUp(t.unit, await t.ref());
  await approveFollowUp(t.office, await t.ref(), { nextDueOn: null });
  expect(await countsOf("jiaoti")).toEqual({
    signed: "1/3",
    // Signed on 15 June, due on 6 March.
    signed_on_time: "0/3",
    objected: "1/3",
    opinions_on_time: "1/1",
    replied: "1/2",
    replied_on_time: "1/1",
    replied_within_law: "0/2",
    returned: "1/1",
    reminded: "2/3",
    // The last round stands.
    dissatisfied: "0/1",
    follow_ups_on_time: "1/1",
    commitments_on_time: "0/0",
  });
  const { conversion } = await readSupervision(t.supervisor, "2026");
  expect(conversion.map(({ kind, rate }) => [kind, `${rate.numerator}/${rate.base}`])).toEqual([
    ["suggestion", "1/1"],
    ["proposal", "0/0"],
  ]);
});

it("a unit reads its own sheet and none of the city's figures; a year that is not there is not found", async () => {
  const { units, conversion } = await readSupervision(t.unit, "2026");
  expect(units.map(({ unit }) => unit.code)).toEqual(["jiaoti"]);
  expect(conversion).toEqual([]);
  expect(await codeOf(readSupervision(t.office, "1999"))).toBe("not_found");
});
