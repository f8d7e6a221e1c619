import { expect, it } from "vitest";
import { findClosingFault } from "#domain/assignment/closing.ts";
import { ASSIGNMENT_STATES } from "#domain/handling/states.ts";

const DONE = { state: "replied", feedbackRequired: true, lastRound: { filed: true, dissatisfied: false } } as const;
const open = { filed: false, dissatisfied: false };
const bad = { filed: true, dissatisfied: true };
const reason = "委员长期在外，两次去函未回";

it.each([
  ["with the form in", {}, undefined],
  ["with a form that never came back", { lastRound: open }, "feedback_unsettled"],
  ["with one that never came back, and a reason", { lastRound: open, reason }, undefined],
  ["against the deputy's verdict", { lastRound: bad }, "feedback_unsettled"],
  ["against it, and a reason", { lastRound: bad, reason }, undefined],
  ["without a form that the year wants", { lastRound: null }, "feedback_unsettled"],
  ["without one that the year does not want", { lastRound: null, feedbackRequired: false }, undefined],
  ["a reason is no answer", { state: "approved" as const, reason }, "wrong_state"],
])("%s", (_, change, code) => expect(findClosingFault({ reason: null, ...DONE, ...change })?.code).toBe(code));

it("only what was answered is closed, and once", () => {
  const may = ASSIGNMENT_STATES.filter((state) => !findClosingFault({ ...DONE, reason: null, state }));
  expect(may).toEqual(["replied"]);
});
