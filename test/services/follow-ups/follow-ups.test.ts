import { afterEach, beforeEach, expect, it } from "vitest";
import { richTextOf } from "#domain/reply/rich-text.ts";
import { approveFollowUp } from "#services/follow-ups/approve.ts";
import { draftFollowUp } from "#services/follow-ups/draft.ts";
import { publishFollowUp } from "#services/follow-ups/publish.ts";
import { readFollowUps } from "#services/follow-ups/read-follow-ups.ts";
import { recordFirstOutcome } from "#services/follow-ups/record-first-outcome.ts";
import { submitFollowUp } from "#services/follow-ups/submit.ts";
import { writeTransaction } from "#db/transaction.ts";
import type { Office } from "#test/support/office.ts";
import { ID, RULES, advance, codeOf, listActions, openOffice } from "#test/support/office.ts";

const BODY = richTextOf(["新增公办幼儿园学位一千个，现已全部投入使用。"]);
const SOLVED = { body: BODY, classCode: "A", evidence: "教育局竣工验收报告，学位已登记入册" };
const STILL = { body: BODY, classCode: "B", evidence: null };
const NO_DATE = { nextDueOn: null };

let t: Office;
beforeEach(async () => {
  t = await openOffice(RULES);
});
afterEach(async () => await t.close());

const submitted = async (words: Parameters<typeof draftFollowUp>[2] = SOLVED) => {
  await advance(t, "published", "B");
  await draftFollowUp(t.unit, await t.ref(), words);
  await submitFollowUp(t.unit, await t.ref());
};

it("a class that promises opens a follow-up; one that does not opens none", async () => {
  await advance(t, "final", "B");
  expect((await readFollowUps(t.unit, ID)).followUps).toMatchObject([
    { number: 1, dueOn: "2026-12-31", repliedOn: null },
  ]);
  await t.close();
  t = await openOffice(RULES);
  await advance(t, "final", "A");
  expect(await codeOf(draftFollowUp(t.unit, await t.ref(), SOLVED))).toBe("follow_up_not_open");
});

it("drafted, submitted, approved by another, published: the class changes with its evidence", async () => {
  await submitted();
  await approveFollowUp(t.office, await t.ref(), NO_DATE);
  await publishFollowUp(t.office, await t.ref());
  const { followUps, outcomes } = await readFollowUps(t.unit, ID);
  expect(followUps).toMatchObject([
    { number: 1, repliedOn: "2026-06-15", publishedAt: "2026-06-15 09:00", classCode: "A" },
  ]);
  expect(outcomes).toMatchObject([
    { seq: 1, classCode: "B", source: "reply", followUp: null },
    {
      seq: 2,
      classCode: "A",
      source: "follow_up",
      followUp: 1,
      evidence: SOLVED.evidence,
      approvedBy: t.office.actor.id,
    },
  ]);
  expect((await listActions(t)).filter((action) => action.startsWith("follow_up."))).toEqual([
    "follow_up.draft",
    "follow_up.submit",
    "follow_up.approve",
    "follow_up.publish",
  ]);
});

it("a class that stays needs no evidence, adds no outcome, and opens the next follow-up with a date to come", async () => {
  await submitted(STILL);
  await approveFollowUp(t.office, await t.ref(), { nextDueOn: "2027-06-30" });
  const { followUps, outcomes } = await readFollowUps(t.unit, ID);
  expect(followUps.map(({ number, dueOn }) => [number, dueOn])).toEqual([
    [1, "2026-12-31"],
    [2, "2027-06-30"],
  ]);
  expect(outcomes.map(({ classCode }) => classCode)).toEqual(["B"]);
});

it("the year's date is taken where none is given, while it is still to come", async () => {
  await submitted(STILL);
  const before = { ...(await t.ref()) };
  await expect(approveFollowUp(t.office, before, { nextDueOn: "2026-06-15" })).rejects.toMatchObject({
    fields: [{ path: "nextDueOn" }],
  });
  t.clock.set("2026-12-31T01:00:00.000Z");
  expect(await codeOf(approveFollowUp(t.office, before, NO_DATE))).toBe("next_due_missing");
  t.clock.set("2026-12-30T01:00:00.000Z");
  await approveFollowUp(t.office, before, NO_DATE);
  expect((await readFollowUps(t.unit, ID)).followUps.at(-1)).toMatchObject({ number: 2, dueOn: "2026-12-31" });
});

it.each([
  ["without words", { ...SOLVED, body: richTextOf([]) }, "follow_up_incomplete"],
  ["without class", { ...SOLVED, classCode: null }, "follow_up_incomplete"],
  ["without evidence for a new class", { ...SOLVED, evidence: null }, "evidence_missing"],
  ["with a personal number", { ...SOLVED, body: richTextOf(["请致电住户手机号码13912345678核实。"]) }, "gate_blocked"],
])("%s it is not submitted", async (_, words, code) => {
  await advance(t, "published", "B");
  await draftFollowUp(t.unit, await t.ref(), words);
  expect(await codeOf(submitFollowUp(t.unit, await t.ref()))).toBe(code);
});

it("a class of another scheme is refused", async () => {
  await advance(t, "published", "B");
  await expect(draftFollowUp(t.unit, await t.ref(), { ...SOLVED, classCode: "甲" })).rejects.toMatchObject({
    fields: [{ path: "classCode" }],
  });
});

it("an edit after the submission voids it", async () => {
  await submitted();
  await draftFollowUp(t.colleague, await t.ref(), SOLVED);
  expect(await codeOf(approveFollowUp(t.office, await t.ref(), NO_DATE))).toBe("wrong_state");
});

it("what is withheld has no public follow-up, and the submitter publishes none", async () => {
  await advance(t, "final", "B");
  await draftFollowUp(t.unit, await t.ref(), SOLVED);
  await submitFollowUp(t.unit, await t.ref());
  expect(await codeOf(publishFollowUp(t.office, await t.ref()))).toBe("follow_up_not_open");
  await approveFollowUp(t.office, await t.ref(), NO_DATE);
  expect(await codeOf(publishFollowUp(t.office, await t.ref()))).toBe("reply_not_public");
  await t.close();
  t = await openOffice(RULES);
  await submitted();
  await approveFollowUp(t.office, await t.ref(), NO_DATE);
  expect(await codeOf(publishFollowUp(t.unit, await t.ref()))).toBe("follow_up_needs_second_person");
  await publishFollowUp(t.colleague, await t.ref());
  expect(await codeOf(publishFollowUp(t.office, await t.ref()))).toBe("follow_up_not_open");
});

it("the first outcome is recorded once", async () => {
  await advance(t, "drafted");
  const first = { assignmentId: ID, classCode: "B", decidedOn: "2026-06-15", approvedBy: t.office.actor.id };
  await writeTransaction(t.db, async (tx) => {
    await recordFirstOutcome(tx, first);
    await recordFirstOutcome(tx, { ...first, classCode: "A" });
  });
  expect((await readFollowUps(t.unit, ID)).outcomes).toMatchObject([{ seq: 1, classCode: "B", source: "reply" }]);
});

it("each by its role, its unit and the version that it saw", async () => {
  await submitted();
  expect(await codeOf(draftFollowUp(t.office, await t.ref(), SOLVED))).toBe("forbidden");
  expect(await codeOf(draftFollowUp(t.supervisor, await t.ref(), SOLVED))).toBe("forbidden");
  expect(await codeOf(submitFollowUp(t.supervisor, await t.ref()))).toBe("forbidden");
  expect(await codeOf(approveFollowUp(t.supervisor, await t.ref(), NO_DATE))).toBe("forbidden");
  expect(await codeOf(approveFollowUp(t.unit, await t.ref(), NO_DATE))).toBe("forbidden");
  expect(await codeOf(publishFollowUp(t.supervisor, await t.ref()))).toBe("forbidden");
  expect(await codeOf(submitFollowUp(t.other, await t.ref()))).toBe("not_found");
  expect(await codeOf(readFollowUps(t.other, ID))).toBe("not_found");
  expect(await codeOf(approveFollowUp(t.office, { id: ID, version: 1 }, NO_DATE))).toBe("stale");
});
