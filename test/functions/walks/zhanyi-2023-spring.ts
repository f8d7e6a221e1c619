import { expect, it } from "vitest";
import { richTextOf } from "#domain/reply/rich-text.ts";
import { clientOf } from "#test/support/client.ts";
import { PUT, assignment, opinion, reply } from "./things.ts";
import { SECRET } from "./zhanyi-2023-desk.ts";
import { listDue, refusalOf } from "./walk.ts";
import type { Cast } from "./zhanyi-2023-year.ts";
import { CAMPAIGN, ID, PROPOSALS, SHORT_TABLE, SUGGESTIONS, importTable } from "./zhanyi-2023-year.ts";

/** From the notice to the 面商. */
export function tellSpring(cast: () => Cast): void {
  it("9 March: the year is set up, and says where its days run past the law", async () => {
    const { office, zhujian } = cast();
    const { warnings, deadlines } = await office.send("/api/campaigns", CAMPAIGN);
    type Warning = { code: string; path: string; legalOn: string };
    expect((warnings as Warning[]).map(({ code, path, legalOn }) => [code, path, legalOn])).toEqual([
      ["past_three_months", "deadlines.draftOn", "2023-06-10"],
      ["day_off", "deadlines.proofOn", null],
      ["past_six_months", "deadlines.proofOn", "2023-09-10"],
      ["day_off", "deadlines.summaryOn", null],
    ]);
    expect(warnings[1].message).toContain("中秋节、国庆节假期");
    type Line = { clock: string; legal: { on: string } | null; campaign: { on: string } | null };
    const lines = (deadlines[0].lines as Line[]).map(({ clock, legal, campaign }) => [clock, legal?.on, campaign?.on]);
    expect(lines).toEqual([
      ["contacts", undefined, "2023-03-15"],
      ["joint_opinion", undefined, "2023-04-10"],
      ["draft", undefined, "2023-08-31"],
      ["proof", undefined, "2023-09-30"],
      ["reply", "2023-06-10", "2023-09-30"],
      ["reply_at_most", "2023-09-10", "2023-09-10"],
      ["publish", null, null],
      ["summary", undefined, "2023-09-30"],
      ["follow_up", undefined, "2023-12-20"],
    ]);
    const { rules } = await zhujian.handler.see("/api/campaigns/2023/rules");
    const changed = await zhujian.handler.attempt("/api/campaigns/2023/rules", "", { method: PUT, body: rules });
    expect(changed.status).toBe(403);
    const { days, workdays } = await zhujian.handler.see("/api/calendar?from=2023-09-28&to=2023-10-08");
    expect(workdays).toBe(3);
    expect(days[9]).toEqual({ date: "2023-10-07", workday: true, name: "调休上班" });
  });

  it("10 March: the tables are counted against the notice before anything is handed out", async () => {
    const { office, supervisor, walk } = cast();
    walk.goTo("2023-03-10", "10:49");
    expect(refusalOf(await importTable(office, SHORT_TABLE(), "suggestion"))).toEqual([422, "count_mismatch"]);
    expect((await importTable(office, SUGGESTIONS(), "suggestion")).json).toMatchObject({ added: 2, repliesOwed: 2 });
    expect((await importTable(office, PROPOSALS(), "proposal")).json).toMatchObject({ added: 2, repliesOwed: 3 });
    expect((await importTable(office, SUGGESTIONS(), "suggestion")).json).toMatchObject({ unchanged: 2, added: 0 });
    expect((await supervisor.see("/api/motions?campaign=2023")).total).toBe(4);
    expect(await listDue(cast().zhujian.handler)).toEqual([
      `reply_legal ${ID.lift} 2023-06-10 blue`,
      `reply_legal ${ID.sportsZhujian} 2023-06-10 blue`,
      `draft ${ID.lift} 2023-08-31 blue`,
      `draft ${ID.sportsZhujian} 2023-08-31 blue`,
      `reply_campaign ${ID.lift} 2023-09-30 blue`,
      `reply_campaign ${ID.sportsZhujian} 2023-09-30 blue`,
    ]);
    expect(await listDue(office, "&kind=joint_opinion")).toEqual([
      `joint_opinion ${ID.liftOpinion} 2023-04-10 blue`,
      `joint_opinion ${ID.trafficOpinion} 2023-04-10 blue`,
    ]);
  });

  it("13 March: each unit signs for its own and knows of no other's", async () => {
    const { zhujian, gongan, jiaoti, minzheng, supervisor, machine, walk } = cast();
    walk.goTo("2023-03-13");
    for (const id of [ID.lift, ID.sportsZhujian]) await zhujian.handler.act(assignment(id), "sign");
    for (const id of [ID.traffic, ID.liftOpinion]) await gongan.handler.act(assignment(id), "sign");
    for (const id of [ID.trafficOpinion, ID.sportsJiaoti]) await jiaoti.handler.act(assignment(id), "sign");
    const places = [assignment(ID.lift), reply(ID.lift), `${assignment(ID.lift)}/handling`];
    for (const path of [...places, `${assignment(ID.lift)}/feedback`, "/api/motions/2023-jianyi-12"]) {
      expect(await minzheng.handler.look(path), path).toBe(404);
      expect(await supervisor.look(path), path).toBe(200);
      expect(await machine.look(path), path).toBe(403);
      expect((await walk.stranger(path)).status, path).toBe(401);
    }
    for (const path of places) expect(await gongan.handler.look(path), path).toBe(404);
    const { parts } = await gongan.handler.see("/api/motions/2023-jianyi-12");
    expect(parts).toMatchObject([
      { unit: { code: "zhujian" }, assignmentId: null, state: null },
      { unit: { code: "gongan" }, role: "joint", state: "signed" },
    ]);
    expect((await supervisor.attempt(assignment(ID.homes), "sign")).status).toBe(403);
    expect((await zhujian.handler.attempt(assignment(ID.homes), "sign")).status).toBe(404);
  });

  it("15 March: names and telephones of those in charge; one unit has said nothing yet", async () => {
    const { office, zhujian, gongan, jiaoti, minzheng, walk } = cast();
    walk.goTo("2023-03-15", "17:30");
    for (const [unit, { handler }] of Object.entries({ zhujian, gongan, jiaoti })) {
      const person = { unit, duty: "leader", name: "祁分管", title: "副局长", phone: SECRET.phone };
      await handler.send("/api/people", person);
      await handler.send("/api/people", { ...person, duty: "handler", name: "宫康", title: "科长" });
    }
    expect((await office.see("/api/people")).total).toBe(6);
    expect((await office.see("/api/people?unit=minzheng")).total).toBe(0);
    expect((await jiaoti.handler.see("/api/people?unit=zhujian")).total).toBe(0);
    walk.goTo("2023-03-16");
    const nudge = { assignmentId: ID.homes, clock: "draft", channel: "phone", text: "请签收并报送承办人员名单" };
    await office.send("/api/reminders", { ...nudge, result: "已告知，今日办理" });
    await minzheng.handler.act(assignment(ID.homes), "sign");
    await minzheng.handler.send("/api/people", {
      unit: "minzheng",
      duty: "handler",
      name: "乐承办",
      title: null,
      phone: null,
    });
    expect((await minzheng.handler.see("/api/reminders")).items).toMatchObject([
      { channelLabel: "电话", readAt: null },
    ]);
    expect((await zhujian.handler.see("/api/reminders")).total).toBe(0);
  });

  it("10 and 11 April: one opinion on its last day, one a day late, both for the lead unit alone", async () => {
    const { office, supervisor, zhujian, gongan, jiaoti, walk } = cast();
    walk.goTo("2023-04-10");
    const body = (text: string) => ({ method: PUT, body: { body: richTextOf([text]) } });
    await gongan.handler.act(opinion(ID.liftOpinion), "", body(SECRET.opinion));
    walk.goTo("2023-04-11");
    expect(await listDue(office, "&kind=joint_opinion")).toEqual([`joint_opinion ${ID.trafficOpinion} 2023-04-10 red`]);
    await jiaoti.handler.act(opinion(ID.trafficOpinion), "", body("同意错时上下学。"));
    expect(await zhujian.handler.see(opinion(ID.liftOpinion))).toMatchObject({ state: "given", late: false });
    expect(await gongan.handler.see(opinion(ID.trafficOpinion))).toMatchObject({ state: "given", late: true });
    expect(await supervisor.look(opinion(ID.liftOpinion))).toBe(200);
    expect(await jiaoti.handler.look(opinion(ID.liftOpinion))).toBe(404);
    expect((await gongan.handler.attempt(opinion(ID.trafficOpinion), "", body("改写"))).status).toBe(403);
  });

  it("20 April: 专题面商会 with everyone who filed; the form is filled in there, before any reply", async () => {
    const { office, zhujian, walk } = cast();
    walk.goTo("2023-04-20");
    const guests = ["市人大常委会副主任", "副市长", "市政协副主席", "群众代表"];
    await office.act("/api/motions/2023-jianyi-12", "key-item", {
      method: PUT,
      body: { leader: "副市长", meetingOn: "2023-04-20", chair: "市住建局主要负责人", guests },
    });
    const { handler } = zhujian;
    const call = { kind: "call", phase: "before", heldOn: "2023-03-20", invited: 3, met: 3 };
    await handler.act(assignment(ID.lift), "contacts", { body: call });
    await handler.act(assignment(ID.lift), "contacts", {
      body: { ...call, kind: "meeting", phase: "during", heldOn: "2023-04-20" },
    });
    await handler.act(assignment(ID.lift), "feedback/ask");
    const { token, expiresAt } = await office.act(assignment(ID.lift), "feedback/links");
    expect(expiresAt).toBe("2023-05-05T01:00:00.000Z");
    const form = `/api/feedback-forms/${token}`;
    const { json: seen } = await walk.stranger(form);
    expect(seen).toMatchObject({ numberLabel: "第12号", unitName: "市住建局", round: 1, replyText: [] });
    expect(JSON.stringify(seen)).not.toContain(SECRET.opinion);
    const withToken = clientOf(walk.app, { token, actor: { id: "", name: "", role: "office", unitCode: null } });
    for (const path of [assignment(ID.lift), "/api/motions/2023-jianyi-12", "/api/me"]) {
      expect((await withToken(path)).status, path).toBe(401);
    }
    const answers = { attitude: "satisfied", result: "satisfied" };
    const filled = { method: "POST", body: { answers, comment: SECRET.verdict, consent: "yes" } };
    expect((await walk.stranger(form, filled)).json).toEqual({ filed: true });
    expect([(await walk.stranger(form)).status, (await walk.stranger(form, filled)).status]).toEqual([404, 404]);
    const { meeting, fiveContacts } = await handler.see(`${assignment(ID.lift)}/handling`);
    expect([meeting.held, fiveContacts.missing]).toEqual([true, ["letter", "visit", "conference"]]);
  });
}
