import { expect, it } from "vitest";
import { toTimeline } from "#site/format/timeline.ts";
import { LIFT_REPLY, MOVED_REPLY } from "../support/sample-replies.ts";

it("runs from assignment to what is still owed", () => {
  expect(toTimeline(LIFT_REPLY).map((event) => [event.on, event.kind])).toEqual([
    ["2026-03-10", "past"],
    ["2026-05-20", "reply"],
    ["2026-06-01", "past"],
    ["2026-06-08", "past"],
    ["2026-12-20", "owed"],
  ]);
});

it("names corrections and follow-ups with their class", () => {
  const texts = toTimeline(MOVED_REPLY).map((event) => event.text);
  expect(texts).toEqual([
    "交办",
    "答复，办理结果为B类",
    "收到评价（第 1 轮）",
    "公开",
    "更正，公布第2版",
    "收到评价（第 2 轮）",
    "第1次续办续复，办理结果为A类",
  ]);
});

it("puts what has no day at the end", () => {
  const followUps = [{ number: 1, dueOn: null, repliedOn: null, outcome: null, body: null }];
  const last = toTimeline({ ...LIFT_REPLY, followUps }).at(-1);
  expect(last).toEqual({ on: null, text: "应作出第1次续办续复，尚未公布", kind: "owed" });
});
