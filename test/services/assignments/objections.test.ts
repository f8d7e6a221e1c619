import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { listParts, listReassignments } from "#db/reads/assignments.ts";
import { findOpinion } from "#db/reads/opinions.ts";
import { decideObjection } from "#services/assignments/decide-objection.ts";
import { objectAssignment } from "#services/assignments/object.ts";
import { readHandling } from "#services/assignments/read-handling.ts";
import { reassignAssignment } from "#services/assignments/reassign.ts";
import { removeJointUnit } from "#services/assignments/remove-joint-unit.ts";
import { signAssignment } from "#services/assignments/sign.ts";
import type { Context } from "#services/context.ts";
import { readMotionFile } from "#services/motions/read-motion-file.ts";
import { advanceReply } from "#test/support/advance-reply.ts";
import type { TestApp } from "#test/support/app.ts";
import { openTestApp } from "#test/support/app.ts";
import { assignmentOf, refOf } from "#test/support/handling.ts";
import { setClocks } from "#test/support/strict-rules.ts";

const LEAD = "2026-jianyi-39.zhujian";
const JOINT = "2026-jianyi-39.jiaoti";
const M39 = "2026-jianyi-39";
const reason = "职责已划转";

let t: TestApp;
let office: Context;
let units: Record<"zhujian" | "jiaoti" | "gongan", Context>;
beforeEach(async () => {
  t = await openTestApp();
  const unit = async (code: string) => t.contextOf((await t.keyFor("unit", code)).actor);
  office = t.contextOf((await t.keyFor("office")).actor);
  units = { zhujian: await unit("zhujian"), jiaoti: await unit("jiaoti"), gongan: await unit("gongan") };
  await setClocks(t);
  // Three days after 交办 on Saturday 02-28.
  t.clock.set("2026-03-03T02:00:00.000Z");
});
afterEach(async () => await t.close());

const object = async (ctx = units.zhujian, id = LEAD) =>
  await objectAssignment(ctx, await refOf(t, id), { reason: "不属于本单位职责", suggestedUnit: null });
const decide = async (decision: "upheld" | "refused", toUnit: string | null = null, id = LEAD) =>
  await decideObjection(office, await refOf(t, id), { decision, reason, toUnit });
const statesOf = async () => {
  const parts = await listParts(t.db, M39);
  return Object.fromEntries(parts.map((part) => [part.unitCode, `${part.role} ${part.state}`]));
};

describe("异议", () => {
  it("waits for the office; the office's own time runs", async () => {
    await object();
    const file = await readHandling(units.zhujian, LEAD);
    expect(file.assignment.state).toBe("objected");
    expect(file.objections).toMatchObject([{ kind: "objection", decision: null, decideBy: "2026-03-10" }]);
    await expect(signAssignment(units.zhujian, await refOf(t, LEAD))).rejects.toMatchObject({ code: "wrong_state" });
    await expect(object()).rejects.toMatchObject({ code: "wrong_state" });
  });

  it("is taken on the fifth working day and not on the next", async () => {
    // 02-28 is a day of 调休 work; day zero all the same. 03-02, 03, 04, 05, 06.
    t.clock.set("2026-03-06T15:59:59.000Z");
    const copy = await openTestApp({ from: t });
    await objectAssignment({ ...units.zhujian, db: copy.db }, await refOf(copy, LEAD), {
      reason: "不属于本单位职责",
      suggestedUnit: "gongan",
    });
    await copy.close();
    t.clock.set("2026-03-06T16:00:00.000Z");
    await expect(object()).rejects.toMatchObject({ code: "objection_late" });
  });

  it("refused, goes back to be handled, and is not raised again", async () => {
    await signAssignment(units.zhujian, await refOf(t, LEAD));
    await object();
    await decide("refused");
    expect((await assignmentOf(t, LEAD)).state).toBe("signed");
    await expect(object()).rejects.toMatchObject({ code: "objection_decided" });
    await expect(decide("refused")).rejects.toMatchObject({ code: "objection_missing" });
  });

  it("refused before 签收, waits for 签收", async () => {
    await object();
    await decide("refused");
    expect((await assignmentOf(t, LEAD)).state).toBe("assigned");
  });

  it("upheld, goes with role and date to another unit, whose own time begins", async () => {
    await object();
    t.clock.set("2026-03-05T02:00:00.000Z");
    await decide("upheld", "gongan");
    expect(await statesOf()).toEqual({ zhujian: "lead withdrawn", gongan: "lead assigned", jiaoti: "joint assigned" });
    expect(await listReassignments(t.db, M39)).toMatchObject([{ fromUnit: "zhujian", toUnit: "gongan", reason }]);
    const file = await readHandling(units.gongan, `${M39}.gongan`);
    expect(file).toMatchObject({
      handedOn: "2026-03-05",
      clocks: { sign: { dueOn: "2026-03-08" }, objectUntil: "2026-03-12", replyDueOn: "2026-05-31" },
    });
    // And may object in its turn.
    await object(units.gongan, `${M39}.gongan`);
  });

  it("upheld and given to the joint unit, makes it the lead", async () => {
    await signAssignment(units.jiaoti, await refOf(t, JOINT));
    await object();
    await decide("upheld", "jiaoti");
    expect(await statesOf()).toEqual({ zhujian: "lead withdrawn", jiaoti: "lead signed" });
  });

  it("given back to who had it before, is signed anew and may be objected to anew", async () => {
    await signAssignment(units.zhujian, await refOf(t, LEAD));
    await object();
    await decide("refused");
    await reassignAssignment(office, await refOf(t, LEAD), { toUnit: "gongan", reason });
    await expect(object()).rejects.toMatchObject({ code: "wrong_state" });
    t.clock.set("2026-03-09T02:00:00.000Z");
    await reassignAssignment(office, await refOf(t, `${M39}.gongan`), { toUnit: "zhujian", reason });
    expect(await assignmentOf(t, LEAD)).toMatchObject({ state: "assigned", signedAt: null, role: "lead" });
    await object();
  });

  it.each([
    ["upheld", null, "invalid"],
    ["refused", "gongan", "invalid"],
    ["upheld", "nowhere", "unknown_unit"],
  ] as const)("%s with unit %s is refused", async (decision, toUnit, code) => {
    await object();
    await expect(decide(decision, toUnit)).rejects.toMatchObject({ code });
    expect((await assignmentOf(t, LEAD)).state).toBe("objected");
  });

  it("of a joint unit may end without another in its place", async () => {
    await object(units.jiaoti, JOINT);
    await decide("upheld", null, JOINT);
    expect(await statesOf()).toEqual({ zhujian: "lead assigned", jiaoti: "joint withdrawn" });
  });
});

describe("改派 by the office", () => {
  const reassign = async (toUnit: string) => await reassignAssignment(office, await refOf(t, LEAD), { toUnit, reason });

  it("never to a unit that leads already, nor to itself", async () => {
    const separate = "2026-tian-7.zhujian";
    const tried = async (toUnit: string) =>
      await reassignAssignment(office, await refOf(t, separate), { toUnit, reason });
    await expect(tried("jiaoti")).rejects.toMatchObject({ code: "unit_has_part" });
    await expect(tried("zhujian")).rejects.toMatchObject({ code: "unit_has_part" });
  });

  it("decides a waiting objection first", async () => {
    await object();
    await expect(reassign("gongan")).rejects.toMatchObject({ code: "objection_open" });
  });

  it("not while the letter lies with the office", async () => {
    await advanceReply(LEAD, "submitted", { unit: units.zhujian, office });
    await expect(reassign("gongan")).rejects.toMatchObject({ code: "wrong_state" });
  });

  it("takes the letter out of the hands of the unit that had begun it", async () => {
    await advanceReply(LEAD, "drafted", { unit: units.zhujian, office });
    await reassign("gongan");
    await expect(signAssignment(units.zhujian, await refOf(t, LEAD))).rejects.toMatchObject({ code: "wrong_state" });
  });

  it("asks a new joint unit for its opinion", async () => {
    await reassignAssignment(office, await refOf(t, JOINT), { toUnit: "gongan", reason });
    expect(await findOpinion(t.db, `${M39}.gongan`)).toMatchObject({ state: "asked", dueOn: "2026-04-03" });
    expect(await statesOf()).toMatchObject({ jiaoti: "joint withdrawn", gongan: "joint assigned" });
  });
});

it("a joint unit leaves; a lead is only ever replaced", async () => {
  await removeJointUnit(office, await refOf(t, JOINT), { reason });
  expect(await statesOf()).toEqual({ zhujian: "lead assigned", jiaoti: "joint withdrawn" });
  const again = removeJointUnit(office, await refOf(t, JOINT), { reason });
  await expect(again).rejects.toMatchObject({ code: "wrong_state" });
  const lead = removeJointUnit(office, await refOf(t, LEAD), { reason });
  await expect(lead).rejects.toMatchObject({ code: "opinion_not_joint" });
});

it("a unit reads of a motion's history what concerns itself", async () => {
  await object();
  await decide("upheld", "gongan");
  const seen = async (ctx: Context) => {
    const file = await readMotionFile(ctx, M39);
    return [file.parts.map((part) => part.unitCode), file.objections.length, file.reassignments.length];
  };
  expect(await seen(office)).toEqual([["gongan", "zhujian", "jiaoti"], 1, 1]);
  expect(await seen(units.gongan)).toEqual([["gongan"], 0, 1]);
  expect(await seen(units.jiaoti)).toEqual([["jiaoti"], 0, 0]);
});

it("签收 after its time is allowed and shown as late", async () => {
  const clock = async () => (await readHandling(office, LEAD)).clocks.sign;
  expect(await clock()).toEqual({ dueOn: "2026-03-03", doneOn: null, late: false });
  t.clock.set("2026-03-03T16:00:00.000Z");
  expect(await clock()).toMatchObject({ late: true });
  await signAssignment(units.zhujian, await refOf(t, LEAD));
  expect(await clock()).toEqual({ dueOn: "2026-03-03", doneOn: "2026-03-04", late: true });
});
