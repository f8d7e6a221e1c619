import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { listParts } from "#db/reads/assignments.ts";
import { findOpinion } from "#db/reads/opinions.ts";
import { assignments } from "#db/schema/motions.ts";
import { releases } from "#db/schema/operations.ts";
import { units } from "#db/schema/units.ts";
import { objectAssignment } from "#services/assignments/object.ts";
import { signAssignment } from "#services/assignments/sign.ts";
import { shanghaiDate } from "#services/clock.ts";
import type { Context } from "#services/context.ts";
import { addJointUnit } from "#services/motions/add-joint-unit.ts";
import { assignMotion } from "#services/motions/assign.ts";
import { mergeMotion } from "#services/motions/merge.ts";
import { preAssignMotion } from "#services/motions/pre-assign.ts";
import { readMotionFile } from "#services/motions/read-motion-file.ts";
import { registerMotion } from "#services/motions/register.ts";
import { transferMotion } from "#services/motions/transfer.ts";
import { withdrawMotion } from "#services/motions/withdraw.ts";
import { finaliseReply } from "#services/replies/finalise.ts";
import { advanceReply } from "#test/support/advance-reply.ts";
import type { TestApp } from "#test/support/app.ts";
import { openTestApp } from "#test/support/app.ts";
import { NEW_MOTION, assignmentOf, motionOf, motionRef, refOf } from "#test/support/handling.ts";
import { setClocks } from "#test/support/strict-rules.ts";

const ID = "2026-jianyi-88";
const M39 = "2026-jianyi-39";
const M40 = "2026-jianyi-40";
const lead = (unit: string) => ({ unit, role: "lead" as const });
const joint = (unit: string) => ({ unit, role: "joint" as const });
const reason = "与另一件内容相同";

let t: TestApp;
let office: Context;
let gongan: Context;
beforeEach(async () => {
  t = await openTestApp();
  office = t.contextOf((await t.keyFor("office")).actor);
  gongan = t.contextOf((await t.keyFor("unit", "gongan")).actor);
});
afterEach(async () => await t.close());

const statesOf = async (id: string) => {
  const parts = await listParts(t.db, id);
  return Object.fromEntries(parts.map((part) => [part.unitCode, `${part.role} ${part.state}`]));
};
const requests = async () => await t.db.$count(releases);

describe("登记", () => {
  it("files a matter under its address and deals it to nobody", async () => {
    expect(await registerMotion(office, NEW_MOTION)).toBe(ID);
    expect(await motionOf(t, ID)).toMatchObject({ state: "filed", proposerCount: 3, version: 1, dueOn: null });
    expect(await listParts(t.db, ID)).toEqual([]);
    expect(await requests()).toBe(0);
  });

  it.each([
    [{ campaignId: "2025" }, "unknown_campaign"],
    [{ number: 39 }, "motion_exists"],
    [{ proposerCount: 2 }, "invalid"],
  ])("refuses %j", async (change, code) => {
    await expect(registerMotion(office, { ...NEW_MOTION, ...change })).rejects.toMatchObject({ code });
  });

  it("闭会第39号 is another matter than 第39号", async () => {
    expect(await registerMotion(office, { ...NEW_MOTION, number: 39, betweenSessions: true })).toBe(
      "2026-jianyi-bihui-39",
    );
  });
});

describe("预交办 and 正式交办", () => {
  beforeEach(async () => {
    await registerMotion(office, NEW_MOTION);
  });

  it("gives nothing to a unit that has ended, on its last day still", async () => {
    const end = async (endedOn: string) => await t.db.update(units).set({ endedOn }).where(eq(units.code, "jiaoti"));
    const deal = async (parts: Parameters<typeof preAssignMotion>[2]["parts"]) =>
      await preAssignMotion(office, await motionRef(t, ID), { parts });
    const today = shanghaiDate(t.clock.now());
    await end(today);
    await deal([lead("zhujian"), joint("jiaoti")]);
    await end("2026-01-01");
    const refusal = {
      code: "unit_ended",
      message: "“市教育体育局”已于2026年1月1日撤销，不能再交办，请选择接续其职责的单位",
    };
    await expect(deal([lead("jiaoti")])).rejects.toMatchObject(refusal);
    await expect(assignMotion(office, await motionRef(t, ID), {})).rejects.toMatchObject({ code: "unit_ended" });
    await assignMotion(office, await motionRef(t, ID), { parts: [lead("zhujian")] });
    const add = addJointUnit(office, await motionRef(t, ID), { unit: "jiaoti", reason });
    await expect(add).rejects.toMatchObject(refusal);
  });

  it("proposes units, takes their comments, and assigns those who were proposed", async () => {
    await setClocks(t);
    await preAssignMotion(office, await motionRef(t, ID), { parts: [lead("gongan"), joint("zhujian")] });
    expect(await statesOf(ID)).toEqual({ gongan: "lead pre_assigned", zhujian: "joint pre_assigned" });
    await objectAssignment(gongan, await refOf(t, `${ID}.gongan`), {
      reason: "照明设施由住建部门管理",
      suggestedUnit: "zhujian",
    });
    expect((await assignmentOf(t, `${ID}.gongan`)).state).toBe("pre_assigned");
    const file = await readMotionFile(office, ID);
    expect(file.objections.map(({ unitCode, objection }) => [unitCode, objection.kind])).toEqual([
      ["gongan", "comment"],
    ]);
    await preAssignMotion(office, await motionRef(t, ID), { parts: [lead("zhujian"), joint("jiaoti")] });
    expect(await statesOf(ID)).toEqual({
      gongan: "lead withdrawn",
      zhujian: "lead pre_assigned",
      jiaoti: "joint pre_assigned",
    });
    expect(await requests()).toBe(0);
    await assignMotion(office, await motionRef(t, ID), {});
    expect(await statesOf(ID)).toMatchObject({ gongan: "lead withdrawn", zhujian: "lead assigned" });
    expect(await motionOf(t, ID)).toMatchObject({
      state: "assigned",
      assignedOn: "2026-06-15",
      dueOn: "2026-09-15",
      version: 4,
    });
    expect(await findOpinion(t.db, `${ID}.jiaoti`)).toMatchObject({ state: "asked", dueOn: "2026-07-15" });
    expect(await requests()).toBe(1);
  });

  it("takes comments up to the last day and no longer", async () => {
    await setClocks(t);
    await preAssignMotion(office, await motionRef(t, ID), { parts: [lead("gongan")] });
    const comment = async () =>
      await objectAssignment(gongan, await refOf(t, `${ID}.gongan`), {
        reason: "不属于本单位职责",
        suggestedUnit: null,
      });
    // 端午 2026 is 06-19 to 06-21: five working days after Monday 06-15 end on Tuesday 06-23.
    t.clock.set("2026-06-23T15:59:59.000Z");
    await comment();
    t.clock.set("2026-06-23T16:00:00.000Z");
    await expect(comment()).rejects.toMatchObject({ code: "objection_late" });
  });

  it("counts three months from the day given, clamped to the end of the month", async () => {
    await assignMotion(office, await motionRef(t, ID), { parts: [lead("gongan")], assignedOn: "2025-11-30" });
    expect((await assignmentOf(t, `${ID}.gongan`)).dueOn).toBe("2026-02-28");
  });

  it.each([
    [{ parts: [lead("nowhere")] }, "unknown_unit"],
    [{ parts: [joint("gongan")] }, "parts_wrong"],
    [{ parts: [lead("gongan"), joint("gongan")] }, "unit_twice"],
    [{}, "invalid"],
    [{ parts: [lead("gongan")], assignedOn: "2026-06-16" }, "invalid"],
    [{ parts: [lead("gongan")], dueOn: "2026-06-15" }, "invalid"],
  ])("refuses %j and leaves all as it was", async (input, code) => {
    await expect(assignMotion(office, await motionRef(t, ID), input)).rejects.toMatchObject({ code });
    expect(await motionOf(t, ID)).toMatchObject({ state: "filed", version: 1 });
    expect(await listParts(t.db, ID)).toEqual([]);
  });

  it("asks for the day where the calendar cannot count it", async () => {
    await setClocks(t, { reply: { amount: 400, unit: "workday" } });
    const ref = await motionRef(t, ID);
    await expect(assignMotion(office, ref, { parts: [lead("gongan")] })).rejects.toThrow("法定节假日");
    await assignMotion(office, ref, { parts: [lead("gongan")], dueOn: "2026-09-01" });
    expect((await motionOf(t, ID)).dueOn).toBe("2026-09-01");
  });

  it("happens once, and not to a stale version", async () => {
    const ref = await motionRef(t, ID);
    await assignMotion(office, ref, { parts: [lead("gongan")] });
    await expect(assignMotion(office, ref, { parts: [lead("gongan")] })).rejects.toMatchObject({ code: "stale" });
    await expect(assignMotion(office, await motionRef(t, ID), {})).rejects.toMatchObject({ code: "wrong_state" });
  });
});

describe("并案, 转办, 撤回", () => {
  it.each([
    ["merge", "merged", async () => mergeMotion(office, await motionRef(t, M40), { into: M39, reason })],
    ["transfer", "transferred", async () => transferMotion(office, await motionRef(t, M40), { to: "省政府", reason })],
    ["withdraw", "withdrawn", async () => withdrawMotion(office, await motionRef(t, M40), { reason })],
  ] as const)("%s ends the handling at once and says why", async (_, state, act) => {
    await act();
    expect(await motionOf(t, M40)).toMatchObject({ state, closedReason: expect.stringContaining(reason) as string });
    expect(await statesOf(M40)).toEqual({ jiaoti: "lead withdrawn" });
    expect((await assignmentOf(t, `${M40}.jiaoti`)).version).toBe(2);
    await expect(act()).rejects.toMatchObject({ code: "wrong_state" });
    const unit = t.contextOf((await t.keyFor("unit", "jiaoti")).actor);
    await expect(signAssignment(unit, await refOf(t, `${M40}.jiaoti`))).rejects.toMatchObject({ code: "wrong_state" });
  });

  it("is refused once an answer is final", async () => {
    const unit = t.contextOf((await t.keyFor("unit", "jiaoti")).actor);
    await advanceReply(`${M40}.jiaoti`, "approved", { unit, office });
    const copy = await openTestApp({ from: t });
    await withdrawMotion({ ...office, db: copy.db }, await motionRef(copy, M40), { reason });
    expect((await motionOf(copy, M40)).state).toBe("withdrawn");
    await copy.close();
    await finaliseReply(office, await refOf(t, `${M40}.jiaoti`));
    await expect(withdrawMotion(office, await motionRef(t, M40), { reason })).rejects.toMatchObject({
      code: "reply_final",
    });
    expect(await statesOf(M40)).not.toMatchObject({ jiaoti: "lead withdrawn" });
  });

  it.each([
    ["itself", M39],
    ["nothing", "2026-jianyi-999"],
    ["another kind", "2026-tian-7"],
    ["what has left itself", M40],
  ])("merges into %s never", async (_, into) => {
    await withdrawMotion(office, await motionRef(t, M40), { reason });
    await expect(mergeMotion(office, await motionRef(t, M39), { into, reason })).rejects.toMatchObject({
      code: "merge_wrong",
    });
  });
});

it("a joint unit that is added has its own clock from that day, and no second part", async () => {
  await setClocks(t);
  await addJointUnit(office, await motionRef(t, M39), { unit: "gongan", reason: "涉及消防通道" });
  expect(await statesOf(M39)).toMatchObject({ gongan: "joint assigned" });
  expect(await findOpinion(t.db, `${M39}.gongan`)).toMatchObject({ dueOn: "2026-07-15" });
  for (const unit of ["gongan", "zhujian"]) {
    const again = addJointUnit(office, await motionRef(t, M39), { unit, reason: "涉及消防通道" });
    await expect(again).rejects.toMatchObject({ code: "unit_has_part" });
  }
  const rows = await t.db.select().from(assignments).where(eq(assignments.motionId, M39));
  expect(rows.map((row) => row.position).toSorted()).toEqual([0, 1, 2]);
});
