import { expect, it } from "vitest";
import { findFeedbackPreset } from "#domain/campaign/feedback-presets.ts";
import { checkAnswers, listDissatisfied, ordersRedo } from "#domain/feedback/check-answers.ts";

const axesOf = (id: string) => findFeedbackPreset(id)?.axes ?? [];
const paths = (id: string, answers: Record<string, string>, comment: string | null = null) =>
  checkAnswers(axesOf(id), answers, comment).map(({ path }) => path);

it.each([
  ["two-axes", { attitude: "satisfied", result: "satisfied" }, null, []],
  ["two-axes", {}, null, ["answers.attitude", "answers.result"]],
  ["two-axes", { attitude: "satisfied", result: "dissatisfied" }, null, ["comment"]],
  ["two-axes", { attitude: "dissatisfied", result: "satisfied" }, "态度生硬", []],
  ["two-axes", { attitude: "满意", result: "satisfied" }, null, ["answers.attitude"]],
  ["overall", { overall: "dissatisfied" }, " ", ["comment"]],
  // Asked of 团体提案 alone, so it may be left out.
  ["hongkou", { attitude: "satisfied", result: "satisfied", contact: "visit", pertinence: "pertinent" }, null, []],
] as const)("%s %j with %s: %j", (preset, answers, comment, wrong) => {
  expect(paths(preset, answers, comment)).toEqual(wrong);
});

it("only the result orders a redo", () => {
  const axes = axesOf("two-axes");
  expect(ordersRedo(axes, { attitude: "dissatisfied", result: "satisfied" })).toBe(false);
  expect(ordersRedo(axes, { attitude: "satisfied", result: "dissatisfied" })).toBe(true);
  expect(ordersRedo(axes, { attitude: "satisfied", result: "basically_satisfied" })).toBe(false);
  expect(listDissatisfied(axes, {})).toEqual([]);
});
