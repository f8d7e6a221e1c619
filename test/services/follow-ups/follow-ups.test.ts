import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, it } from "vitest";
import { listPublicFollowUps } from "#db/reads/public.ts";
import { actors } from "#db/schema/actors.ts";
import { richTextOf } from "#domain/reply/rich-text.ts";
import { approveFollowUp } from "#services/follow-ups/approve.ts";
import { draftFollowUp } from "#services/follow-ups/draft.ts";
import { openSupplement } from "#services/follow-ups/open-supplement.ts";
import { publishFollowUp } from "#services/follow-ups/publish.ts";
import { readFollowUps } from "#services/follow-ups/read-follow-ups.ts";
import { recordFirstOutcome } from "#services/follow-ups/record-first-outcome.ts";
import { returnFollowUp } from "#services/follow-ups/return.ts";
import { submitFollowUp } from "#services/follow-ups/submit.ts";
import { approveReply } from "#services/replies/approve.ts";
import { finaliseReply } from "#services/replies/finalise.ts";
import { publishReply } from "#services/replies/publish.ts";
import { proposeReply } from "#services/replies/propose.ts";
import { submitReply } from "#services/replies/submit.ts";
import { writeTransaction } from "#db/transaction.ts";
import { advanceReply } from "#test/support/advance-reply.ts";
import { cleanDraft } from "#test/support/letter.ts";
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

it("whoever ever wrote in it neither sends, approves nor publishes it, whoever wrote last", async () => {
  await t.close();
  t = await openOffice({ ...RULES, unitSignOff: true });
  const third = t.contextOf((await t.keyFor("unit", "jiaoti")).actor);
  await advanceReply(ID, "drafted", t, cleanDraft(ID, "B"));
  await proposeReply(t.unit, await t.ref());
  await submitReply(t.colleague, await t.ref());
  await approveReply(t.office, await t.ref());
  await finaliseReply(t.office, await t.ref());
  await publishReply(t.office, await t.ref());
  await draftFollowUp(t.unit, await t.ref(), STILL);
  await draftFollowUp(t.colleague, await t.ref(), STILL);
  expect(await codeOf(submitFollowUp(t.unit, await t.ref()))).toBe("needs_signer");
  await submitFollowUp(third, await t.ref());
  // Somebody of the unit who moved to the office.
  const moved = { ...t.unit, actor: { ...t.unit.actor, role: "office" as const, unitCode: null } };
  expect(await codeOf(approveFollowUp(moved, await t.ref(), { nextDueOn: "2027-06-30" }))).toBe(
    "follow_up_needs_second_person",
  );
  await approveFollowUp(t.office, await t.ref(), { nextDueOn: "2027-06-30" });
  t.clock.advance(60_000);
  for (const who of [t.unit, t.colleague, third])
    expect(await codeOf(publishFollowUp(who, await t.ref()))).toBe("follow_up_needs_second_person");
  // What they write in the next one is none of this one's.
  await draftFollowUp(t.unit, await t.ref(), STILL);
  await publishFollowUp(t.contextOf((await t.keyFor("unit", "jiaoti")).actor), await t.ref());
});

it("a writer of the follow-up before is none of this one", async () => {
  await t.close();
  t = await openOffice({ ...RULES, unitSignOff: true });
  await advanceReply(ID, "drafted", t, cleanDraft(ID, "B"));
  await proposeReply(t.unit, await t.ref());
  await submitReply(t.colleague, await t.ref());
  await approveReply(t.office, await t.ref());
  await finaliseReply(t.office, await t.ref());
  await draftFollowUp(t.unit, await t.ref(), STILL);
  await submitFollowUp(t.colleague, await t.ref());
  t.clock.advance(1);
  await approveFollowUp(t.office, await t.ref(), { nextDueOn: "2027-06-30" });
  t.clock.advance(1);
  await draftFollowUp(t.colleague, await t.ref(), STILL);
  await submitFollowUp(t.unit, await t.ref());
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

it("sent back with a reason that the unit reads, it may be mended and submitted anew", async () => {
  await submitted();
  expect(await codeOf(returnFollowUp(t.unit, await t.ref(), { reason: "请补充" }))).toBe("forbidden");
  await returnFollowUp(t.office, await t.ref(), { reason: "请补充竣工时间" });
  expect(await codeOf(approveFollowUp(t.office, await t.ref(), NO_DATE))).toBe("wrong_state");
  expect(await codeOf(returnFollowUp(t.office, await t.ref(), { reason: "请补充" }))).toBe("wrong_state");
  const file = await readFollowUps(t.unit, ID);
  expect(file.followUps).toMatchObject([{ submittedBy: null, repliedOn: null }]);
  expect(file.returns).toMatchObject([{ number: 1, seq: 1, reason: "请补充竣工时间", returnedBy: t.office.actor.id }]);
  await submitFollowUp(t.unit, await t.ref());
  await returnFollowUp(t.office2, await t.ref(), { reason: "请附验收报告" });
  expect((await readFollowUps(t.unit, ID)).returns.map(({ seq }) => seq)).toEqual([1, 2]);
  expect(await codeOf(readFollowUps(t.other, ID))).toBe("not_found");
});

it("补充答复: a unit adds to an answer that owes nothing, once it is out and one at a time", async () => {
  await advance(t, "approved", "A");
  expect(await codeOf(openSupplement(t.unit, await t.ref(), { dueOn: null }))).toBe("not_answered_yet");
  await finaliseReply(t.office, await t.ref());
  const yesterday = openSupplement(t.unit, await t.ref(), { dueOn: "2026-06-14" });
  await expect(yesterday).rejects.toMatchObject({ fields: [{ path: "dueOn" }] });
  expect(await openSupplement(t.unit, await t.ref(), { dueOn: "2026-06-15" })).toBe(1);
  expect(await codeOf(openSupplement(t.unit, await t.ref(), { dueOn: null }))).toBe("follow_up_open");
  await draftFollowUp(t.unit, await t.ref(), { ...SOLVED, evidence: null });
  await submitFollowUp(t.unit, await t.ref());
  await approveFollowUp(t.office, await t.ref(), NO_DATE);
  const { followUps, outcomes } = await readFollowUps(t.unit, ID);
  expect(followUps).toMatchObject([{ number: 1, kind: "supplementary", repliedOn: "2026-06-15" }]);
  expect(outcomes).toMatchObject([{ seq: 1, classCode: "A" }]);
  expect(await openSupplement(t.unit, await t.ref(), { dueOn: null })).toBe(2);
});

it("a 补充答复 that is not out yet is not told to the public", async () => {
  await advance(t, "published", "A");
  await openSupplement(t.unit, await t.ref(), { dueOn: "2026-09-30" });
  const read = async () => await listPublicFollowUps(t.db, ["2026-jianyi-40"]);
  expect(await read()).toEqual([]);
  await draftFollowUp(t.unit, await t.ref(), { ...SOLVED, evidence: null });
  await submitFollowUp(t.unit, await t.ref());
  await approveFollowUp(t.office, await t.ref(), NO_DATE);
  expect(await read()).toEqual([]);
  await publishFollowUp(t.office, await t.ref());
  expect(await read()).toMatchObject([{ number: 1, repliedOn: "2026-06-15" }]);
});

it("单位审签: a follow-up is sent by another than its author, unless the unit has but one person", async () => {
  await t.close();
  t = await openOffice({ ...RULES, unitSignOff: true });
  const hands = { unit: t.unit, office: t.office };
  await advanceReply(ID, "drafted", hands, cleanDraft(ID, "B"));
  await proposeReply(t.unit, await t.ref());
  await submitReply(t.colleague, await t.ref());
  await approveReply(t.office, await t.ref());
  await finaliseReply(t.office, await t.ref());
  await draftFollowUp(t.unit, await t.ref(), SOLVED);
  expect(await codeOf(submitFollowUp(t.unit, await t.ref()))).toBe("needs_signer");
  const handler = { ...t.colleague, actor: { ...t.colleague.actor, duty: "handler" as const } };
  expect(await codeOf(submitFollowUp(handler, await t.ref()))).toBe("needs_signer_duty");
  const disabledAt = "2026-06-15T00:00:00.000Z";
  await t.db.update(actors).set({ disabledAt }).where(eq(actors.id, t.colleague.actor.id));
  await submitFollowUp(t.unit, await t.ref());
  expect((await readFollowUps(t.unit, ID)).followUps).toMatchObject([
    { draftedBy: t.unit.actor.id, submittedBy: t.unit.actor.id },
  ]);
});
