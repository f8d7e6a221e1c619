import { afterEach, beforeEach, expect, it } from "vitest";
import { sayReturn } from "#domain/handling/return-reason.ts";
import { addReason } from "#services/return-reasons/add.ts";
import { changeReason } from "#services/return-reasons/change.ts";
import { getReason, listReasonUse, listReasons } from "#services/return-reasons/list.ts";
import { proposeReply } from "#services/replies/propose.ts";
import { readReply } from "#services/replies/read-reply.ts";
import { ReturnInput, returnReply } from "#services/replies/return.ts";
import { submitReply } from "#services/replies/submit.ts";
import type { Office } from "#test/support/office.ts";
import { ID, RULES, advance, codeOf, openOffice } from "#test/support/office.ts";

let t: Office;
beforeEach(async () => {
  t = await openOffice(RULES);
});
afterEach(async () => await t.close());

const list = async (retired = false) => (await listReasons(t.unit, { retired })).items;
const change = async (code: string, patch: Partial<{ text: string; position: number; retired: boolean }>) => {
  const { text, position, retired, version } = await getReason(t.office, code);
  await changeReason(t.office, { code, version }, { text, position, retired, ...patch });
};
const back = async (input: Parameters<typeof returnReply>[2]) => {
  await returnReply(t.office, await t.ref(), input);
  await submitReply(t.unit, await t.ref());
};

it("comes with the reasons that offices give, 其他 last", async () => {
  const all = await list();
  expect(all.map(({ text }) => text)).toEqual(
    expect.arrayContaining(["未标明办理结果", "答非所问，没有逐条回应", "未与代表、委员面商", "联系人、联系电话不当"]),
  );
  expect(all.at(-1)).toMatchObject({ code: "other", retired: false });
});

it("is kept by the office: added to, put in order, retired and taken up again", async () => {
  const added = { code: "law_missing", text: "没有写明政策依据", position: 1 };
  expect(await codeOf(addReason(t.unit, added))).toBe("forbidden");
  expect(await codeOf(addReason(t.supervisor, added))).toBe("forbidden");
  await addReason(t.office, added);
  expect((await list()).slice(0, 2).map(({ code }) => code)).toEqual(["law_missing", "result_missing"]);
  await change("law_missing", { position: 50 });
  expect((await list()).at(-2)?.code).toBe("law_missing");
  await change("law_missing", { retired: true });
  expect((await list()).some(({ code }) => code === "law_missing")).toBe(false);
  expect((await list(true)).some(({ code }) => code === "law_missing")).toBe(true);
  await change("law_missing", { retired: false, text: "没有写明法律、政策依据" });
  expect((await getReason(t.unit, "law_missing")).text).toBe("没有写明法律、政策依据");
  expect(await codeOf(changeReason(t.office, { code: "law_missing", version: 1 }, { ...added, retired: false }))).toBe(
    "stale",
  );
  expect(await codeOf(change("law_missing", { text: "未标明办理结果" }))).toBe("reason_exists");
  expect(await codeOf(addReason(t.office, { ...added, code: "another", text: "未标明办理结果" }))).toBe(
    "reason_exists",
  );
  expect(await codeOf(getReason(t.office, "none"))).toBe("not_found");
});

it("其他 stays, and says nothing without words", async () => {
  expect(await codeOf(change("other", { retired: true }))).toBe("reason_needed");
  const accepted = (input: unknown) => ReturnInput.safeParse(input).success;
  expect(accepted({})).toBe(false);
  expect(accepted({ reason: "短" })).toBe(false);
  expect(accepted({ reason: "写明" })).toBe(true);
  expect(accepted({ reasons: [] })).toBe(false);
  expect(accepted({ reasons: ["not_met"] })).toBe(true);
  expect(accepted({ reasons: ["not_met", "other"] })).toBe(false);
});

it("a return names what is in the list and in use; a used reason keeps its words", async () => {
  await advance(t, "submitted", "A");
  const attempt = (reasons: string[]) => returnReply(t.office, { id: ID, version: 4 }, { reasons });
  expect(await codeOf(attempt(["none"]))).toBe("unknown_reason");
  await change("not_met", { retired: true });
  expect(await codeOf(attempt(["not_met"]))).toBe("unknown_reason");
  await returnReply(t.office, await t.ref(), { reasons: ["off_the_point", "off_the_point"], reason: "请逐条回应" });
  expect((await readReply(t.unit, ID)).returns).toMatchObject([
    { reason: "请逐条回应", reasons: [{ code: "off_the_point" }] },
  ]);
  expect(await codeOf(change("off_the_point", { text: "没有回应" }))).toBe("reason_in_use");
  await change("off_the_point", { retired: true });
});

it("counts for each unit how often the office named what; a unit reads its own, and its own returns are its affair", async () => {
  await advance(t, "submitted", "A");
  await back({ reasons: ["off_the_point", "not_met"] });
  await back({ reasons: ["off_the_point"] });
  await back({ reason: "请补充" });
  await returnReply(t.office, await t.ref(), { reasons: ["measures_vague"] });
  await proposeReply(t.unit, await t.ref());
  await returnReply(t.colleague, await t.ref(), { reasons: ["perfunctory"] });
  const use = (await listReasonUse(t.supervisor, "2026")).items;
  expect(use).toMatchObject([{ unit: { code: "jiaoti" }, returns: 4 }]);
  expect(use[0]?.reasons.map(({ code, count }) => [code, count])).toEqual([
    ["off_the_point", 2],
    ["measures_vague", 1],
    ["not_met", 1],
    ["other", 1],
  ]);
  expect((await listReasonUse(t.unit, "2026")).items).toEqual(use);
  expect((await listReasonUse(t.other, "2026")).items).toEqual([]);
  expect(await codeOf(listReasonUse(t.office, "1999"))).toBe("not_found");
});

it("is said in one sentence", () => {
  const not = { code: "not_met", text: "未面商" };
  const other = { code: "other", text: "其他" };
  expect(sayReturn([not, other], "请核对")).toBe("未面商；请核对");
  expect(sayReturn([not], "")).toBe("未面商");
  expect(sayReturn([], "请核对")).toBe("请核对");
});
