import { eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { commitments, feedbackRounds } from "#db/schema/aftercare.ts";
import { extensions, jointOpinions } from "#db/schema/handling.ts";
import { disclosures } from "#db/schema/replies.ts";
import { writeTransaction } from "#db/transaction.ts";
import { putAllocation } from "#db/writes/motions.ts";
import type { CampaignRules } from "#domain/campaign/campaign-rules.ts";
import { LIGHTS } from "#domain/deadline/light.ts";
import { CLOCKS } from "#domain/supervision/clock.ts";
import { Invalid } from "#services/errors.ts";
import type { DueQuery } from "#services/supervision/list-due.ts";
import { listDue } from "#services/supervision/list-due.ts";
import { advanceReply } from "#test/support/advance-reply.ts";
import { withheldDraft } from "#test/support/letter.ts";
import type { Office } from "#test/support/office.ts";
import { ID, RULES, advance, openOffice } from "#test/support/office.ts";

const FULL: CampaignRules = {
  ...RULES,
  deadlines: { ...RULES.deadlines, sign: { amount: 5, unit: "workday" }, draftOn: "2026-08-31", proofOn: "2026-09-30" },
};

let t: Office;
const read = async (query: Partial<DueQuery> = {}, who = t.office) => await listDue(who, { limit: 200, ...query });
const lines = async (query: Partial<DueQuery> = {}, who = t.office) =>
  (await read(query, who)).items.map(({ clock, id, dueOn }) => `${dueOn} ${clock} ${id}`);
/** The clocks of one assignment. */
const clocksOf = async (id = ID) =>
  (await read()).items.filter((item) => item.assignmentId === id).map(({ clock, dueOn }) => [clock, dueOn]);

describe("clocks", () => {
  beforeEach(async () => {
    t = await openOffice(FULL);
  });
  afterEach(async () => await t.close());

  it("before signing: sign, the law's date beside the campaign's, the draft", async () => {
    expect(await clocksOf()).toEqual([
      ["sign", "2026-03-06"],
      ["reply_legal", "2026-05-28"],
      ["reply_campaign", "2026-06-30"],
      ["draft", "2026-08-31"],
    ]);
  });

  it("submitted: the office's own clock takes the place of the draft's", async () => {
    await advance(t, "submitted");
    expect((await clocksOf()).map(([clock]) => clock)).toEqual(["reply_legal", "reply_campaign", "proof"]);
  });

  it("final: twenty working days to publish; published: none", async () => {
    await advance(t, "final");
    expect(await clocksOf()).toEqual([["publish", "2026-07-14"]]);
    await t.close();
    t = await openOffice(FULL);
    await advance(t, "published");
    expect(await clocksOf()).toEqual([]);
  });

  it("a granted extension takes the place of the law's three months, a refused one does not", async () => {
    const asked = { assignmentId: ID, reason: "情况复杂", newDueOn: "2026-08-20", requestedBy: t.unit.actor.id };
    const decided = { decidedBy: t.office.actor.id, requestedAt: "2026-05-01", decidedAt: "2026-05-02" };
    await t.db.insert(extensions).values({ ...asked, ...decided, seq: 1, decision: "refused" });
    expect(await clocksOf()).toContainEqual(["reply_legal", "2026-05-28"]);
    await t.db.insert(extensions).values({ ...asked, ...decided, seq: 2, decision: "granted" });
    const legal = (await clocksOf()).filter(([clock]) => clock === "reply_legal");
    expect(legal).toEqual([["reply_legal", "2026-08-20"]]);
  });

  it("feedback, redo, follow-up, commitment, opinion, review again: each by its stored date", async () => {
    await advance(t, "published", "B");
    const round = { assignmentId: ID, askedAt: "2026-06-01", dueOn: "2026-06-12" };
    await t.db.insert(feedbackRounds).values({ ...round, round: 1 });
    const promise = { id: `${ID}.c1`, assignmentId: ID, edition: 1, block: 0, start: 0, end: 1, text: "词" };
    const by = { ownerUnit: "gongan", createdBy: t.office.actor.id, createdAt: "2026-06-01" };
    await t.db.insert(commitments).values({ ...promise, ...by, dueOn: "2026-07-01" });
    const opinion = { assignmentId: "2026-jianyi-39.jiaoti", state: "asked" as const, dueOn: "2026-03-28" };
    await t.db.insert(jointOpinions).values({ ...opinion, askedBy: t.office.actor.id, askedAt: "2026-03-01" });
    expect(await clocksOf()).toEqual([
      ["feedback", "2026-06-12"],
      ["commitment", "2026-07-01"],
      ["follow_up", "2026-12-31"],
    ]);
    expect(await lines({ kind: "joint_opinion" })).toEqual(["2026-03-28 joint_opinion 2026-jianyi-39.jiaoti"]);
    // A promise is its owner's to keep.
    expect(await lines({}, t.other)).toEqual([`2026-07-01 commitment ${ID}.c1`]);
    await t.db
      .update(feedbackRounds)
      .set({ filedAt: "2026-06-10", answers: {}, redoDueOn: "2026-07-10" })
      .where(eq(feedbackRounds.assignmentId, ID));
    expect((await clocksOf()).map(([clock]) => clock)).not.toContain("feedback");
    await t.db.run(sql`update assignments set state = 'handling' where id = ${ID}`);
    expect(await clocksOf()).toContainEqual(["redo", "2026-07-10"]);
    expect((await clocksOf()).map(([clock]) => clock)).not.toContain("reply_campaign");
  });

  it("what is withheld is looked at again", async () => {
    await advanceReply(ID, "final", t, withheldDraft(ID));
    await t.db.update(disclosures).set({ reviewAgainOn: "2027-06-15" });
    expect(await clocksOf()).toEqual([["review_again", "2027-06-15"]]);
  });

  it("no rule, no clock", async () => {
    await t.close();
    t = await openOffice(RULES);
    expect((await clocksOf()).map(([clock]) => clock)).toEqual(["reply_legal", "reply_campaign"]);
  });
});

describe("the list", () => {
  beforeAll(async () => {
    t = await openOffice(FULL);
    await writeTransaction(t.db, async (tx) => {
      for (let number = 100; number < 160; number++) {
        const id = `2026-jianyi-${number}`;
        const unitCode = ["zhujian", "jiaoti", "gongan"][number % 3] ?? "";
        // Some share the date of assignment and the due date, so that the order among equals shows.
        const assignedOn = `2026-0${3 + (number % 3)}-${10 + (number % 4)}`;
        const dueOn = `2026-06-${10 + (number % 9)}`;
        await putAllocation(tx, {
          motion: {
            id,
            campaignId: "2026",
            kind: "suggestion",
            sittingId: "npc-4-5",
            betweenSessions: false,
            number,
            title: `关于第${number}项工作的建议`,
            proposerCount: 1,
            keyItem: false,
            assignedOn,
            dueOn,
          },
          proposers: ["卢子"],
          assignments: [{ id: `${id}.${unitCode}`, unitCode, role: "lead", position: 0, state: "assigned", dueOn }],
        });
      }
    });
  });
  afterAll(async () => await t.close());

  it.each([1, 7, 50])("in pages of %i holds every line once, soonest first", async (limit) => {
    const whole = await walk(200);
    expect(whole.length).toBeGreaterThan(240);
    expect(whole.map((line) => line.slice(0, 10))).toEqual(whole.map((line) => line.slice(0, 10)).toSorted());
    expect(new Set(whole).size).toBe(whole.length);
    expect(await walk(limit)).toEqual(whole);
  });

  async function walk(limit: number): Promise<string[]> {
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await read({ limit, cursor });
      found.push(...page.items.map(({ clock, id, dueOn }) => `${dueOn} ${clock} ${id}`));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    return found;
  }

  it("is the sum of its lights and of its clocks, each with its total", async () => {
    const { total } = await read();
    const lights = await Promise.all(LIGHTS.map(async (light) => await read({ light })));
    const clocks = await Promise.all(CLOCKS.map(async (kind) => await read({ kind })));
    expect(lights.map((page) => page.total).reduce((a, b) => a + b)).toBe(total);
    expect(clocks.map((page) => page.total).reduce((a, b) => a + b)).toBe(total);
    LIGHTS.forEach((light, index) => {
      expect(lights[index]?.items.every(({ reading }) => reading.light === light)).toBe(true);
    });
    expect(lights[0]?.total).toBe(0);
    expect(lights[3]?.total).toBeGreaterThan(0);
  });

  it("a light in pages holds what it holds whole", async () => {
    const whole = await lines({ light: "red" });
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await read({ light: "red", limit: 9, cursor });
      found.push(...page.items.map(({ clock, id, dueOn }) => `${dueOn} ${clock} ${id}`));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(found).toEqual(await lines({ light: "red", limit: 1000 }));
    expect(whole.length).toBeGreaterThan(0);
  });

  it("a unit sees its own, and of another nothing", async () => {
    const own = await read({}, t.unit);
    expect(own.items.every(({ unitCode }) => unitCode === "jiaoti")).toBe(true);
    expect(own.total).toBe((await read({ unit: "jiaoti" })).total);
    expect(await read({ unit: "gongan" }, t.unit)).toEqual({ items: [], total: 0, nextCursor: null });
  });

  it.each(["", "abc", Buffer.from('["due","2026-01-01","x"]').toString("base64url")])(
    "the cursor %j is none of its own",
    async (cursor) => {
      await expect(read({ cursor })).rejects.toThrow(Invalid);
    },
  );
});
