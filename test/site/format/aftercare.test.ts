import { describe, expect, it } from "vitest";
import { toContactWords, toFeedbackWords, toOutcomeHistory } from "#site/format/aftercare-words.ts";
import { compareDays, toClockRows, toLegalWords } from "#site/format/clock-words.ts";
import { findCommitmentSentence, toCommitmentSpans, toDueWords } from "#site/format/commitment-words.ts";
import { toRuns } from "#site/format/spans.ts";
import { LIFT_REPLY, MOVED_REPLY } from "../support/sample-replies.ts";

describe("the law's limit", () => {
  const { clocks } = LIFT_REPLY;
  it.each([
    ["2026-06-10", null, "在法定期限内"],
    ["2026-06-11", null, "超过法定期限 1 天"],
    ["2026-08-10", "2026-08-10", "在批准的延期内"],
    ["2026-08-12", "2026-08-10", "超过延期后的期限 2 天"],
  ])("against %s with an extension to %s: %s", (signedOn, extendedTo, words) =>
    expect(toLegalWords({ ...clocks, extendedTo }, signedOn)).toBe(words),
  );

  it("stands beside the day asked for, and a day that nobody knows is left out", () => {
    expect(toClockRows(LIFT_REPLY).map(({ name }) => name)).toEqual([
      "交办",
      "法定期限",
      "要求期限",
      "实际答复",
      "公开期限",
      "实际公开",
    ]);
    expect(toClockRows(MOVED_REPLY).map(({ name }) => name)).toEqual(["交办", "法定期限", "实际答复"]);
  });

  it("counts the last day as in time", () => {
    expect(compareDays("2026-06-17", "2026-06-17")).toBe("在期限内");
    expect(compareDays("2026-06-18", "2026-06-17")).toBe("超过 1 天");
  });
});

describe("promises", () => {
  it("are counted by what became of them", () => {
    expect(findCommitmentSentence(LIFT_REPLY.commitments)).toBe("3 项承诺：1 项已兑现，2 项待兑现");
    expect(findCommitmentSentence([])).toBeUndefined();
  });

  it("keep the day first promised in sight", () => {
    expect(toDueWords({ dueOn: "2027-03-31", firstDueOn: "2026-12-31" })).toBe("2027年3月31日前（原定2026年12月31日）");
    expect(toDueWords({ dueOn: null, firstDueOn: null })).toBe("没有写明期限");
  });

  it("are marked where they stand in the letter, across bold words and links, and nothing is lost", () => {
    const spans = toCommitmentSpans(LIFT_REPLY).get(7) ?? [];
    const block = LIFT_REPLY.body.content[6];
    if (block?.type !== "paragraph") throw new Error("no paragraph");
    const runs = toRuns(block.content ?? [], spans);
    expect(runs.filter(({ span }) => span).map(({ text }) => text)).toEqual(["纳入统一检验计划"]);
    expect(runs.filter(({ isLast }) => isLast)).toHaveLength(1);
    const plain = toRuns(block.content ?? []);
    expect(runs.map(({ text }) => text ?? "\n").join("")).toBe(plain.map(({ text }) => text ?? "\n").join(""));
  });
});

it("counts contacts by kind, persons only where they met", () => {
  expect(LIFT_REPLY.contacts.map(toContactWords)).toEqual([
    "电话 2 次",
    "面商 1 次，应到 3 人，实到 3 人",
    "走访现场 1 次，应到 3 人，实到 2 人",
  ]);
});

it("says both axes of a verdict", () => {
  const [round] = LIFT_REPLY.feedback;
  expect(round && toFeedbackWords(round)).toBe("办理态度满意、办理结果基本满意");
});

it("tells the class from the letter to today", () => {
  expect(toOutcomeHistory(MOVED_REPLY).map(({ on, outcome, by }) => [on, outcome.code, by])).toEqual([
    ["2025-05-12", "B", "答复"],
    ["2025-11-18", "A", "第1次续办续复"],
  ]);
});
