import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { richTextOf } from "#domain/reply/rich-text.ts";
import type { Cast, Desk } from "./bayi-2024-year.ts";
import {
  CITY_YEAR,
  COMPUTERS,
  DISTRICT_YEAR,
  ELSEWHERE,
  FOR_DISTRICT,
  OWN,
  VILLAGE,
  gather,
  motionIdOf,
} from "./bayi-2024-year.ts";
import type { LetterOf, Matter } from "./letters.ts";
import { draftOf } from "./letters.ts";
import { PUT, assignment, opinion, reply } from "./things.ts";
import type { Person, Walk } from "./walk.ts";
import { listDue, refusalOf, takeSteps } from "./walk.ts";

let cast: Cast;
beforeAll(async () => {
  cast = await gather();
});
afterAll(async () => {
  await cast.city.close();
  await cast.district.close();
});

const OPINION = "金丝雀：我区可提供用房两处";
const DISTRICT_NAME = "云川市云溪区人民政府";
const idOf = (matter: Matter, unit: string) => `${motionIdOf(matter)}.${unit}`;
const goTo = (day: string) => [cast.city, cast.district].forEach((walk) => walk.goTo(day));

async function handOut(office: Person, { kind, number, title }: Matter, parts: readonly object[]): Promise<void> {
  await office.send("/api/motions", { campaignId: "2024", kind, number, title, proposers: ["央代表"] });
  await office.act(`/api/motions/${motionIdOf({ kind, number, title, sitting: "", filers: "" })}`, "assign", {
    body: { parts },
  });
}

const consult = async ({ handler }: Desk, id: string) => {
  const meeting = { kind: "meeting", phase: "during", heldOn: "2024-04-18", invited: 1, met: 1 };
  await handler.act(assignment(id), "contacts", { body: meeting });
};
type Words = Omit<LetterOf, "signatory" | "signedOn">;
const write = async ({ handler }: Desk, id: string, matter: Matter, words: Words, signatory = DISTRICT_NAME) =>
  await handler.act(reply(id), "draft", {
    method: PUT,
    body: draftOf(matter, { ...words, signatory, signedOn: "2024-05-10" }),
  });

/** 代表、委员 answer by their link, each for one matter. */
async function satisfy(walk: Walk, office: Person, id: string): Promise<void> {
  await office.act(assignment(id), "feedback/ask");
  const { token } = await office.act(assignment(id), "feedback/links");
  const body = { answers: { attitude: "satisfied", result: "satisfied" }, consent: "yes" };
  expect((await walk.stranger(`/api/feedback-forms/${token}`, { method: "POST", body })).status).toBe(200);
}

const ledgerIds = async (person: Person, query = "") => {
  const { items } = await person.see(`/api/assignments?campaign=2024&limit=200${query}`);
  return (items as { id: string }[]).map(({ id }) => id);
};

describe("2024 as 巴宜 sums it up", { timeout: 60_000 }, () => {
  it("20 March: the city hands seven matters to the district; one government is one installation", async () => {
    const { cityOffice, asUnit } = cast;
    await cityOffice.send("/api/campaigns", CITY_YEAR);
    const second = await cityOffice.attempt("/api/campaigns", "", { body: { ...DISTRICT_YEAR, id: "2024-qu" } });
    expect(refusalOf(second)).toEqual([422, "campaign_exists"]);
    for (const matter of [...FOR_DISTRICT, ELSEWHERE]) {
      const joint = matter.joint === null ? [] : [{ unit: matter.joint, role: "joint" }];
      await handOut(cityOffice, matter, [{ unit: matter.lead, role: "lead" }, ...joint]);
    }
    expect((await ledgerIds(asUnit.handler)).toSorted()).toEqual(
      FOR_DISTRICT.map((item) => idOf(item, "yunxi")).toSorted(),
    );
    expect(await asUnit.handler.look(`/api/motions/${motionIdOf(ELSEWHERE)}`)).toBe(404);
    const count = async (query: string) => (await ledgerIds(asUnit.handler, `&${query}`)).length;
    expect([await count("kind=suggestion"), await count("kind=proposal")]).toEqual([2, 5]);
    expect([await count("role=lead"), await count("role=joint")]).toEqual([2, 5]);
  });

  it("25 March: the district's own year, with a number that the city has too; no door opens to both", async () => {
    const { districtOffice, quJiaoyu, cityOffice, asUnit, city, district } = cast;
    goTo("2024-03-25");
    await districtOffice.send("/api/campaigns", DISTRICT_YEAR);
    await handOut(districtOffice, OWN, [{ unit: "jiaoti", role: "lead" }]);
    expect(motionIdOf(OWN)).toBe(motionIdOf(VILLAGE));
    const path = `/api/motions/${motionIdOf(OWN)}`;
    expect(await districtOffice.see(path)).toMatchObject({ title: OWN.title, sitting: { shortName: OWN.sitting } });
    expect(await cityOffice.see(path)).toMatchObject({ title: VILLAGE.title, sitting: { shortName: VILLAGE.sitting } });
    expect(await ledgerIds(districtOffice)).toEqual([idOf(OWN, "jiaoti")]);
    expect(await ledgerIds(quJiaoyu.handler)).toEqual([idOf(OWN, "jiaoti")]);
    expect(await ledgerIds(asUnit.handler)).toHaveLength(7);
    const elsewhere = async (walk: Walk, token: string) =>
      (await walk.app.app.request(path, { headers: { Authorization: `Bearer ${token}` } })).status;
    const [ofCity, ofDistrict] = [await city.app.keyFor("admin"), await district.app.keyFor("admin")];
    expect(await elsewhere(city, ofCity.token)).toBe(200);
    expect([await elsewhere(district, ofCity.token), await elsewhere(city, ofDistrict.token)]).toEqual([401, 401]);
  });

  it("29 March: 交办会 in the district; who leads and who does each is written down, and all seven are signed", async () => {
    const { asUnit, cityOffice, zhujian, districtOffice } = cast;
    goTo("2024-03-29");
    const person = { unit: "yunxi", title: null, phone: "0890-6330009" };
    await asUnit.handler.send("/api/people", { ...person, duty: "leader", name: "祁副区长" });
    await asUnit.handler.send("/api/people", { ...person, duty: "liaison", name: "宫康" });
    for (const name of ["区教育局乐承办", "区住建局元承办"]) {
      await asUnit.handler.send("/api/people", { ...person, duty: "handler", name });
    }
    for (const matter of FOR_DISTRICT) await asUnit.handler.act(assignment(idOf(matter, "yunxi")), "sign");
    expect((await cityOffice.see("/api/people?unit=yunxi")).total).toBe(4);
    expect((await zhujian.see("/api/people?unit=yunxi")).total).toBe(0);
    expect((await districtOffice.see("/api/people")).total).toBe(0);
    expect((await listDue(asUnit.handler, "&kind=joint_opinion")).map((line) => line.split(" ")[2])).toEqual(
      Array.from({ length: 5 }, () => "2024-04-20"),
    );
  });

  it("18 April: five opinions go to the bureaus that lead, each its own; the district sees no letter of theirs", async () => {
    const { asUnit, zhujian, cityOffice } = cast;
    goTo("2024-04-18");
    for (const matter of FOR_DISTRICT.filter(({ joint }) => joint === "yunxi")) {
      const body = { body: richTextOf([`${OPINION}（${matter.number}）`]) };
      await asUnit.handler.act(opinion(idOf(matter, "yunxi")), "", { method: PUT, body });
    }
    const look = async (person: Person) =>
      await Promise.all(FOR_DISTRICT.map(async (item) => await person.look(opinion(idOf(item, "yunxi")))));
    // 82 and 96 are 住建局's; 12 and 7 are led by the district and ask nobody.
    expect(await look(zhujian)).toEqual([404, 404, 404, 404, 404, 200, 200]);
    expect(await look(cityOffice)).toEqual([404, 200, 404, 200, 200, 200, 200]);
    expect(await asUnit.handler.look(reply(`${motionIdOf(FOR_DISTRICT[5] ?? VILLAGE)}.zhujian`))).toBe(404);
    expect(await listDue(asUnit.handler, "&kind=joint_opinion")).toEqual([]);
  });

  it("10 May: not talked to the deputy, not clear, not solved yet: none of these leaves the district", async () => {
    const { asUnit } = cast;
    goTo("2024-05-10");
    const id = idOf(VILLAGE, "yunxi");
    const account = "群众补偿款正在履行拨付手续。";
    await write(asUnit, id, VILLAGE, { account, classCode: "A", speaksOf: "B" });
    expect(refusalOf(await asUnit.handler.attempt(reply(id), "propose"))).toEqual([409, "contact_missing"]);
    await consult(asUnit, id);
    expect(refusalOf(await asUnit.handler.attempt(reply(id), "propose"))).toEqual([409, "gate_blocked"]);
    await write(asUnit, id, VILLAGE, { account, classCode: "B" });
    await asUnit.handler.act(reply(id), "propose");
    const { returns } = await asUnit.signer.act(reply(id), "return", { body: { reason: "没有写明兑现时间" } });
    expect(returns).toMatchObject([{ edition: 1, reason: "没有写明兑现时间" }]);
    const withDay = `${account}2024 年 9 月底前由乡政府兑现给群众。`;
    await write(asUnit, id, VILLAGE, { account: withDay, classCode: "B" });
    const other = idOf(COMPUTERS, "yunxi");
    await consult(asUnit, other);
    const solved = "我区召集各学校座谈，已为各校配齐信息化设备维修人员。";
    await write(asUnit, other, COMPUTERS, { account: solved, classCode: "A" });
  });

  it("13 to 20 May: the district's leader signs, the city's office looks through, the district publishes what it leads", async () => {
    const { asUnit, cityChief, cityOffice, city, districtOffice } = cast;
    goTo("2024-05-13");
    for (const matter of [VILLAGE, COMPUTERS]) {
      const path = reply(idOf(matter, "yunxi"));
      await takeSteps(path, [
        [asUnit.handler, `${path}/propose`],
        [asUnit.signer, `${path}/submit`],
        [cityChief, `${path}/approve`],
        [cityOffice, `${path}/finalise`],
      ]);
      await satisfy(city, cityOffice, idOf(matter, "yunxi"));
      await cityOffice.act(assignment(idOf(matter, "yunxi")), "close");
    }
    goTo("2024-05-20");
    const path = reply(idOf(COMPUTERS, "yunxi"));
    expect(refusalOf(await asUnit.signer.attempt(path, "publish"))).toEqual([409, "needs_second_person"]);
    expect((await asUnit.publisher.act(path, "publish")).publication.indexNumber).toBe("000000001/202405-00001");
    await asUnit.publisher.act(reply(idOf(VILLAGE, "yunxi")), "publish");
    expect(await districtOffice.look(path)).toBe(404);
  });

  it("20 May: the district's own letter of the same number walks its own way, with its own 索引号", async () => {
    const { quJiaoyu, districtOffice, districtChief, district, cityOffice } = cast;
    const id = idOf(OWN, "jiaoti");
    const path = reply(id);
    await quJiaoyu.handler.act(assignment(id), "sign");
    await consult(quJiaoyu, id);
    await write(quJiaoyu, id, OWN, { account: "我局新办的城北幼儿园已经招生。", classCode: "A" }, "云溪区教育局");
    await takeSteps(path, [
      [quJiaoyu.handler, `${path}/propose`],
      [quJiaoyu.signer, `${path}/submit`],
      [districtChief, `${path}/approve`],
      [districtOffice, `${path}/finalise`],
      [quJiaoyu.publisher, `${path}/publish`],
    ]);
    await satisfy(district, districtOffice, id);
    expect((await districtOffice.see(path)).publication.indexNumber).toBe("000000002/202405-00001");
    expect((await districtOffice.see("/api/statistics/2024")).total).toMatchObject({
      motions: 1,
      answered: 1,
      published: 1,
    });
    expect((await cityOffice.see("/api/statistics/2024")).total).toMatchObject({
      motions: 8,
      answered: 2,
      published: 2,
    });
  });

  it("8 August: the district's summary: 承办 7, 主办 2, 会办 5, all done, nobody dissatisfied, with the small base beside it", async () => {
    const { asUnit, quJiaoyu } = cast;
    goTo("2024-08-08");
    type Sheet = { unit: { code: string }; rates: { key: string; numerator: number; base: number; percent: string }[] };
    const sheetOf = async ({ handler }: Desk) => {
      const { units } = await handler.see("/api/supervision/units?campaign=2024");
      expect(units).toHaveLength(1);
      const [{ rates }] = units as [Sheet];
      return Object.fromEntries(
        rates.map(({ key, numerator, base, percent }) => [key, `${numerator}/${base} ${percent}`]),
      );
    };
    expect(await sheetOf(asUnit)).toMatchObject({
      signed: "7/7 100.00",
      replied: "2/2 100.00",
      replied_within_law: "2/2 100.00",
      opinions_on_time: "5/5 100.00",
      dissatisfied: "0/2 0.00",
      returned: "0/2 0.00",
    });
    expect(await sheetOf(quJiaoyu)).toMatchObject({
      signed: "1/1 100.00",
      replied: "1/1 100.00",
      dissatisfied: "0/1 0.00",
    });
    const { items } = await asUnit.handler.see("/api/assignments?campaign=2024&limit=200");
    expect(new Set((items as { state: string }[]).map(({ state }) => state))).toEqual(new Set(["closed"]));
    expect(await listDue(asUnit.handler)).toEqual([`follow_up ${idOf(VILLAGE, "yunxi")} 2024-12-20 blue`]);
  });
});
