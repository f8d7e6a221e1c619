import { afterEach, beforeEach, expect, it } from "vitest";
import { findBlockText } from "#domain/commitment/find-span.ts";
import { declineReport } from "#services/commitments/decline.ts";
import { approveReport } from "#services/commitments/approve.ts";
import { listCommitments, readCommitment } from "#services/commitments/list-commitments.ts";
import { ReportInput, reportCommitment } from "#services/commitments/report.ts";
import { suggestForReply } from "#services/commitments/suggest.ts";
import { takeCommitment } from "#services/commitments/take.ts";
import { getReply } from "#services/replies/load-reply.ts";
import type { Office } from "#test/support/office.ts";
import { ID, advance, codeOf, listActions, openOffice } from "#test/support/office.ts";

const C1 = `${ID}.c1`;

let t: Office;
beforeEach(async () => {
  t = await openOffice();
});
afterEach(async () => await t.close());

const take = async (more: Partial<Parameters<typeof takeCommitment>[2]> = {}) => {
  await advance(t, "final", "B");
  const { edition } = await getReply(t.db, t.unit.actor, ID);
  const text = edition ? (findBlockText(edition.body, 2) ?? "") : "";
  const span = { edition: 1, block: 2, start: 0, end: text.length };
  return await takeCommitment(t.unit, await t.ref(), { ...span, dueOn: "2026-06-30", ...more });
};
const ref = async () => ({ id: C1, version: (await readCommitment(t.system, C1)).commitment.version });
const report = (kind: string, more: object = {}) =>
  ReportInput.parse({ kind, happenedOn: "2026-06-15", note: "情况说明", ...more });
const kept = (happenedOn = "2026-06-15") => report("kept", { evidence: "竣工验收报告", happenedOn });
const standing = async () => (await readCommitment(t.office, C1)).standing;

it("is the very words at their place, whose and by when", async () => {
  expect(await take()).toBe(C1);
  const { commitment } = await readCommitment(t.unit, C1);
  expect(commitment).toMatchObject({
    text: "所提问题已列入计划逐步解决。",
    ownerUnit: "jiaoti",
    state: "open",
    version: 1,
  });
  expect(await listActions(t)).toContain("commitment.take");
});

it.each([{ end: 999 }, { block: 99 }, { edition: 2 }, { start: 5, end: 5 }])(
  "words that are not there are not taken: %j",
  async (more) => {
    expect(await codeOf(take(more))).toBe("span_not_found");
  },
);

it("an owner that is no unit is refused", async () => {
  await expect(take({ ownerUnit: "nobody" })).rejects.toMatchObject({ fields: [{ path: "ownerUnit" }] });
});

it("the letter's own promises are proposed", async () => {
  await advance(t, "final", "B");
  const { edition, candidates } = await suggestForReply(t.unit, ID);
  expect(edition).toBe(1);
  expect(candidates).toMatchObject([{ block: 2, text: "所提问题已列入计划逐步解决。", dueOn: null }]);
});

it("a report changes nothing until another person approves", async () => {
  await take();
  await reportCommitment(t.office, await ref(), kept());
  expect(await standing()).toBe("owed");
  expect(await codeOf(approveReport(t.office, await ref()))).toBe("commitment_needs_second_person");
  await approveReport(t.office2, await ref());
  expect(await standing()).toBe("kept_on_time");
  expect(await codeOf(reportCommitment(t.unit, await ref(), kept()))).toBe("commitment_settled");
  expect(await codeOf(approveReport(t.office2, await ref()))).toBe("commitment_nothing_to_approve");
  expect((await listActions(t)).slice(-2)).toEqual(["commitment.report", "commitment.approve"]);
});

it("kept on the due day is in time, a day later it is late; unkept it is overdue from the next day", async () => {
  await take({ dueOn: "2026-06-14" });
  expect(await standing()).toBe("overdue");
  await reportCommitment(t.unit, await ref(), kept("2026-06-15"));
  await approveReport(t.office, await ref());
  expect(await standing()).toBe("kept_late");
});

it("a change moves the date, progress alone leaves nothing to approve", async () => {
  await take({ dueOn: "2026-06-14" });
  await reportCommitment(t.unit, await ref(), report("progress"));
  expect(await codeOf(approveReport(t.office, await ref()))).toBe("commitment_nothing_to_approve");
  await reportCommitment(t.unit, await ref(), report("changed", { newDueOn: "2026-09-30", evidence: "工程变更批复" }));
  await approveReport(t.office, await ref());
  const { commitment } = await readCommitment(t.office, C1);
  expect(commitment).toMatchObject({ state: "changed", dueOn: "2026-09-30" });
  expect(await standing()).toBe("owed");
});

it.each([
  [{ kind: "kept" }, "evidence"],
  [{ kind: "dropped" }, "evidence"],
  [{ kind: "changed", evidence: "工程变更批复" }, "newDueOn"],
  [{ kind: "changed", newDueOn: "2026-09-30" }, "evidence"],
  [{ kind: "progress", newDueOn: "2026-09-30" }, "newDueOn"],
])("nothing is struck off without evidence, nothing changed without a date: %j", (more, path) => {
  const result = ReportInput.safeParse({ happenedOn: "2026-06-15", note: "情况说明", ...more });
  expect(result.error?.issues.map((issue) => issue.path.join("."))).toEqual([path]);
});

it("keeps the date first promised through every change, and says how it stands against it", async () => {
  await take({ dueOn: "2026-06-14" });
  const move = async (newDueOn: string) => {
    await reportCommitment(t.unit, await ref(), report("changed", { newDueOn, evidence: "工程变更批复" }));
    await approveReport(t.office, await ref());
  };
  expect(await readCommitment(t.unit, C1)).toMatchObject({ firstDueOn: "2026-06-14", firstStanding: "overdue" });
  await move("2026-06-15");
  await move("2026-06-20");
  await reportCommitment(t.unit, await ref(), kept("2026-06-15"));
  await approveReport(t.office, await ref());
  const file = await readCommitment(t.unit, C1);
  expect(file).toMatchObject({ firstDueOn: "2026-06-14", standing: "kept_on_time", firstStanding: "kept_late" });
  expect(file.events.map(({ kind, oldDueOn, newDueOn, approvedBy }) => [kind, oldDueOn, newDueOn, approvedBy])).toEqual(
    [
      ["changed", "2026-06-14", "2026-06-15", t.office.actor.id],
      ["changed", "2026-06-15", "2026-06-20", t.office.actor.id],
      ["kept", null, null, t.office.actor.id],
    ],
  );
});

it("a report that is declined changes nothing, the unit reads why, and may report anew", async () => {
  await take({ dueOn: "2026-06-14" });
  const changed = report("changed", { newDueOn: "2026-09-30", evidence: "工程变更批复" });
  await reportCommitment(t.unit, await ref(), changed);
  expect(await codeOf(declineReport(t.unit, await ref(), { reason: "理由不足" }))).toBe("forbidden");
  await declineReport(t.office, await ref(), { reason: "依据不足，请补充批复文件" });
  const file = await readCommitment(t.unit, C1);
  expect(file.commitment).toMatchObject({ state: "open", dueOn: "2026-06-14" });
  expect(file.firstDueOn).toBe("2026-06-14");
  expect(file.events).toMatchObject([
    { declineReason: "依据不足，请补充批复文件", declinedBy: t.office.actor.id, approvedAt: null },
  ]);
  expect(await codeOf(approveReport(t.office, await ref()))).toBe("commitment_nothing_to_approve");
  expect(await codeOf(declineReport(t.office, await ref(), { reason: "再次退回" }))).toBe(
    "commitment_nothing_to_approve",
  );
  await reportCommitment(t.unit, await ref(), changed);
  await approveReport(t.office, await ref());
  expect((await readCommitment(t.unit, C1)).commitment.dueOn).toBe("2026-09-30");
});

it("nobody declines their own report", async () => {
  await take();
  await reportCommitment(t.office, await ref(), kept());
  const attempt = declineReport(t.office, await ref(), { reason: "不予认可" });
  expect(await codeOf(attempt)).toBe("commitment_needs_second_person");
  await declineReport(t.office2, await ref(), { reason: "不予认可" });
  expect((await readCommitment(t.unit, C1)).commitment.state).toBe("open");
});

it("nothing happened tomorrow", async () => {
  await take();
  await expect(reportCommitment(t.unit, await ref(), kept("2026-06-16"))).rejects.toMatchObject({
    fields: [{ path: "happenedOn" }],
  });
});

it("the owner and the unit that promised see it, others do not", async () => {
  await take({ ownerUnit: "gongan" });
  const ids = async (who: typeof t.unit) =>
    (await listCommitments(who, { limit: 10 })).items.map(({ commitment }) => commitment.id);
  expect(await ids(t.other)).toEqual([C1]);
  expect(await ids(t.unit)).toEqual([C1]);
  const stranger = t.contextOf((await t.keyFor("unit", "zhujian")).actor);
  expect(await ids(stranger)).toEqual([]);
  expect(await codeOf(readCommitment(stranger, C1))).toBe("not_found");
  expect(await codeOf(reportCommitment(stranger, await ref(), kept()))).toBe("not_found");
  expect((await listCommitments(stranger, { limit: 10, unit: "gongan" })).total).toBe(0);
});

it("who only reads changes nothing, nor who saw an older version", async () => {
  await take();
  const now = await ref();
  expect(
    await codeOf(takeCommitment(t.supervisor, await t.ref(), { edition: 1, block: 0, start: 0, end: 2, dueOn: null })),
  ).toBe("forbidden");
  expect(await codeOf(reportCommitment(t.supervisor, now, kept()))).toBe("forbidden");
  expect(await codeOf(approveReport(t.supervisor, now))).toBe("forbidden");
  expect(await codeOf(approveReport(t.unit, now))).toBe("forbidden");
  await reportCommitment(t.unit, now, kept());
  expect(await codeOf(reportCommitment(t.unit, now, kept()))).toBe("stale");
});
