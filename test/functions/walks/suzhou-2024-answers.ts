import { expect, it } from "vitest";
import { richTextOf } from "#domain/reply/rich-text.ts";
import { draftOf } from "./letters.ts";
import type { Cast, Code } from "./suzhou-2024-year.ts";
import {
  CITY_UNITS,
  KEY_ITEMS,
  NUMBERS,
  SHARED,
  classOf,
  idOf,
  jointOf,
  leadOf,
  matterOf,
  motionOf,
} from "./suzhou-2024-year.ts";
import { PUT, assignment, opinion, reply } from "./things.ts";
import { listDue, refusalOf, takeSteps } from "./walk.ts";

const OPINION = "金丝雀：建议由主办单位统筹经费";
/** Who leads after 预交办 and 改派. */
const finalLead = (number: number): Code => ({ 39: "nongye", 199: "jiaoti" } as const)[number] ?? leadOf(number);
const JOINTS = [
  ...NUMBERS.filter((number) => number <= SHARED).map((number) => [number, jointOf(number)] as const),
  [199, "minzheng"] as const,
].flatMap(([number, unit]) => (unit === null ? [] : [[number, unit] as const]));

function letterOf(number: number, signedOn: string) {
  const signatory = CITY_UNITS.find(({ code }) => code === finalLead(number))?.fullName ?? "";
  const account = "我单位会同有关部门逐项研究了所提意见，已经形成工作方案。";
  return draftOf(matterOf(number), { signatory, classCode: classOf(number), signedOn, account });
}

/** From the joint opinions to the report. */
export function tellAnswers(cast: () => Cast): void {
  const give = async (unit: Code, number: number, words = "同意。") =>
    await cast().handlers[unit].act(opinion(idOf(number, unit)), "", {
      method: PUT,
      body: { body: richTextOf([words]) },
    });

  it("8 March: 87 of the 88 opinions are in; nobody answers before the last one", async () => {
    const { office, handlers, supervisor, walk } = cast();
    walk.goTo("2024-03-08");
    expect(JOINTS).toHaveLength(88);
    for (const [number, unit] of JOINTS)
      if (number !== 2) await give(unit, number, number === 37 ? OPINION : undefined);
    walk.goTo("2024-03-11");
    expect(await listDue(supervisor, "&kind=joint_opinion")).toEqual([
      `joint_opinion ${idOf(2, "nongye")} 2024-03-08 red`,
    ]);
    const path = reply(idOf(2, "gongan"));
    await handlers.gongan.act(path, "draft", { method: PUT, body: letterOf(2, "2024-03-11") });
    expect(refusalOf(await handlers.gongan.attempt(path, "propose"))).toEqual([409, "opinions_missing"]);
    await give("nongye", 2);
    expect(await office.see(opinion(idOf(2, "nongye")))).toMatchObject({ state: "given", late: true });
    const lead = finalLead(37);
    const seen = await handlers[lead].see(`${motionOf(37)}/opinions`);
    expect(JSON.stringify(seen)).toContain(OPINION);
    for (const unit of Object.keys(handlers) as Code[]) {
      const mine = unit === lead || unit === jointOf(37);
      expect(await handlers[unit].look(opinion(idOf(37, jointOf(37) ?? lead))), unit).toBe(mine ? 200 : 404);
    }
  });

  it("26 and 28 April, before and on a Sunday at work: 不审核不答复, 201 times", async () => {
    const { office, chief, handlers, signers, supervisor, walk } = cast();
    walk.goTo("2024-04-26");
    for (const number of NUMBERS) {
      const [unit, path] = [finalLead(number), reply(idOf(number, finalLead(number)))];
      await takeSteps(path, [
        [handlers[unit], `${path}/draft`, { method: PUT, body: letterOf(number, "2024-04-26") }],
        [handlers[unit], `${path}/propose`],
        [signers[unit], `${path}/submit`],
      ]);
    }
    const first = reply(idOf(1, leadOf(1)));
    expect(refusalOf(await office.attempt(first, "finalise"))).toEqual([409, "wrong_state"]);
    expect(refusalOf(await signers[leadOf(1)].attempt(first, "approve"))).toEqual([403, "forbidden"]);
    walk.goTo("2024-04-28");
    for (const number of NUMBERS) {
      const path = reply(idOf(number, finalLead(number)));
      await takeSteps(path, [
        [chief, `${path}/approve`],
        [office, `${path}/finalise`],
      ]);
    }
    expect((await supervisor.see("/api/assignments?campaign=2024&state=replied&limit=1")).total).toBe(201);
    expect((await supervisor.see("/api/due?kind=reply_legal&campaign=2024&limit=1")).total).toBe(0);
    // Twenty working days over 劳动节 and the Saturday worked for it.
    expect((await listDue(supervisor, "&kind=publish"))[0]).toMatch(/ 2024-05-28 blue$/);
    for (const number of KEY_ITEMS) await chief.act(reply(idOf(number, finalLead(number))), "publish");
  });

  it("10 May: a deputy is not satisfied; the matter is handled anew within its month", async () => {
    const { office, chief, handlers, signers, walk } = cast();
    walk.goTo("2024-05-10");
    const unit = finalLead(37);
    const [thing, path] = [assignment(idOf(37, unit)), reply(idOf(37, unit))];
    const [handler, signer] = [handlers[unit], signers[unit]];
    await handler.act(thing, "feedback/ask");
    const { token } = await office.act(thing, "feedback/links");
    const form = `/api/feedback-forms/${token}`;
    const { json, text } = await walk.stranger(form);
    expect(json).toMatchObject({ numberLabel: "第37号", round: 1, dueOn: "2024-05-30" });
    expect(json.replyText).toHaveLength(4);
    expect(text).not.toContain(OPINION);
    const bad = { answers: { attitude: "satisfied", result: "dissatisfied" }, consent: "yes" };
    expect((await walk.stranger(form, { method: "POST", body: bad })).status).toBe(422);
    const why = { ...bad, comment: "没有说明资金从哪里来" };
    expect((await walk.stranger(form, { method: "POST", body: why })).status).toBe(200);
    expect((await handler.see(thing)).state).toBe("handling");
    expect(await listDue(handler, "&kind=redo")).toEqual([`redo ${idOf(37, unit)} 2024-06-10 blue`]);
    expect(refusalOf(await office.attempt(thing, "close"))).toEqual([409, "wrong_state"]);
    walk.goTo("2024-06-05");
    await takeSteps(path, [
      [
        handler,
        `${path}/draft`,
        { method: PUT, body: { ...letterOf(37, "2024-06-05"), note: "重新办理，补充资金来源" } },
      ],
      [handler, `${path}/propose`],
      [signer, `${path}/submit`],
      [chief, `${path}/approve`],
      [office, `${path}/finalise`],
      [chief, `${path}/publish`],
    ]);
    expect(refusalOf(await office.attempt(thing, "close"))).toEqual([409, "feedback_unsettled"]);
    await handler.act(thing, "feedback/ask");
    const good = { answers: { attitude: "satisfied", result: "satisfied" }, consent: "yes" };
    const { rounds, dissatisfiedAgain } = await office.act(thing, "feedback/record", { body: good });
    expect([rounds.length, dissatisfiedAgain]).toEqual([2, false]);
    expect((await handler.see(path)).editions).toMatchObject([{ number: 1 }, { number: 2, state: "final" }]);
  });

  it("28 June: everything is closed; the figures are those of the report", async () => {
    const { office, supervisor, handlers, walk } = cast();
    walk.goTo("2024-06-28");
    for (const number of NUMBERS) await office.act(assignment(idOf(number, finalLead(number))), "close");
    const count = async (query: string) =>
      (await supervisor.see(`/api/assignments?campaign=2024&limit=1&${query}`)).total;
    expect([await count("role=lead&state=closed"), await count("role=joint&state=closed")]).toEqual([201, 88]);
    const { kinds } = await supervisor.see("/api/statistics/2024");
    expect(kinds[0]).toMatchObject({ motions: 201, filed: 216, keyItems: 5, owed: 201, answered: 201, published: 5 });
    type Share = { class: { code: string; label: string }; count: number; share: string };
    expect(
      (kinds[0].classes as Share[]).map(({ class: { code, label }, ...rest }) => ({ code, label, ...rest })),
    ).toEqual([
      { code: "A", label: "已解决或基本解决", count: 67, share: "33.33" },
      { code: "B", label: "被采纳、列入计划逐步解决", count: 134, share: "66.67" },
    ]);
    type Rate = { key: string; percent: string };
    const percentOf = (key: string) => (kinds[0].rates as Rate[]).find((rate) => rate.key === key)?.percent;
    expect([percentOf("government_share"), percentOf("answered_rate")]).toEqual(["93.06", "100.00"]);
    expect((await supervisor.see("/api/due?kind=follow_up&campaign=2024&limit=1")).total).toBe(134);
    expect(await handlers.nongye.look("/api/statistics/2024")).toBe(403);
  });
}
