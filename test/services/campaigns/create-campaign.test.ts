import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readRules, readVersionedRules } from "#db/reads/campaign-rules.ts";
import { audit } from "#db/schema/operations.ts";
import { campaignKinds, campaigns } from "#db/schema/campaigns.ts";
import { campaignRules } from "#db/schema/handling.ts";
import { DEFAULT_RULES } from "#domain/campaign/campaign-rules.ts";
import type { Role } from "#domain/handling/actor.ts";
import type { CampaignInput } from "#services/campaigns/create-campaign.ts";
import { createCampaign } from "#services/campaigns/create-campaign.ts";
import { readCampaign } from "#services/campaigns/read-campaign.ts";
import { updateRules } from "#services/campaigns/update-rules.ts";
import type { TestApp } from "#test/support/app.ts";
import { openTestApp } from "#test/support/app.ts";

let app: TestApp;
beforeEach(async () => {
  app = await openTestApp();
});
afterEach(async () => await app.close());

const ctxOf = async (role: Role, unit?: string) => app.contextOf((await app.keyFor(role, unit)).actor);

const SITTING = {
  id: "npc-3-3",
  term: 3,
  session: 3,
  name: "云川市第三届人民代表大会第三次会议",
  shortName: "市三届人大三次会议",
};

function year2023(more: Partial<CampaignInput> = {}): CampaignInput {
  const kind = {
    kind: "suggestion" as const,
    sitting: SITTING,
    schemeId: "zhanyi-2023",
    assignedOn: "2023-03-10",
    expectedCount: 126,
  };
  return { id: "2023", year: 2023, name: "2023 年办理工作", kinds: [kind], ...more };
}

const auditOf = async (object: string) => await app.db.select().from(audit).where(eq(audit.object, object));

describe("createCampaign", () => {
  it("sets up 沾益 2023 from its preset and warns of what its notice asks", async () => {
    const office = await ctxOf("office");
    await createCampaign(office, year2023({ preset: "zhanyi-2023" }));
    const { campaign, rules } = await readCampaign(office, "2023");
    expect(campaign.kinds).toMatchObject([{ expectedCount: 126, followUpDueOn: "2023-12-20" }]);
    expect(rules).toMatchObject({
      version: 1,
      rules: { jointWord: "协办", followUp: { classes: ["B"], target: null } },
    });
    expect(rules.warnings.map(({ code, legalOn }) => [code, legalOn])).toContainEqual([
      "past_six_months",
      "2023-09-10",
    ]);
    expect(await auditOf("campaign:2023")).toMatchObject([{ action: "campaign.create", actorId: office.actor.id }]);
  });

  it("goes by the law where no preset is named", async () => {
    await createCampaign(app.system, year2023());
    expect(await readRules(app.db, "2023")).toEqual(DEFAULT_RULES);
  });

  it("takes the classes to follow up from the scheme of the year", async () => {
    const { kinds } = year2023();
    await createCampaign(app.system, year2023({ kinds: kinds.map((kind) => ({ ...kind, schemeId: "four-class" })) }));
    expect((await readRules(app.db, "2023")).followUp.classes).toEqual(["B", "C"]);
  });

  it("lets overrides beat the preset, and the kind's own day the rule's", async () => {
    const kinds = year2023().kinds.map((kind) => ({ ...kind, followUpDueOn: "2023-11-30" }));
    await createCampaign(
      app.system,
      year2023({
        kinds,
        preset: "henan-2017",
        overrides: {
          deadlines: { sign: { amount: 3, unit: "workday" } },
          followUp: { classes: ["B", "C"], target: 60 },
        },
      }),
    );
    expect(await readRules(app.db, "2023")).toMatchObject({
      deadlines: { preset: "henan-2017", sign: { amount: 3 }, reassign: { amount: 10 }, followUpOn: "2023-11-30" },
      followUp: { classes: ["B", "C"], target: 60 },
    });
  });

  it.each([
    [{ preset: "mars-1900" }, "preset"],
    [
      { overrides: { feedback: { preset: "stars", time: "after_reply", required: false } } },
      "overrides.feedback.preset",
    ],
    [{ overrides: { followUp: { classes: ["D"], target: null } } }, "overrides.followUp.classes"],
    [{ kinds: year2023().kinds.map((kind) => ({ ...kind, schemeId: "mars" })) }, "kinds.0.schemeId"],
    [
      { kinds: year2023().kinds.map((kind) => ({ ...kind, sitting: { ...SITTING, id: "npc-4-5" } })) },
      "kinds.0.sitting",
    ],
    [
      {
        kinds: year2023().kinds.map((kind) => ({ ...kind, sitting: { ...SITTING, shortName: "市四届人大五次会议" } })),
      },
      "kinds.0.sitting",
    ],
  ] as const)("refuses %j and leaves nothing behind", async (more, path) => {
    const wrong = createCampaign(app.system, year2023(more as Partial<CampaignInput>));
    await expect(wrong).rejects.toMatchObject({ name: "Invalid", fields: [{ path }] });
    expect(await app.db.$count(campaigns, eq(campaigns.id, "2023"))).toBe(0);
    expect(await auditOf("campaign:2023")).toEqual([]);
  });

  it("refuses a kind named twice and a year that is there", async () => {
    const [kind] = year2023().kinds;
    await expect(createCampaign(app.system, year2023({ kinds: [kind!, kind!] }))).rejects.toThrow(/每类只能写一次/);
    await expect(createCampaign(app.system, year2023({ year: 2026 }))).rejects.toMatchObject({
      code: "campaign_exists",
    });
  });

  it.each([["supervisor"], ["unit", "zhujian"], ["machine"]] as const)("refuses a %s", async (role, unit?: string) => {
    await expect(createCampaign(await ctxOf(role, unit), year2023())).rejects.toMatchObject({ name: "Forbidden" });
  });
});

describe("updateRules", () => {
  const ref = { id: "2026", version: 1 };
  const changed = { ...DEFAULT_RULES, contactRequired: true };

  it("changes the rules, their version and the campaign's, with an audit row", async () => {
    const office = await ctxOf("office");
    await updateRules(office, ref, changed);
    expect(await readVersionedRules(app.db, "2026")).toEqual({ rules: changed, version: 2 });
    expect((await readCampaign(office, "2026")).campaign.version).toBe(2);
    expect(await auditOf("campaign:2026")).toMatchObject([
      { action: "campaign.create" },
      { action: "campaign.update_rules", actorId: office.actor.id },
    ]);
  });

  it("of a campaign without rules start at version 1", async () => {
    await app.db.delete(campaignRules);
    expect(await readVersionedRules(app.db, "2026")).toEqual({ rules: DEFAULT_RULES, version: 1 });
    await updateRules(app.system, ref, changed);
    expect(await readVersionedRules(app.db, "2026")).toEqual({ rules: changed, version: 2 });
  });

  it("have one winner among ten", async () => {
    const all = await Promise.allSettled(Array.from({ length: 10 }, () => updateRules(app.system, ref, changed)));
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(all.filter((one) => one.status === "rejected").every((one) => one.reason.code === "stale")).toBe(true);
    expect((await readVersionedRules(app.db, "2026")).version).toBe(2);
  });

  it("move the day of follow-ups that open from now on, and only when it changed", async () => {
    const daysOf = async () => await app.db.select({ on: campaignKinds.followUpDueOn }).from(campaignKinds);
    const deadlines = { ...DEFAULT_RULES.deadlines, followUpOn: "2026-12-20" };
    await updateRules(app.system, ref, { ...DEFAULT_RULES, deadlines });
    expect(await daysOf()).toEqual([{ on: "2026-12-20" }, { on: "2026-12-20" }]);
    await updateRules(app.system, { id: "2026", version: 2 }, DEFAULT_RULES);
    expect(await daysOf()).toEqual([{ on: "2026-12-20" }, { on: "2026-12-20" }]);
  });

  it("are refused where stale, unsound, unknown or closed", async () => {
    await expect(updateRules(app.system, { id: "2026", version: 2 }, changed)).rejects.toMatchObject({ code: "stale" });
    await expect(updateRules(app.system, { id: "1999", version: 1 }, changed)).rejects.toMatchObject({
      code: "not_found",
    });
    const unsound = { ...changed, followUp: { classes: ["Z"], target: null } };
    await expect(updateRules(app.system, ref, unsound)).rejects.toMatchObject({
      name: "Invalid",
      fields: [{ path: "followUp.classes" }],
    });
    await app.db.update(campaigns).set({ state: "closed" });
    await expect(updateRules(app.system, ref, changed)).rejects.toMatchObject({ code: "campaign_closed" });
    expect(await auditOf("campaign:2026")).toHaveLength(1);
  });

  it.each([["supervisor"], ["unit", "zhujian"], ["machine"]] as const)(
    "are refused to a %s",
    async (role, unit?: string) => {
      await expect(updateRules(await ctxOf(role, unit), ref, changed)).rejects.toMatchObject({ name: "Forbidden" });
    },
  );
});
