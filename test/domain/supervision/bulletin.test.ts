import { expect, it } from "vitest";
import { plainText } from "#domain/reply/plain-text.ts";
import type { BulletinFacts } from "#domain/supervision/bulletin.ts";
import { writeBulletin } from "#domain/supervision/bulletin.ts";

const NONE: BulletinFacts = {
  unit: "市住建局",
  owed: 0,
  joint: 1,
  signed: 1,
  replied: 0,
  overdue: [],
  overdueByLaw: [],
  submitted: 0,
  returned: 0,
  returns: 0,
  reasons: [],
  reminders: 0,
  feedback: 0,
  dissatisfied: 0,
  notes: [],
};
const HEAD = { year: 2026, asOf: "2026-06-15" };
const textOf = (...units: BulletinFacts[]) => plainText(writeBulletin(HEAD, units).body);

it("of a unit that only joins: nothing is said of answers that it does not owe", () => {
  expect(writeBulletin(HEAD, [NONE]).title).toBe("关于市住建局2026年建议提案办理情况的通报");
  expect(textOf(NONE)).toBe(
    "截至2026年6月15日，2026年建议、提案办理情况如下。\n市住建局共承办1件次，其中主办、分办0件次，会办1件次；已签收1件次。",
  );
});

it("names what is overdue by its number and its day, the campaign's and the law's apart", () => {
  const overdue = { kind: "suggestion" as const, number: 39, betweenSessions: false, dueOn: "2026-05-31" };
  const late = { kind: "proposal" as const, number: 7, betweenSessions: false, dueOn: "2026-06-09" };
  const between = { ...overdue, number: 3, betweenSessions: true };
  const text = textOf({ ...NONE, owed: 4, replied: 1, overdue: [overdue, between], overdueByLaw: [late] });
  expect(text).toContain("应答复4件次，已答复1件次");
  expect(text).toContain(
    "超过年度要求期限尚未答复的有2件次：建议第39号（2026年5月31日到期）、建议闭会第3号（2026年5月31日到期）。",
  );
  expect(text).toContain("超过法定期限尚未答复的有1件次：提案第7号（2026年6月9日到期）。");
});

it("says that nothing is overdue where something is owed", () => {
  const text = textOf({ ...NONE, owed: 1 });
  expect(text).toContain("没有超过年度要求期限而未答复的件次。没有超过法定期限而未答复的件次。");
});

it("states returns with their reasons, reminders and feedback, each only where there is a fact", () => {
  const busy = {
    ...NONE,
    owed: 3,
    submitted: 3,
    returned: 2,
    returns: 4,
    reasons: [
      { text: "答非所问", count: 3 },
      { text: "未面商", count: 1 },
    ],
    reminders: 2,
    feedback: 2,
    dissatisfied: 1,
  };
  const text = textOf(busy);
  expect(text).toContain("报送答复3件次，被退回2件次，共退回4次，理由为：答非所问3次，未面商1次。");
  expect(text).toContain("被催办2次。");
  expect(text).toContain("已收到代表、委员反馈2件次，其中最近一次仍不满意的1件次。");
  expect(textOf({ ...busy, returns: 0, returned: 0, reasons: [] })).toContain("报送答复3件次，没有被退回的。");
  expect(textOf({ ...busy, dissatisfied: 0 })).toContain("没有不满意的。");
});

it("says once what could not be reckoned", () => {
  const note = "系统还没有 2027 年的法定节假日安排";
  const text = textOf({ ...NONE, notes: [note] }, { ...NONE, unit: "市公安局", notes: [note] });
  expect(text.split(note)).toHaveLength(2);
  expect(writeBulletin(HEAD, [NONE, NONE]).title).toBe("关于各承办单位2026年建议提案办理情况的通报");
});
