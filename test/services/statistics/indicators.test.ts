import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { eq } from "drizzle-orm";
import { feedbackRounds, reminders, votes } from "#db/schema/aftercare.ts";
import { campaignKinds, schemeClasses, schemes } from "#db/schema/campaigns.ts";
import { contacts, extensions, jointOpinions, objections } from "#db/schema/handling.ts";
import { motions } from "#db/schema/motions.ts";
import { richTextOf } from "#domain/reply/rich-text.ts";
import type { Context } from "#services/context.ts";
import { approveFollowUp } from "#services/follow-ups/approve.ts";
import { draftFollowUp } from "#services/follow-ups/draft.ts";
import { submitFollowUp } from "#services/follow-ups/submit.ts";
import { askFeedback } from "#services/feedback/ask.ts";
import { recordFeedback } from "#services/feedback/record.ts";
import type { IndicatorQuery } from "#services/statistics/read-indicators.ts";
import { readIndicators } from "#services/statistics/read-indicators.ts";
import { readSupervision } from "#services/supervision/unit-sheets.ts";
import type { Office } from "#test/support/office.ts";
import { ID, RULES, advance, codeOf, openOffice } from "#test/support/office.ts";
import { schemeOf } from "#test/support/sheet-facts.ts";

/** On 2026-06-15 (Shanghai): 建议 39 of 住建局 with 教体局, 建议 40 of 教体局, 提案 7 of both. */
let t: Office;
beforeEach(async () => {
  t = await openOffice({ ...RULES, deadlines: { ...RULES.deadlines, sign: { amount: 5, unit: "workday" } } });
});
afterEach(async () => await t.close());

async function countOf(query: Partial<IndicatorQuery> = {}, who: Context = t.office) {
  const { slices } = await readIndicators(who, { year: 2026, ...query });
  return slices.map(({ label, figures }) => ({
    label,
    counts: Object.fromEntries(
      figures.map(({ code, numerator, base }) => [code, base === null ? `${numerator}` : `${numerator}/${base}`]),
    ),
  }));
}
const countsOf = async (query: Partial<IndicatorQuery> = {}, who: Context = t.office) =>
  (await countOf(query, who))[0]?.counts;

describe("the figures of a year at work", () => {
  it("at the start are counts of nothing", async () => {
    expect(await countsOf()).toMatchObject({
      motions: "3",
      owed: "4",
      parts: "5",
      // Nobody stated how many were filed.
      government_share: "3",
      separate_share: "1/3",
      shared_share: "2/3",
      key_item_share: "1/3",
      signed_rate: "0/5",
      // Five working days are long over.
      signed_on_time_of_due: "0/5",
      answered_rate: "0/4",
      // 39 was due on 31 May; the law's three months ended on 28 May.
      answered_on_time_of_due: "0/1",
      answered_within_law_of_due: "0/4",
      public_rate: "0/0",
      conversion_rate: "0/0",
    });
  });

  it("follow the work: answered, published, found wanting, handled anew", async () => {
    await advance(t, "published", "B");
    expect(await countsOf()).toMatchObject({
      signed_rate: "1/5",
      answered_rate: "1/4",
      closed_rate: "1/4",
      answered_on_time_of_due: "1/2",
      class_2_zhanyi_2023: "1/1",
      public_rate: "1/1",
      full_text_rate_of_published: "1/1",
      published_on_time_of_published: "1/1",
      follow_up_replied_rate: "0/1",
    });
    await askFeedback(t.office, await t.ref());
    const form = { comment: "没有时限", consent: "yes" } as const;
    await recordFeedback(t.office, await t.ref(), {
      ...form,
      answers: { attitude: "satisfied", result: "dissatisfied" },
    });
    expect(await countsOf()).toMatchObject({
      answered_rate: "1/4",
      // It is being handled anew; what was published stays so.
      closed_rate: "0/4",
      public_rate: "1/1",
      satisfied_strict_attitude_first: "1/1",
      dissatisfied_result_first: "1/1",
      redo_rate: "1/1",
      redo_on_time_of_due: "0/0",
    });
  });

  it("count contacts, forms, opinions, objections, extensions, reminders and votes", async () => {
    const [unit, office] = [t.unit.actor.id, t.office.actor.id];
    const at = "2026-04-01T01:00:00.000Z";
    const held = { assignmentId: ID, phase: "before", heldOn: "2026-04-01", recordedBy: unit, recordedAt: at } as const;
    await t.db.insert(contacts).values([
      { ...held, seq: 1, kind: "call", invited: 1, met: 1 },
      { ...held, seq: 2, kind: "meeting", invited: 2, met: 1 },
    ]);
    await t.db.insert(feedbackRounds).values({ assignmentId: ID, round: 1, askedAt: at });
    const opinion = { assignmentId: "2026-jianyi-39.jiaoti", askedBy: office, askedAt: at, dueOn: "2026-03-28" };
    // Still the 28th in Shanghai.
    await t.db
      .insert(jointOpinions)
      .values({ ...opinion, state: "given", givenAt: "2026-03-28T15:59:00.000Z", body: richTextOf(["同意"]) });
    await t.db.insert(objections).values({
      assignmentId: "2026-tian-7.jiaoti",
      seq: 1,
      kind: "objection",
      reason: "不属本单位职责",
      raisedBy: unit,
      raisedAt: at,
      decision: "refused",
      decisionReason: "职责相关",
      decidedBy: office,
      decidedAt: at,
    });
    await t.db.insert(extensions).values({
      assignmentId: ID,
      seq: 1,
      reason: "涉及面广",
      newDueOn: "2026-08-28",
      requestedBy: unit,
      requestedAt: at,
      decision: "granted",
      decidedBy: office,
      decidedAt: at,
    });
    const reminder = {
      assignmentId: ID,
      deadline: "sign",
      channel: "phone",
      text: "请签收",
      sentBy: office,
      sentAt: at,
    } as const;
    await t.db.insert(reminders).values([
      { ...reminder, id: "r1" },
      { ...reminder, id: "r2" },
    ]);
    const vote = { motionId: "2026-jianyi-40", seq: 1, body: "市人大常委会", heldOn: "2026-06-01", recordedBy: office };
    await t.db
      .insert(votes)
      .values({ ...vote, issued: 28, returned: 28, satisfied: 25, basicallySatisfied: 2, dissatisfied: 1 });
    expect(await countsOf()).toMatchObject({
      meeting_rate_by_case: "1/4",
      meeting_rate_by_invited: "1/2",
      // Each motion of the test city has two filers.
      meeting_rate_by_proposer: "1/8",
      five_contacts_progress: "2/20",
      feedback_returned_first: "0/1",
      opinion_on_time_of_due: "1/1",
      objected_rate: "1/5",
      objection_upheld_rate: "0/1",
      extended_rate: "1/4",
      answered_within_law_of_due: "0/3",
      reminders: "2",
      reminded_rate: "1/5",
      vote_satisfied_strict: "25/28",
    });
  });

  it("know what became of a promise", async () => {
    await advance(t, "final", "B");
    const body = richTextOf(["已全部建成并投入使用。"]);
    await draftFollowUp(t.unit, await t.ref(), { body, classCode: "A", evidence: "竣工验收报告" });
    await submitFollowUp(t.unit, await t.ref());
    await approveFollowUp(t.office, await t.ref(), { nextDueOn: null });
    expect(await countsOf()).toMatchObject({
      conversion_rate: "1/1",
      class_2_first_zhanyi_2023: "1/1",
      class_1_zhanyi_2023: "1/1",
      follow_up_on_time_of_due: "1/1",
    });
    const { cohorts } = await readIndicators(t.office, { year: 2026 });
    const cohort = cohorts.find(({ kind }) => kind === "suggestion")?.classes[0];
    expect(cohort).toMatchObject({
      classCode: "B",
      base: 1,
      points: [{ on: "2026-06-15", numerator: 1, percent: "100.00" }],
    });
  });
});

describe("slices", () => {
  it("by kind, by body, by unit, by class", async () => {
    await advance(t, "final", "B");
    const owed = async (by: IndicatorQuery["by"]) =>
      (await countOf({ by })).map(({ label, counts }) => [label, counts["owed"]]);
    expect(await owed("kind")).toEqual([
      ["人大代表建议", "2"],
      ["政协提案", "2"],
    ]);
    expect(await owed("body")).toEqual([
      ["人大", "2"],
      ["政协", "2"],
    ]);
    expect(await owed("unit")).toEqual([
      ["市住建局", "2"],
      ["市教育体育局", "2"],
    ]);
    expect((await owed("class")).map(([, count]) => count)).toEqual(["0", "1", "0"]);
    expect(await countsOf({ kind: "proposal", unit: "jiaoti" })).toMatchObject({ motions: "1", parts: "1" });
  });

  it("by class need one scheme", async () => {
    const suzhou = schemeOf("suzhou-2024");
    await t.db
      .insert(schemes)
      .values({ id: suzhou.id, name: suzhou.name, source: suzhou.source })
      .onConflictDoNothing();
    const rows = suzhou.classes.map((item, position) => ({ ...item, schemeId: suzhou.id, position }));
    await t.db.insert(schemeClasses).values(rows).onConflictDoNothing();
    await t.db.update(campaignKinds).set({ schemeId: suzhou.id }).where(eq(campaignKinds.kind, "proposal"));
    expect(await codeOf(countOf({ by: "class" }))).toBe("invalid");
    expect(await codeOf(countOf({ class: "A" }))).toBe("invalid");
    expect(await countOf({ by: "class", kind: "proposal" })).toHaveLength(2);
  });

  it("hold for those who may see them", async () => {
    expect((await countOf({ by: "unit" }, t.unit)).map(({ label }) => label)).toEqual(["市教育体育局"]);
    expect(await countsOf({}, t.unit)).toMatchObject({ owed: "2", parts: "3" });
    expect(await countsOf({}, t.unit)).not.toHaveProperty("government_share");
    expect(await countOf({ unit: "zhujian" }, t.unit)).toEqual([]);
    // 公安局 has no part in anything.
    expect(await countsOf({}, t.other)).toMatchObject({ motions: "0", parts: "0" });
    expect(await codeOf(readIndicators(t.office, { year: 1999 }))).toBe("not_found");
  });

  it("say nothing of motions that left the government's hands", async () => {
    await t.db.update(motions).set({ state: "transferred" }).where(eq(motions.id, "2026-jianyi-40"));
    expect(await countsOf()).toMatchObject({ motions: "2", transferred: "1" });
  });
});

it("says of a unit what its score sheet says", async () => {
  await advance(t, "final", "B");
  const { units } = await readSupervision(t.office, "2026");
  const sheet = new Map(
    units.find(({ unit }) => unit.code === "jiaoti")?.rates.map((rate) => [rate.key, `${rate.numerator}/${rate.base}`]),
  );
  const counts = await countsOf({ unit: "jiaoti" });
  const twins = {
    signed: "signed_rate",
    signed_on_time: "signed_on_time_of_due",
    objected: "objected_rate",
    opinions_on_time: "opinion_on_time_of_due",
    replied: "answered_rate",
    replied_on_time: "answered_on_time_of_due",
    replied_within_law: "answered_within_law_of_due",
    returned: "returned_rate",
    follow_ups_on_time: "follow_up_on_time_of_due",
  };
  for (const [key, code] of Object.entries(twins)) expect([key, counts?.[code]]).toEqual([key, sheet.get(key)]);
});
