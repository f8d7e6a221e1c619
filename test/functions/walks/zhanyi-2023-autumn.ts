import { expect, it } from "vitest";
import { listActions, listDue, refusalOf } from "./walk.ts";
import { PUT, assignment, reply } from "./things.ts";
import { SECRET, consult, finish, handIn, write } from "./zhanyi-2023-desk.ts";
import type { Cast } from "./zhanyi-2023-year.ts";
import { HOMES, ID, LIFT, SPORTS, TRAFFIC } from "./zhanyi-2023-year.ts";

/** From the law's three months to the letters as they went out. */
export function tellAutumn(cast: () => Cast): void {
  it("8 June: the law's day is extended within its six months; the notice's day stays", async () => {
    const { office, zhujian, walk } = cast();
    walk.goTo("2023-06-08");
    const ask = (newDueOn: string) => ({ body: { reason: "涉及多个部门，需要逐栋勘察", newDueOn } });
    const { handler } = zhujian;
    const tooLong = await handler.attempt(assignment(ID.lift), "extensions", ask("2023-09-11"));
    expect(refusalOf(tooLong)).toEqual([409, "extension_beyond_limit"]);
    const noLonger = await handler.attempt(assignment(ID.lift), "extensions", ask("2023-06-10"));
    expect(refusalOf(noLonger)).toEqual([409, "extension_not_later"]);
    await handler.act(assignment(ID.lift), "extensions", ask("2023-09-08"));
    await office.act(assignment(ID.lift), "extension-decision", { body: { decision: "granted" } });
    await handler.act(assignment(ID.lift), "extensions/1/told", { body: { toldOn: "2023-06-08" } });
    expect((await listDue(handler)).filter((line) => line.startsWith("reply_"))).toEqual([
      `reply_legal ${ID.sportsZhujian} 2023-06-10 yellow`,
      `reply_legal ${ID.lift} 2023-09-08 blue`,
      `reply_campaign ${ID.lift} 2023-09-30 blue`,
      `reply_campaign ${ID.sportsZhujian} 2023-09-30 blue`,
    ]);
  });

  it("9 June: 先协商、后答复, and nobody signs what they wrote", async () => {
    const { gongan, office, walk } = cast();
    walk.goTo("2023-06-09");
    await write(gongan, ID.traffic, {
      matter: TRAFFIC,
      signatory: "云川市公安局",
      classCode: "A",
      signedOn: "2023-06-09",
    });
    const early = await gongan.handler.attempt(reply(ID.traffic), "propose");
    expect(refusalOf(early)).toEqual([409, "contact_missing"]);
    expect(early.json.errors).toMatchObject([{ path: "feedback_missing" }]);
    await consult(cast(), gongan, ID.traffic, "2023-06-01");
    const alone = await gongan.handler.attempt(reply(ID.traffic), "submit");
    expect(refusalOf(alone)).toEqual([409, "needs_sign_off"]);
    await gongan.handler.act(reply(ID.traffic), "propose");
    const own = await gongan.handler.attempt(reply(ID.traffic), "submit");
    expect(refusalOf(own)).toEqual([409, "needs_signer"]);
    await gongan.signer.act(reply(ID.traffic), "submit");
    expect(refusalOf(await office.attempt(reply(ID.traffic), "finalise"))).toEqual([409, "wrong_state"]);
    await finish(cast(), ID.traffic);
    // Twenty working days, over 端午节 and the Sunday worked for it.
    expect(await listDue(gongan.handler, "&kind=publish")).toEqual([`publish ${ID.traffic} 2023-07-10 blue`]);
  });

  it("10 July, the last day: published by somebody who neither wrote nor sent it", async () => {
    const { gongan, zhujian, supervisor, office, walk } = cast();
    walk.goTo("2023-07-10");
    const attempt = async (person: typeof office) => refusalOf(await person.attempt(reply(ID.traffic), "publish"));
    expect(await attempt(gongan.handler)).toEqual([409, "editor_may_not_approve"]);
    expect(await attempt(gongan.signer)).toEqual([409, "needs_second_person"]);
    expect(await attempt(supervisor)).toEqual([403, "forbidden"]);
    expect(await attempt(zhujian.handler)).toEqual([404, "not_found"]);
    const { publication } = await office.act(reply(ID.traffic), "publish");
    expect(publication).toMatchObject({ state: "published", firstPublishedAt: "2023-07-10 09:00" });
    expect(await attempt(office)).toEqual([409, "already_published"]);
    expect(await listActions(supervisor, `reply:${ID.traffic}`)).toEqual([
      "reply.draft",
      "reply.propose",
      "reply.submit",
      "reply.approve",
      "reply.finalise",
      "reply.publish",
    ]);
  });

  it("30 and 31 August: the drafts come in; one goes back once, with its reason", async () => {
    const { zhujian, jiaoti, gongan, chief, walk } = cast();
    walk.goTo("2023-08-30");
    await consult(cast(), jiaoti, ID.sportsJiaoti, "2023-08-21");
    await consult(cast(), zhujian, ID.sportsZhujian, "2023-08-21");
    const words = { matter: SPORTS, signedOn: "2023-08-30" };
    await write(jiaoti, ID.sportsJiaoti, { ...words, signatory: "云川市教育体育局", classCode: "A" });
    await write(zhujian, ID.sportsZhujian, { ...words, signatory: "云川市住房和城乡建设局", classCode: "B" });
    await handIn(jiaoti, ID.sportsJiaoti);
    await handIn(zhujian, ID.sportsZhujian);
    const lift = { matter: LIFT, signatory: "云川市住房和城乡建设局", classCode: "B", signedOn: "2023-08-30" } as const;
    await write(zhujian, ID.lift, lift);
    await handIn(zhujian, ID.lift);
    walk.goTo("2023-08-31");
    const { returns, assignment: part } = await chief.act(reply(ID.lift), "return", {
      body: { reason: SECRET.returned },
    });
    expect([part.state, returns]).toMatchObject(["handling", [{ edition: 1, reason: SECRET.returned }]]);
    expect((await zhujian.handler.see(reply(ID.lift))).returns).toHaveLength(1);
    expect(await gongan.handler.look(reply(ID.lift))).toBe(404);
    await write(zhujian, ID.lift, { ...lift, account: "我局已完成首批 12 栋住宅的勘察，2023 年 12 月底前加装完成。" });
    await handIn(zhujian, ID.lift);
    expect(await listDue(zhujian.handler, "&kind=draft")).toEqual([]);
  });

  it("1 September: the unit that is late is reminded in three ways, and only it reads of it", async () => {
    const { office, minzheng, gongan, walk } = cast();
    walk.goTo("2023-09-01");
    expect(await listDue(office, "&light=red&campaign=2023")).toEqual([
      `reply_legal ${ID.homes} 2023-06-10 red`,
      `reply_legal ${ID.sportsJiaoti} 2023-06-10 red`,
      `reply_legal ${ID.sportsZhujian} 2023-06-10 red`,
      `draft ${ID.homes} 2023-08-31 red`,
    ]);
    const nudge = { assignmentId: ID.homes, clock: "draft", text: SECRET.nudge };
    for (const channel of ["in_app", "sms", "paper"]) await office.send("/api/reminders", { ...nudge, channel });
    const { items } = await minzheng.handler.see("/api/reminders?unread=true");
    const ids = (items as { id: string }[]).map(({ id }) => id);
    expect(await minzheng.handler.send("/api/reminders/read", { ids })).toEqual({ read: 4 });
    expect((await gongan.handler.see("/api/reminders")).total).toBe(0);
    expect((await minzheng.handler.attempt("/api/reminders", "", { body: { ...nudge, channel: "sms" } })).status).toBe(
      403,
    );
  });

  it("28 September, before the holidays: the last draft, and every letter is final", async () => {
    const { office, minzheng, walk } = cast();
    walk.goTo("2023-09-25");
    const words = { matter: HOMES, signatory: "云川市民政局", classCode: "C", signedOn: "2023-09-25" } as const;
    await write(minzheng, ID.homes, words, { mode: "none", ground: "filer_request", reviewAgainOn: "2024-09-25" });
    const reason = "委员在外地学习，已电话沟通";
    await minzheng.handler.act(assignment(ID.homes), "meeting-waiver", { method: PUT, body: { reason } });
    await minzheng.handler.act(assignment(ID.homes), "feedback/ask");
    const body = { answers: { attitude: "satisfied", result: "satisfied" }, consent: "no" };
    await office.act(assignment(ID.homes), "feedback/record", { body });
    await handIn(minzheng, ID.homes);
    walk.goTo("2023-09-28");
    expect(await listDue(office, "&kind=proof")).toHaveLength(4);
    for (const id of [ID.lift, ID.sportsJiaoti, ID.sportsZhujian, ID.homes]) await finish(cast(), id);
    expect(await listDue(office, "&kind=proof")).toEqual([]);
    // Twenty working days that begin with the two worked at the end of the holidays.
    expect(await listDue(office, "&kind=publish")).toEqual(
      [ID.lift, ID.sportsJiaoti, ID.sportsZhujian].map((id) => `publish ${id} 2023-11-01 blue`),
    );
    expect(refusalOf(await office.attempt(reply(ID.homes), "publish"))).toEqual([409, "not_public"]);
    expect(await listDue(office, "&kind=review_again")).toEqual([`review_again ${ID.homes} 2024-09-25 blue`]);
  });

  it("28 September still: the units' 总结, due on the 30th, is for the office and for no other unit", async () => {
    const { office, supervisor, zhujian, gongan, walk } = cast();
    const order = { campaign: "2023", outline: "unit", unit: "zhujian" };
    expect((await gongan.handler.attempt("/api/summaries", "", { body: order })).status).toBe(403);
    const { summary } = await zhujian.handler.send("/api/summaries", order);
    expect(summary).toMatchObject({ unit: "zhujian", asOf: "2023-09-28", state: "draft" });
    const path = `/api/summaries/${summary.slug}`;
    for (const person of [office, supervisor, zhujian.signer]) expect(await person.look(path)).toBe(200);
    expect(await gongan.handler.look(path)).toBe(404);
    expect((await gongan.handler.see("/api/summaries?campaign=2023")).items).toEqual([]);
    expect((await walk.stranger(path)).status).toBe(401);
  });
}
