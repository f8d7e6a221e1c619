import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readHandling } from "#services/assignments/read-handling.ts";
import { reassignAssignment } from "#services/assignments/reassign.ts";
import { addJointUnit } from "#services/motions/add-joint-unit.ts";
import { assignMotion } from "#services/motions/assign.ts";
import { preAssignMotion } from "#services/motions/pre-assign.ts";
import { registerMotion } from "#services/motions/register.ts";
import { listDue } from "#services/supervision/list-due.ts";
import { readSupervision } from "#services/supervision/unit-sheets.ts";
import { askFeedback } from "#services/feedback/ask.ts";
import { NEW_MOTION, assignmentOf, motionRef } from "#test/support/handling.ts";
import type { Office } from "#test/support/office.ts";
import { ID, RULES, advance, openOffice } from "#test/support/office.ts";
import { setClocks } from "#test/support/strict-rules.ts";

let t: Office;
beforeEach(async () => {
  t = await openOffice(RULES);
  await setClocks(t);
});
afterEach(async () => await t.close());

const dueOf = async (id: string) => {
  const { items } = await listDue(t.office, { limit: 200 });
  return Object.fromEntries(items.filter((item) => item.assignmentId === id).map((item) => [item.clock, item.dueOn]));
};

describe("the day of a unit's own part", () => {
  it("after 改派 its sign clock begins anew, the law's does not", async () => {
    expect(await assignmentOf(t, ID)).toMatchObject({ assignedOn: "2026-02-28" });
    expect(await dueOf(ID)).toMatchObject({ sign: "2026-03-03", reply_legal: "2026-05-28" });
    await reassignAssignment(t.office, await t.ref(), { toUnit: "gongan", reason: "职责已经划转" });
    const id = "2026-jianyi-40.gongan";
    expect(await assignmentOf(t, id)).toMatchObject({ assignedOn: "2026-06-15" });
    expect(await dueOf(id)).toMatchObject({ sign: "2026-06-18", reply_legal: "2026-05-28" });
    expect(await dueOf(ID)).toEqual({});
    const { handedOn, clocks } = await readHandling(t.office, id);
    expect(handedOn).toBe("2026-06-15");
    expect(clocks).toMatchObject({ sign: { dueOn: "2026-06-18", late: false }, replyAtMost: "2026-08-28", notes: [] });
  });

  it("a joint unit added later has its own, a proposal none until 交办", async () => {
    await addJointUnit(t.office, await motionRef(t, "2026-jianyi-40"), { unit: "gongan", reason: "需要配合" });
    expect(await assignmentOf(t, "2026-jianyi-40.gongan")).toMatchObject({ assignedOn: "2026-06-15" });
    const id = await registerMotion(t.office, NEW_MOTION);
    await preAssignMotion(t.office, await motionRef(t, id), { parts: [{ unit: "jiaoti", role: "lead" }] });
    expect((await assignmentOf(t, `${id}.jiaoti`)).assignedOn).toBeNull();
    await assignMotion(t.office, await motionRef(t, id), { assignedOn: "2026-06-12" });
    expect((await assignmentOf(t, `${id}.jiaoti`)).assignedOn).toBe("2026-06-12");
  });

  it("the unit sheet measures 签收 from it", async () => {
    await reassignAssignment(t.office, await t.ref(), { toUnit: "gongan", reason: "职责已经划转" });
    const { units } = await readSupervision(t.office, "2026");
    const sheet = units.find(({ unit }) => unit.code === "gongan");
    expect(sheet?.rates.find(({ key }) => key === "signed_on_time")).toMatchObject({ base: 0 });
  });
});

describe("beyond the years that the holiday notices cover", () => {
  const WORKDAYS = { sign: { amount: 5, unit: "workday" }, object: { amount: 5, unit: "workday" } } as const;

  it("handling, the due list and the unit sheet say so instead of guessing", async () => {
    await setClocks(t, WORKDAYS);
    t.clock.set("2026-12-30T01:00:00.000Z");
    await reassignAssignment(t.office, await t.ref(), { toUnit: "gongan", reason: "职责已经划转" });
    const id = "2026-jianyi-40.gongan";
    const { clocks } = await readHandling(t.office, id);
    expect(clocks).toMatchObject({ sign: { dueOn: null, late: false }, objectUntil: null });
    expect(clocks.notes).toEqual([expect.stringContaining("系统还没有 2027 年的法定节假日安排")]);
    const { items } = await listDue(t.office, { kind: "sign", unit: "gongan", limit: 10 });
    expect(items).toMatchObject([
      { dueOn: null, reading: { light: "blue", words: "节假日安排尚未公布，期限暂不能推算" } },
    ]);
    const { units } = await readSupervision(t.office, "2026");
    expect(units.find(({ unit }) => unit.code === "gongan")?.notes).toEqual([expect.stringContaining("2027")]);
    expect(units.find(({ unit }) => unit.code === "zhujian")?.notes).toEqual([]);
  });

  it("a form or an opinion asked for then stays in the due list without a day", async () => {
    await setClocks(t, { jointOpinion: { amount: 5, unit: "workday" }, feedback: { amount: 10, unit: "workday" } });
    t.clock.set("2026-12-30T01:00:00.000Z");
    await addJointUnit(t.office, await motionRef(t, "2026-jianyi-40"), { unit: "gongan", reason: "需要配合" });
    await advance(t, "final", "A");
    await askFeedback(t.office, await t.ref());
    const due = async (kind: "joint_opinion" | "feedback") =>
      (await listDue(t.office, { kind, limit: 10 })).items.map(({ assignmentId, dueOn }) => [assignmentId, dueOn]);
    expect(await due("joint_opinion")).toEqual([["2026-jianyi-40.gongan", null]]);
    expect(await due("feedback")).toEqual([[ID, null]]);
  });
});
