import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { MOTION_VERBS } from "#domain/assignment/motion-steps.ts";
import { HISTORY_WORDS, sayAct } from "#domain/handling/history-words.ts";
import { VERBS } from "#domain/handling/transitions.ts";
import { takeCommitment } from "#services/commitments/take.ts";
import { addJointUnit } from "#services/motions/add-joint-unit.ts";
import { listHistory, listWholeHistory } from "#services/motions/list-history.ts";
import { giveOpinion } from "#services/opinions/give.ts";
import { askOpinion } from "#services/opinions/ask.ts";
import { reassignAssignment } from "#services/assignments/reassign.ts";
import { signAssignment } from "#services/assignments/sign.ts";
import { richTextOf } from "#domain/reply/rich-text.ts";
import { advanceReply } from "#test/support/advance-reply.ts";
import { motionRef } from "#test/support/handling.ts";
import type { Office } from "#test/support/office.ts";
import { RULES, codeOf, openOffice } from "#test/support/office.ts";
import type { Context } from "#services/context.ts";

const MOTION = "2026-jianyi-39";
const LEAD = `${MOTION}.zhujian`;
const JOINT = `${MOTION}.jiaoti`;

let t: Office;
let lead: Context;
beforeEach(async () => {
  t = await openOffice(RULES);
  lead = t.contextOf((await t.keyFor("unit", "zhujian")).actor);
});
afterEach(async () => await t.close());

const sentences = async (ctx: Context) =>
  (await listWholeHistory(ctx, MOTION)).map(({ sentence }) => sentence.replace(/^2026年6月15日09:00，/, ""));

/** The lead asks the joint unit, which answers; the letter is sent and published with a promise of the joint unit's. */
async function handle(): Promise<void> {
  await signAssignment(t.unit, await t.ref(JOINT));
  await askOpinion(lead, await t.ref(JOINT), {});
  await giveOpinion(t.unit, await t.ref(JOINT), { body: richTextOf(["同意。"]) });
  await advanceReply(LEAD, "published", { unit: lead, office: t.office });
  const span = { edition: 1, block: 2, start: 0, end: 6, ownerUnit: "jiaoti", dueOn: null };
  await takeCommitment(lead, await t.ref(LEAD), span);
}

describe("the history of a matter", () => {
  it("is one sentence for each row, by role or unit, first to last", async () => {
    await handle();
    expect(await sentences(t.supervisor)).toEqual([
      "市教育体育局签收。",
      "市住建局征求市教育体育局的会办意见。",
      "市教育体育局提出会办意见。",
      "市住建局签收。",
      "市住建局保存了答复文稿。",
      "市住建局将答复报送审核。",
      "政府办公室审核通过市住建局的答复。",
      "政府办公室将市住建局的答复定稿。",
      "政府办公室公开了市住建局的答复。",
      "市住建局登记了承诺事项。",
    ]);
  });

  it("tells a unit of its own part alone, and of what it promised elsewhere", async () => {
    await handle();
    const own = await sentences(t.unit);
    expect(own).toEqual(["市教育体育局签收。", "市住建局征求市教育体育局的会办意见。", "市教育体育局提出会办意见。"]);
    expect((await sentences(lead)).some((sentence) => sentence.includes("教育体育局"))).toBe(false);
    expect(await codeOf(listHistory(t.other, MOTION, { limit: 10, descending: true }))).toBe("not_found");
  });

  it("tells a unit of the acts by which everyone's part begins and ends, not of what was dealt to others", async () => {
    await addJointUnit(t.office, await motionRef(t, MOTION), { unit: "gongan", reason: "需要配合" });
    expect(await sentences(t.unit)).toEqual([]);
    expect(await sentences(t.other)).toEqual([]);
    expect(await sentences(t.office)).toEqual(["政府办公室增加了会办单位。"]);
  });

  it("keeps what a unit did before the matter passed to another, for both their own", async () => {
    await signAssignment(lead, await t.ref(LEAD));
    await reassignAssignment(t.office, await t.ref(LEAD), { toUnit: "gongan", reason: "职责已经划转" });
    await signAssignment(t.other, await t.ref(`${MOTION}.gongan`));
    expect(await sentences(lead)).toEqual(["市住建局签收。", "政府办公室将市住建局的任务改派其他单位。"]);
    expect(await sentences(t.other)).toEqual(["市公安局签收。"]);
  });

  it("does not speak of 会办意见 to the administrator of the system", async () => {
    await handle();
    const admin = t.contextOf((await t.keyFor("admin")).actor);
    const found = await sentences(admin);
    expect(found.some((sentence) => sentence.includes("会办意见"))).toBe(false);
    expect(found).toHaveLength(8);
  });

  it("goes page by page in either order, without losing or repeating one", async () => {
    await handle();
    const whole = (await listWholeHistory(t.office, MOTION)).map(({ seq }) => seq);
    for (const descending of [true, false]) {
      const seen: number[] = [];
      let cursor: string | undefined;
      do {
        const page = await listHistory(t.office, MOTION, { limit: 3, descending, cursor });
        expect(page.total).toBe(10);
        seen.push(...page.items.map(({ seq }) => seq));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      expect(seen).toEqual(descending ? whole.toReversed() : whole);
    }
    const { nextCursor } = await listHistory(t.office, MOTION, { limit: 3, descending: true });
    const other = listHistory(t.office, "2026-jianyi-40", { limit: 3, descending: true, cursor: nextCursor ?? "" });
    expect(await codeOf(other)).toBe("invalid");
  });

  it("is not of a matter whose number begins alike", async () => {
    await handle();
    expect(await listWholeHistory(t.office, "2026-jianyi-40")).toEqual([]);
    expect(await codeOf(listWholeHistory(t.office, "2026-jianyi-3"))).toBe("not_found");
  });

  it("is no machine's", async () => {
    const machine = t.contextOf((await t.keyFor("machine")).actor);
    expect(await codeOf(listWholeHistory(machine, MOTION))).toBe("forbidden");
  });
});

const ENTITIES =
  "motion|assignment|reply|opinion|contact|extension|feedback|follow_up|commitment|emergency|disclosure|vote|reminder|attachment|override";

async function listActionsInCode(): Promise<string[]> {
  const folder = join(import.meta.dirname, "../../../src/services");
  const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".ts"));
  const found = new Set<string>();
  for (const name of files) {
    const text = await readFile(join(folder, name), "utf8");
    for (const match of text.matchAll(new RegExp(`action: "((?:${ENTITIES})\\.[a-z_]+)"`, "g")))
      found.add(match[1] ?? "");
  }
  return [...found];
}

describe("the words of an act", () => {
  it("are there for every act that the services record on a matter", async () => {
    const inCode = await listActionsInCode();
    expect(inCode.length).toBeGreaterThan(30);
    const steps = MOTION_VERBS.filter((verb) => verb !== "deal" && verb !== "mark").map((verb) => `motion.${verb}`);
    const all = [...inCode, ...steps, ...VERBS.map((verb) => `reply.${verb}`)];
    // Read by a unit for itself: it concerns no one matter.
    const missing = all.filter((action) => !(action in HISTORY_WORDS) && action !== "reminder.read");
    expect(missing).toEqual([]);
  });

  it("name the unit concerned, unless it is the one that acts", () => {
    const at = "2026-01-05 17:30";
    const act = { action: "contact.record", at, unit: "市住建局" };
    expect(sayAct({ ...act, who: "政府办公室" })).toBe("2026年1月5日17:30，政府办公室记录了市住建局的沟通情况。");
    expect(sayAct({ ...act, who: "市住建局" })).toBe("2026年1月5日17:30，市住建局记录了沟通情况。");
    expect(sayAct({ ...act, action: "motion.assign", who: "政府办公室", unit: null })).toBe(
      "2026年1月5日17:30，政府办公室正式交办。",
    );
  });
});
