import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { richTextOf } from "#domain/reply/rich-text.ts";
import { runReleases } from "#services/releases/run.ts";
import { filesWith, readAllText } from "#test/e2e/story/site-text.ts";
import { listActions, listDue, refusalOf } from "./walk.ts";
import { PUT, assignment, reply } from "./things.ts";
import { SECRET } from "./zhanyi-2023-desk.ts";
import type { Cast } from "./zhanyi-2023-year.ts";
import { HOMES, ID, LIFT } from "./zhanyi-2023-year.ts";

const ANSWERED = [ID.lift, ID.traffic, ID.sportsJiaoti, ID.sportsZhujian, ID.homes];

type Rate = { key: string; numerator: number; base: number };

/** From 办结 to the figures of the year. */
export function tellWinter(cast: () => Cast): void {
  it("8 October, a Sunday at work: what was answered is closed, by the office alone", async () => {
    const { office, zhujian, walk } = cast();
    walk.goTo("2023-10-08");
    expect((await zhujian.handler.attempt(assignment(ID.lift), "close")).status).toBe(403);
    for (const id of ANSWERED) {
      expect(await office.act(assignment(id), "close")).toMatchObject({
        state: "closed",
        closings: [{ reason: null }],
      });
    }
    expect(refusalOf(await office.attempt(assignment(ID.lift), "close"))).toEqual([409, "wrong_state"]);
    expect(await listDue(office, "&kind=reply_campaign&campaign=2023")).toEqual([]);
  });

  it("30 October: the rest is published within its twenty working days", async () => {
    const { office, zhujian, walk } = cast();
    walk.goTo("2023-10-30");
    expect((await listDue(zhujian.handler, "&kind=publish")).map((line) => line.split(" ").at(-1))).toEqual([
      "yellow",
      "yellow",
    ]);
    for (const id of [ID.lift, ID.sportsJiaoti, ID.sportsZhujian]) await office.act(reply(id), "publish");
    expect(await listDue(office, "&kind=publish")).toEqual([]);
  });

  it("20 December: B is followed up; the class changes with evidence and an approver, or stays with a new day", async () => {
    const { office, chief, zhujian, jiaoti, walk } = cast();
    walk.goTo("2023-12-13");
    expect(await listDue(office, "&kind=follow_up")).toEqual([
      `follow_up ${ID.lift} 2023-12-20 yellow`,
      `follow_up ${ID.sportsZhujian} 2023-12-20 yellow`,
    ]);
    walk.goTo("2023-12-20");
    const { handler, signer } = zhujian;
    const body = richTextOf(["首批 12 栋住宅的电梯已经全部投入使用。"]);
    const draft = async (id: string, words: object) =>
      await handler.act(assignment(id), "follow-ups/draft", { method: PUT, body: { body, ...words } });
    await draft(ID.lift, { classCode: "A" });
    const send = async (person: typeof handler) =>
      refusalOf(await person.attempt(assignment(ID.lift), "follow-ups/submit"));
    expect(await send(handler)).toEqual([409, "needs_signer"]);
    expect(await send(signer)).toEqual([409, "evidence_missing"]);
    await draft(ID.lift, { classCode: "A", evidence: "特种设备使用登记证 12 份" });
    await signer.act(assignment(ID.lift), "follow-ups/submit");
    const { outcomes } = await chief.act(assignment(ID.lift), "follow-ups/approve");
    expect(outcomes).toMatchObject([
      { classCode: "B", decidedOn: "2023-09-28", source: "reply" },
      { classCode: "A", decidedOn: "2023-12-20", source: "follow_up" },
    ]);
    await office.act(assignment(ID.lift), "follow-ups/publish");
    expect(await jiaoti.handler.look(`${assignment(ID.lift)}/follow-ups`)).toBe(404);
    await draft(ID.sportsZhujian, { classCode: "B" });
    await signer.act(assignment(ID.sportsZhujian), "follow-ups/submit");
    const open = await chief.attempt(assignment(ID.sportsZhujian), "follow-ups/approve");
    expect(refusalOf(open)).toEqual([409, "next_due_missing"]);
    await chief.act(assignment(ID.sportsZhujian), "follow-ups/approve", { body: { nextDueOn: "2024-06-30" } });
    expect(await listDue(office, "&kind=follow_up")).toEqual([`follow_up ${ID.sportsZhujian} 2024-06-30 blue`]);
  });

  it("29 December: the figures of the year, each with its base", async () => {
    const { office, supervisor, zhujian, walk } = cast();
    walk.goTo("2023-12-29");
    const { total, kinds } = await supervisor.see("/api/statistics/2023");
    expect(total).toMatchObject({ motions: 4, keyItems: 1, owed: 5, answered: 5, published: 4, withheld: 1 });
    type Kind = { kind: string; classes: { count: number }[] };
    expect((kinds as Kind[]).map(({ kind, classes }) => [kind, classes.map(({ count }) => count)])).toEqual([
      ["suggestion", [1, 1, 0]],
      ["proposal", [1, 1, 1]],
    ]);
    expect(await zhujian.handler.look("/api/statistics/2023")).toBe(403);
    const { units, conversion } = await office.see("/api/supervision/units?campaign=2023");
    type Sheet = { unit: { code: string }; rates: Rate[] };
    const sheet = (key: string) =>
      Object.fromEntries(
        (units as Sheet[]).map(({ unit, rates }) => {
          const { numerator, base } = rates.find((rate) => rate.key === key) ?? { numerator: -1, base: -1 };
          return [unit.code, `${numerator}/${base}`];
        }),
      );
    expect(sheet("replied_on_time")).toEqual({ zhujian: "2/2", jiaoti: "1/1", gongan: "1/1", minzheng: "1/1" });
    expect(sheet("replied_within_law")).toEqual({ zhujian: "0/2", jiaoti: "0/1", gongan: "1/1", minzheng: "0/1" });
    expect(sheet("opinions_on_time")).toEqual({ zhujian: "0/0", jiaoti: "0/1", gongan: "1/1", minzheng: "0/0" });
    expect(sheet("reminded")).toEqual({ zhujian: "0/2", jiaoti: "0/2", gongan: "0/2", minzheng: "4/1" });
    expect(sheet("returned")).toMatchObject({ zhujian: "1/2", gongan: "0/1" });
    expect((conversion as { rate: Rate }[]).map(({ rate }) => `${rate.numerator}/${rate.base}`)).toEqual([
      "1/1",
      "0/1",
    ]);
    const own = await zhujian.handler.see("/api/supervision/units?campaign=2023");
    expect((own.units as Sheet[]).map(({ unit }) => unit.code)).toEqual(["zhujian"]);
  });

  it("the register tells the whole of it, step by step", async () => {
    const actions = await listActions(cast().supervisor, `assignment:${ID.lift}`);
    expect(actions).toEqual([
      "assignment.sign",
      "contact.record",
      "contact.record",
      "feedback.ask",
      "feedback.create_link",
      "feedback.file",
      "extension.request",
      "extension.decide",
      "extension.tell",
      "assignment.close",
      "follow_up.draft",
      "follow_up.draft",
      "follow_up.submit",
      "follow_up.approve",
      "follow_up.publish",
    ]);
    const asUnit = await cast().zhujian.handler.ask(`/api/audit?object=assignment:${ID.lift}`);
    expect(asUnit.status).toBe(403);
  });

  it("the public site has the answers, and nothing of what was between the offices", async () => {
    const { app } = cast().walk;
    const dataFolder = await mkdtemp(join(tmpdir(), "huiyin-walk-"));
    try {
      await runReleases(app.system, { dataFolder, origin: "https://yunchuan.example", base: "", keep: 1 });
      const texts = await readAllText(join(dataFolder, "releases", "current", "site"));
      expect(filesWith(texts, LIFT.title)).toContain("2023/jianyi/12/index.html");
      for (const words of [...Object.values(SECRET), HOMES.title]) expect(filesWith(texts, words), words).toEqual([]);
    } finally {
      await rm(dataFolder, { recursive: true, force: true });
    }
  });
}
