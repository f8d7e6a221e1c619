import { afterEach, beforeEach, expect, it } from "vitest";
import { findOpinion } from "#db/reads/opinions.ts";
import { richTextOf } from "#domain/reply/rich-text.ts";
import { decideObjection } from "#services/assignments/decide-objection.ts";
import { objectAssignment } from "#services/assignments/object.ts";
import { signAssignment } from "#services/assignments/sign.ts";
import type { Context } from "#services/context.ts";
import { addJointUnit } from "#services/motions/add-joint-unit.ts";
import { askOpinion } from "#services/opinions/ask.ts";
import { giveOpinion } from "#services/opinions/give.ts";
import { getOpinion, listOpinions } from "#services/opinions/list-opinions.ts";
import { waiveOpinion } from "#services/opinions/waive.ts";
import { submitReply } from "#services/replies/submit.ts";
import { advanceReply } from "#test/support/advance-reply.ts";
import type { TestApp } from "#test/support/app.ts";
import { openTestApp } from "#test/support/app.ts";
import { assignmentOf, motionRef, refOf } from "#test/support/handling.ts";
import { setClocks } from "#test/support/strict-rules.ts";

const M39 = "2026-jianyi-39";
const LEAD = "2026-jianyi-39.zhujian";
const JOINT = "2026-jianyi-39.jiaoti";
const reason = "事项不再涉及该单位";

let t: TestApp;
let as: Record<"office" | "supervisor" | "admin" | "zhujian" | "jiaoti" | "gongan", Context>;
beforeEach(async () => {
  t = await openTestApp();
  const unit = async (code: string) => t.contextOf((await t.keyFor("unit", code)).actor);
  as = {
    office: t.contextOf((await t.keyFor("office")).actor),
    supervisor: t.contextOf((await t.keyFor("supervisor")).actor),
    admin: t.contextOf((await t.keyFor("admin")).actor),
    zhujian: await unit("zhujian"),
    jiaoti: await unit("jiaoti"),
    gongan: await unit("gongan"),
  };
});
afterEach(async () => await t.close());

const ask = async (ctx: Context, dueOn?: string) =>
  await askOpinion(ctx, await refOf(t, JOINT), dueOn === undefined ? {} : { dueOn });
const give = async (ctx: Context, text = "我局意见如下：同意。") =>
  await giveOpinion(ctx, await refOf(t, JOINT), { body: richTextOf([text]) });
const waive = async (ctx: Context) => await waiveOpinion(ctx, await refOf(t, JOINT), { reason });
const sign = async () => await signAssignment(as.jiaoti, await refOf(t, JOINT));

it("is asked by the lead, given by the joint unit, and then closes its part", async () => {
  await setClocks(t);
  await ask(as.zhujian);
  // A month from 交办 on 02-28: the clock had run out before anyone asked.
  expect(await getOpinion(as.zhujian, JOINT)).toMatchObject({ opinion: { dueOn: "2026-03-28" }, late: true });
  await expect(give(as.jiaoti)).rejects.toMatchObject({ code: "not_signed" });
  await sign();
  await give(as.jiaoti);
  expect((await assignmentOf(t, JOINT)).state).toBe("closed");
  expect(await getOpinion(as.zhujian, JOINT)).toMatchObject({
    opinion: { state: "given", body: { content: [{ content: [{ text: "我局意见如下：同意。" }] }] } },
  });
});

it.each([
  ["2026-06-20", "2026-06-20T15:59:59.000Z", false],
  ["2026-06-20", "2026-06-20T16:00:00.000Z", true],
])("due %s, at %s: late %s", async (dueOn, now, late) => {
  await ask(as.office, dueOn);
  t.clock.set(now);
  expect((await getOpinion(as.office, JOINT)).late).toBe(late);
});

it("due before today is refused", async () => {
  await expect(ask(as.office, "2026-06-14")).rejects.toMatchObject({ code: "invalid" });
});

it("is seen by the lead, the joint unit itself, the office and the supervisor, and by nobody else", async () => {
  await addJointUnit(as.office, await motionRef(t, M39), { unit: "gongan", reason: "涉及消防通道" });
  await ask(as.office);
  await sign();
  await give(as.jiaoti);
  for (const who of ["office", "supervisor", "zhujian", "jiaoti"] as const) {
    expect((await getOpinion(as[who], JOINT)).opinion?.state, who).toBe("given");
  }
  for (const who of ["admin", "gongan"] as const) {
    await expect(getOpinion(as[who], JOINT), who).rejects.toMatchObject({ code: "not_found" });
  }
  const units = async (who: keyof typeof as) =>
    (await listOpinions(as[who], M39)).items.map((view) => view.assignment.unitCode);
  expect(await units("zhujian")).toEqual(["jiaoti", "gongan"]);
  expect(await units("gongan")).toEqual(["gongan"]);
  expect(await units("jiaoti")).toEqual(["jiaoti"]);
  await expect(units("admin")).rejects.toMatchObject({ code: "forbidden" });
  await expect(listOpinions(as.gongan, "2026-jianyi-40")).rejects.toMatchObject({ code: "not_found" });
  await expect(listOpinions(as.office, "2026-jianyi-999")).rejects.toMatchObject({ code: "not_found" });
});

it("a unit that no longer leads sees no opinion any more", async () => {
  await ask(as.office);
  await objectAssignment(as.zhujian, await refOf(t, LEAD), { reason: "不属于本单位职责", suggestedUnit: null });
  await decideObjection(as.office, await refOf(t, LEAD), { decision: "upheld", reason, toUnit: "gongan" });
  expect((await getOpinion(as.gongan, JOINT)).opinion?.state).toBe("asked");
  await expect(getOpinion(as.zhujian, JOINT)).rejects.toMatchObject({ code: "not_found" });
  await expect(waive(as.zhujian)).rejects.toMatchObject({ code: "not_found" });
});

it("nobody gives for another, asks itself or waives its own", async () => {
  await expect(ask(as.jiaoti)).rejects.toMatchObject({ code: "forbidden" });
  await ask(as.zhujian);
  await expect(ask(as.office)).rejects.toMatchObject({ code: "opinion_asked" });
  await expect(give(as.zhujian)).rejects.toMatchObject({ code: "forbidden" });
  await expect(give(as.gongan)).rejects.toMatchObject({ code: "not_found" });
  await expect(waive(as.jiaoti)).rejects.toMatchObject({ code: "forbidden" });
});

it("is not given unasked", async () => {
  await sign();
  await expect(give(as.jiaoti)).rejects.toMatchObject({ code: "opinion_not_asked" });
});

it("waived, is settled until it is asked for anew", async () => {
  await waive(as.zhujian);
  expect(await findOpinion(t.db, JOINT)).toMatchObject({ state: "waived", waivedReason: reason });
  expect((await assignmentOf(t, JOINT)).state).toBe("closed");
  await expect(waive(as.office)).rejects.toMatchObject({ code: "opinion_settled" });
  await ask(as.office);
  expect(await findOpinion(t.db, JOINT)).toMatchObject({ state: "asked", waivedBy: null, waivedReason: null });
  expect((await assignmentOf(t, JOINT)).state).toBe("assigned");
});

it("may be mended until the letter that rests on it is sent on", async () => {
  await ask(as.zhujian);
  await sign();
  await give(as.jiaoti);
  await advanceReply(LEAD, "drafted", { unit: as.zhujian, office: as.office });
  await give(as.jiaoti, "补充意见：建议分期实施。");
  await submitReply(as.zhujian, await refOf(t, LEAD));
  await expect(give(as.jiaoti)).rejects.toMatchObject({ code: "opinion_used" });
});

it("is a joint unit's and nobody else's", async () => {
  await expect(askOpinion(as.office, await refOf(t, LEAD), {})).rejects.toMatchObject({ code: "opinion_not_joint" });
  await expect(getOpinion(as.office, LEAD)).rejects.toMatchObject({ code: "not_found" });
});
