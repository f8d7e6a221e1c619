import { desc } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readRules } from "#db/reads/campaign-rules.ts";
import { findCampaign } from "#db/reads/campaign-progress.ts";
import { campaignKinds } from "#db/schema/campaigns.ts";
import { audit } from "#db/schema/operations.ts";
import { projectFrame } from "#release/project/project-frame.ts";
import { projectMotions } from "#release/project/project-motions.ts";
import { changeCampaign } from "#services/campaigns/change-campaign.ts";
import { createCampaign } from "#services/campaigns/create-campaign.ts";
import { readCampaign } from "#services/campaigns/read-campaign.ts";
import type { SchemeChoice } from "#services/campaigns/set-scheme.ts";
import { setScheme } from "#services/campaigns/set-scheme.ts";
import type { Context } from "#services/context.ts";
import { Forbidden, NotFound, Stale } from "#services/errors.ts";
import { listSchemes } from "#services/schemes/list-schemes.ts";
import { getYearFigures } from "#services/statistics/get-year.ts";
import { advanceReply } from "#test/support/advance-reply.ts";
import type { TestApp } from "#test/support/app.ts";
import { openTestApp } from "#test/support/app.ts";
import { cleanDraft } from "#test/support/letter.ts";

const OWN = {
  name: "云川市三类",
  source: "云政办〔2026〕3号",
  classes: [
    {
      code: "A",
      label: "已经办成",
      definition: "所提事项已经办成的",
      canonical: ["resolved"],
      countsAsResolved: true,
      needsFollowUp: false,
    },
    {
      code: "C",
      label: "暂不具备条件",
      definition: "所提事项暂不具备条件的",
      canonical: ["deferred", "reference"],
      countsAsResolved: false,
      needsFollowUp: false,
    },
    {
      code: "E",
      label: "列入三年行动计划",
      definition: "所提事项列入本市三年行动计划、逐年办理的",
      canonical: ["planned"],
      countsAsResolved: false,
      needsFollowUp: true,
    },
  ],
} satisfies SchemeChoice["own"];
const BOTH = ["suggestion", "proposal"] as const;
const ID = "2026-jianyi-39.zhujian";

let t: TestApp;
let office: Context;
let unit: Context;
beforeEach(async () => {
  t = await openTestApp();
  office = t.contextOf((await t.keyFor("office")).actor);
  unit = t.contextOf((await t.keyFor("unit", "zhujian")).actor);
});
afterEach(async () => await t.close());

async function choose(choice: SchemeChoice, id = "2026", ctx = office): Promise<void> {
  const version = (await findCampaign(t.db, id))?.version ?? 1;
  await setScheme(ctx, { id, version }, choice);
}
const chosen = async () => (await t.db.select().from(campaignKinds)).map(({ schemeId }) => schemeId);
const ownSchemes = async () => (await listSchemes(office)).items.filter(({ id }) => id.startsWith("own-"));

describe("the year's own classes", () => {
  it("are what a letter of the year bears, in public with their definition, and are followed up as they say", async () => {
    await choose({ kinds: [...BOTH], own: OWN });
    const [scheme] = await ownSchemes();
    expect(await chosen()).toEqual([scheme?.id, scheme?.id]);
    expect((await readRules(t.db, "2026")).followUp.classes).toEqual(["E"]);
    const other = "2026-tian-7.zhujian";
    await expect(advanceReply(other, "drafted", { unit, office }, cleanDraft(other, "B"))).rejects.toThrow("A、C、E");
    await advanceReply(ID, "published", { unit, office }, lettered("E"));
    const frame = await projectFrame(t.db);
    const { matters } = await projectMotions(t.db, ["2026-jianyi-39"], frame);
    const e = OWN.classes.at(-1);
    expect(matters[0]?.matter.replies[0]?.outcome).toMatchObject({
      code: "E",
      label: e?.label,
      definition: e?.definition,
      tone: "planned",
      schemeName: "云川市三类",
    });
    expect(matters[0]?.matter.replies[0]?.followUps).toMatchObject([{ number: 1, outcome: null }]);
    const { kinds } = await getYearFigures(office, 2026);
    expect(JSON.stringify(kinds)).toContain("列入三年行动计划");
  });

  it("stand from the first letter on that bears one, a draft too", async () => {
    await choose({ kinds: [...BOTH], own: OWN });
    expect((await readCampaign(office, "2026")).schemeIsOpen).toBe(true);
    await advanceReply(ID, "drafted", { unit, office }, lettered("E"));
    expect((await readCampaign(office, "2026")).schemeIsOpen).toBe(false);
    await expect(choose({ kinds: [...BOTH], schemeId: "four-class" })).rejects.toMatchObject({ code: "scheme_in_use" });
  });

  it("written anew leave nothing of the first writing behind", async () => {
    await choose({ kinds: [...BOTH], own: OWN });
    const [first] = await ownSchemes();
    await choose({ kinds: [...BOTH], own: { ...OWN, source: "云政办〔2026〕5号" } });
    const now = await ownSchemes();
    expect(now.map(({ source }) => source)).toEqual(["云政办〔2026〕5号"]);
    expect(now[0]?.id).not.toBe(first?.id);
    await choose({ kinds: ["proposal"], schemeId: "four-class" });
    expect((await readRules(t.db, "2026")).followUp.classes.toSorted()).toEqual(["B", "C", "E"]);
    await choose({ kinds: [...BOTH], schemeId: "four-class" });
    expect(await ownSchemes()).toEqual([]);
    const [row] = await t.db.select().from(audit).orderBy(desc(audit.seq)).limit(1);
    expect(row).toMatchObject({ action: "campaign.set_scheme", object: "campaign:2026", actorId: office.actor.id });
  });

  it("go on in the next year under one id, and are not written a second time", async () => {
    await choose({ kinds: [...BOTH], own: OWN });
    const [scheme] = await ownSchemes();
    const sitting = {
      id: "npc-4-6",
      term: 4,
      session: 6,
      name: "云川市第四届人民代表大会第六次会议",
      shortName: "六次",
    };
    const kind = { kind: "suggestion" as const, sitting, schemeId: scheme?.id ?? "", assignedOn: "2027-03-10" };
    await createCampaign(office, { id: "2027", year: 2027, name: "2027 年办理", state: "preparing", kinds: [kind] });
    expect((await readRules(t.db, "2027")).followUp.classes).toEqual(["E"]);
    const again = { ...OWN, source: "云政办〔2027〕2号" };
    await expect(choose({ kinds: ["suggestion"], own: again }, "2027")).rejects.toMatchObject({
      message: expect.stringContaining("云川市三类"),
      fields: [{ path: "own.classes" }],
    });
    const reworded = OWN.classes.map((one, at) => (at === 0 ? { ...one, label: "已经办好" } : one));
    const next = { ...OWN, name: "云川市三类（2027）", classes: reworded };
    await expect(choose({ kinds: ["suggestion"], own: { ...next, name: OWN.name } }, "2027")).rejects.toMatchObject({
      fields: [{ path: "own.name" }],
    });
    await choose({ kinds: ["suggestion"], own: next }, "2027");
    expect((await ownSchemes()).length).toBe(2);
    expect((await chosen()).filter((id) => id === scheme?.id)).toHaveLength(2);
  });
});

it("is the office's to decide, of a year and kinds that are there, as it saw them, before the year is over", async () => {
  const choice: SchemeChoice = { kinds: ["suggestion"], schemeId: "four-class" };
  await expect(choose(choice, "2026", unit)).rejects.toThrow(Forbidden);
  await expect(choose(choice, "1999")).rejects.toThrow(NotFound);
  await expect(setScheme(office, { id: "2026", version: 9 }, choice)).rejects.toThrow(Stale);
  await expect(choose({ ...choice, schemeId: "mars" })).rejects.toMatchObject({ fields: [{ path: "schemeId" }] });
  await changeCampaign(office, "close", { id: "2026", version: 1 }, async () => ({ reason: "收官", facts: null }));
  await expect(choose(choice)).rejects.toMatchObject({ code: "campaign_closed" });
});

function lettered(classCode: string) {
  const draft = cleanDraft(ID, "B");
  return { ...draft, letter: { ...draft.letter, classCode } };
}
