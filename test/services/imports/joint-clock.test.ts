import { afterEach, beforeEach, expect, it } from "vitest";
import { findOpinion } from "#db/reads/opinions.ts";
import { richTextOf } from "#domain/reply/rich-text.ts";
import { signAssignment } from "#services/assignments/sign.ts";
import { importAllocation } from "#services/imports/import-allocation.ts";
import { giveOpinion } from "#services/opinions/give.ts";
import type { TestApp } from "#test/support/app.ts";
import { openTestApp } from "#test/support/app.ts";
import { assignmentOf, refOf } from "#test/support/handling.ts";
import { setClocks } from "#test/support/strict-rules.ts";

/** What a table hands out runs by the clocks of the year, as if each row had been assigned by hand. */

const JOINT = "2026-jianyi-50.gongan";
let t: TestApp;
beforeEach(async () => {
  t = await openTestApp();
  await setClocks(t, { proofOn: "2026-09-30" });
});
afterEach(async () => await t.close());

async function run(coUnits: string, dueOn = "") {
  const head = "编号,案由,领衔代表,主办单位,协办单位,办理期限";
  const row = `50,关于增设夜间公交的建议,卢子,市住建局,${coUnits},${dueOn}`;
  const bytes = new TextEncoder().encode(`${head}\n${row}`);
  const order = { campaignId: "2026", kind: "suggestion", dryRun: false, acceptCount: true } as const;
  return await importAllocation(t.system, { ...order, bytes, fileName: "分配表.csv" });
}

const give = async () => {
  const ctx = t.contextOf((await t.keyFor("unit", "gongan")).actor);
  await signAssignment(ctx, await refOf(t, JOINT));
  await giveOpinion(ctx, await refOf(t, JOINT), { body: richTextOf(["同意。"]) });
};

it("the joint unit's month runs from 交办, and the answer is due on the notice's day", async () => {
  await run("市公安局");
  expect(await findOpinion(t.db, JOINT)).toMatchObject({ state: "asked", dueOn: "2026-03-28" });
  expect((await assignmentOf(t, "2026-jianyi-50.zhujian")).dueOn).toBe("2026-09-30");
});

it("a day that the table names beats the notice's", async () => {
  await run("", "2026-06-10");
  expect((await assignmentOf(t, "2026-jianyi-50.zhujian")).dueOn).toBe("2026-06-10");
});

it("the same table again asks nobody anew, whatever became of the rules", async () => {
  await run("市公安局");
  await give();
  await setClocks(t, { proofOn: "2026-08-31" });
  expect(await run("市公安局")).toMatchObject({ unchanged: 1, changed: 0 });
  expect(await findOpinion(t.db, JOINT)).toMatchObject({ state: "given" });
});

it("a unit that was only asked may be taken out by a table, one that has answered may not", async () => {
  await run("市公安局");
  expect(await run("")).toMatchObject({ changed: 1, rejected: [] });
  expect(await findOpinion(t.db, JOINT)).toBeUndefined();
  await run("市公安局");
  await give();
  expect((await run("")).rejected).toMatchObject([{ code: "already_in_handling" }]);
});

it("where the year sets joint units no time, nobody is asked", async () => {
  await setClocks(t, { jointOpinion: null });
  await run("市公安局");
  expect(await findOpinion(t.db, JOINT)).toBeUndefined();
});
