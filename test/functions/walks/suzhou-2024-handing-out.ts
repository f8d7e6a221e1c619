import { expect, it } from "vitest";
import type { Cast, Code } from "./suzhou-2024-year.ts";
import {
  CAMPAIGN,
  COUNT,
  KEY_ITEMS,
  NUMBERS,
  SHARED,
  idOf,
  jointOf,
  leadOf,
  matterOf,
  motionOf,
  partsOf,
} from "./suzhou-2024-year.ts";
import { assignment } from "./things.ts";
import { listActions, listDue, refusalOf } from "./walk.ts";

const WHY = { reason: "不属于本单位职责范围" };

/** From 预交办 to 签收 and 改派. */
export function tellHandingOut(cast: () => Cast): void {
  it("6 February: all 201 come in and go out for comment on the same day", async () => {
    const { office, handlers } = cast();
    const { warnings } = await office.send("/api/campaigns", CAMPAIGN);
    expect(warnings).toEqual([]);
    for (const number of NUMBERS) {
      const { title, kind } = matterOf(number);
      await office.send("/api/motions", { campaignId: "2024", kind, number, title, proposers: ["桂安", "卢子"] });
      await office.act(motionOf(number), "pre-assign", { body: { parts: partsOf(number) } });
    }
    for (const number of KEY_ITEMS)
      await office.act(motionOf(number), "key-item", { method: "PUT", body: { leader: "副市长" } });
    const { total } = await office.see("/api/assignments?campaign=2024&state=pre_assigned&limit=1");
    expect(total).toBe(COUNT + SHARED);
    const seen = await handlers.minzheng.see("/api/assignments?campaign=2024&limit=200");
    expect(new Set((seen.items as { unit: { code: string } }[]).map(({ unit }) => unit.code))).toEqual(
      new Set(["minzheng"]),
    );
    const mine = assignment(idOf(199, "minzheng"));
    expect(refusalOf(await handlers.minzheng.attempt(mine, "sign"))).toEqual([409, "wrong_state"]);
  });

  it("7 February: a unit says that another should lead, and the office proposes anew", async () => {
    const { office, handlers, walk } = cast();
    walk.goTo("2024-02-07");
    const mine = assignment(idOf(199, "minzheng"));
    const comment = { ...WHY, suggestedUnit: "jiaoti" };
    expect(await handlers.minzheng.act(mine, "object", { body: comment })).toMatchObject({
      state: "pre_assigned",
      objections: [{ kind: "comment", suggestedUnit: "jiaoti", decideBy: null }],
    });
    const parts = [
      { unit: "jiaoti", role: "lead" },
      { unit: "minzheng", role: "joint" },
    ];
    const file = await office.act(motionOf(199), "pre-assign", { body: { parts } });
    expect(file.parts).toMatchObject(parts.map(({ unit, role }) => ({ unitCode: unit, role, state: "pre_assigned" })));
    const { objections } = await handlers.jiaoti.see(`${motionOf(199)}/file`);
    expect(objections).toEqual([]);
  });

  it("8 February: handed out; three working days to sign and five to object reach beyond 春节", async () => {
    const { office, handlers, walk } = cast();
    walk.goTo("2024-02-08");
    for (const number of NUMBERS) await office.act(motionOf(number), "assign");
    expect(await office.see(`${motionOf(199)}/file`)).toMatchObject({ state: "assigned", assignedOn: "2024-02-08" });
    expect(await handlers.nongye.see(`${assignment(idOf(3, "nongye"))}/handling`)).toMatchObject({
      handedOn: "2024-02-08",
      sign: { dueOn: "2024-02-19", late: false },
      objectUntil: "2024-02-21",
      replyDueOn: "2024-05-08",
      replyAtMost: "2024-08-08",
    });
    expect((await office.see("/api/due?kind=joint_opinion&limit=1")).total).toBe(88);
    expect((await listDue(handlers.jiaoti, "&kind=joint_opinion"))[0]).toMatch(/ 2024-03-08 blue$/);
  });

  it("19 and 20 February: one unit misses the limit, is seen in the list, called, and signs", async () => {
    const { office, supervisor, handlers, walk } = cast();
    walk.goTo("2024-02-19");
    const signAll = async (unit: Code) => {
      const numbers = NUMBERS.filter((number) => leadOf(number) === unit || jointOf(number) === unit);
      for (const number of numbers.filter((item) => item !== 199)) {
        await handlers[unit].act(assignment(idOf(number, unit)), "sign");
      }
    };
    for (const unit of ["zhujian", "jiaoti", "gongan", "nongye"] as const) await signAll(unit);
    await handlers.jiaoti.act(assignment(idOf(199, "jiaoti")), "sign");
    walk.goTo("2024-02-20");
    const red = await supervisor.see("/api/due?kind=sign&light=red&limit=200");
    type Item = { unit: { code: string }; dueOn: string; light: { words: string } };
    expect(red.total).toBe(40 + 17);
    expect(
      new Set((red.items as Item[]).map(({ unit, dueOn, light }) => `${unit.code} ${dueOn} ${light.words}`)),
    ).toEqual(new Set(["minzheng 2024-02-19 已超期 1 天"]));
    expect(await listDue(handlers.zhujian, "&kind=sign")).toEqual([]);
    const call = {
      assignmentId: idOf(4, "minzheng"),
      clock: "sign",
      channel: "phone",
      text: "请即签收",
      result: "当日签收",
    };
    await office.send("/api/reminders", call);
    await signAll("minzheng");
    await handlers.minzheng.act(assignment(idOf(199, "minzheng")), "sign");
    expect(await handlers.minzheng.see(`${assignment(idOf(4, "minzheng"))}/handling`)).toMatchObject({
      sign: { dueOn: "2024-02-19", doneOn: "2024-02-20", late: true },
    });
    expect((await office.see("/api/due?kind=sign&limit=1")).total).toBe(0);
  });

  it("21 and 22 February: an objection on the last day is heard, one a day later is not", async () => {
    const { handlers, walk } = cast();
    walk.goTo("2024-02-21");
    const objected = await handlers.minzheng.act(assignment(idOf(39, "minzheng")), "object", {
      body: { ...WHY, suggestedUnit: "nongye" },
    });
    expect(objected).toMatchObject({ state: "objected", objections: [{ kind: "objection", decideBy: "2024-02-28" }] });
    await handlers.jiaoti.act(assignment(idOf(196, "jiaoti")), "object", { body: WHY });
    walk.goTo("2024-02-22");
    const late = await handlers.gongan.attempt(assignment(idOf(172, "gongan")), "object", { body: WHY });
    expect(refusalOf(late)).toEqual([409, "objection_late"]);
    expect((await handlers.gongan.see(assignment(idOf(172, "gongan")))).state).toBe("signed");
  });

  it("26 February: one is upheld and goes to another unit with its history, one is refused for good", async () => {
    const { office, supervisor, handlers, walk } = cast();
    walk.goTo("2024-02-26");
    const [from, to] = [assignment(idOf(39, "minzheng")), assignment(idOf(39, "nongye"))];
    const upheld = { decision: "upheld", reason: "职责在农业农村部门", toUnit: "nongye" };
    expect((await handlers.minzheng.attempt(from, "objection-decision", { body: upheld })).status).toBe(403);
    await office.act(from, "objection-decision", { body: upheld });
    expect((await handlers.minzheng.see(from)).state).toBe("withdrawn");
    expect(await handlers.minzheng.look(to)).toBe(404);
    expect(await handlers.nongye.see(`${to}/handling`)).toMatchObject({
      state: "assigned",
      handedOn: "2024-02-26",
      sign: { dueOn: "2024-02-29" },
      objectUntil: "2024-03-04",
      replyDueOn: "2024-05-08",
      replyAtMost: "2024-08-08",
    });
    expect(await listDue(handlers.nongye, "&kind=sign")).toEqual([`sign ${idOf(39, "nongye")} 2024-02-29 yellow`]);
    expect((await supervisor.see(`${motionOf(39)}/file`)).reassignments).toMatchObject([
      { seq: 1, fromUnit: "minzheng", toUnit: "nongye", reason: upheld.reason },
    ]);
    await handlers.nongye.act(to, "sign");
    const other = assignment(idOf(196, "jiaoti"));
    await office.act(other, "objection-decision", {
      body: { decision: "refused", reason: "“三定”规定明确由你局负责" },
    });
    expect((await handlers.jiaoti.see(other)).state).toBe("signed");
    expect(refusalOf(await handlers.jiaoti.attempt(other, "object", { body: WHY }))[0]).toBe(409);
    expect(await listActions(supervisor, `assignment:${idOf(39, "minzheng")}`)).toEqual([
      "assignment.sign",
      "assignment.object",
      "assignment.decide_objection",
    ]);
    const { units } = await supervisor.see("/api/supervision/units?campaign=2024");
    type Sheet = { unit: { code: string }; rates: { key: string; numerator: number; base: number }[] };
    const rateOf = (code: string, key: string) =>
      (units as Sheet[]).find(({ unit }) => unit.code === code)?.rates.find((rate) => rate.key === key);
    expect(rateOf("minzheng", "objected")).toMatchObject({ numerator: 1 });
    expect(rateOf("minzheng", "signed_on_time")).toMatchObject({ numerator: 0 });
    expect(rateOf("gongan", "objected")).toMatchObject({ numerator: 0 });
  });
}
