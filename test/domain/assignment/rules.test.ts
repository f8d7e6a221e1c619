import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toClock, toHandedOn, toHandlingClocks } from "#domain/assignment/clocks.ts";
import { findExtensionFault } from "#domain/assignment/extension.ts";
import { MOTION_STATES } from "#domain/assignment/motion-state.ts";
import { MOTION_VERBS, findNextState, isOpenMotion } from "#domain/assignment/motion-steps.ts";
import type { Part } from "#domain/assignment/parts.ts";
import { findPartsFault } from "#domain/assignment/parts.ts";
import { isInHandling, mayExtend, mayObject, mayReassign, stateGivenBack } from "#domain/assignment/stages.ts";
import { DEFAULT_RULES } from "#domain/campaign/campaign-rules.ts";
import { ASSIGNMENT_STATES } from "#domain/handling/states.ts";

const part = (unit: string, role: Part["role"]): Part => ({ unit, role });

describe("the parts of a motion", () => {
  it.each<[string, Part[], string | undefined]>([
    ["one lead", [part("a", "lead")], undefined],
    ["one lead with joint units", [part("a", "lead"), part("b", "joint"), part("c", "joint")], undefined],
    ["two apart", [part("a", "separate"), part("b", "separate")], undefined],
    ["two apart with a joint unit", [part("a", "separate"), part("b", "separate"), part("c", "joint")], undefined],
    ["nobody", [], "parts_wrong"],
    ["one apart from nobody", [part("a", "separate")], "parts_wrong"],
    ["two leads", [part("a", "lead"), part("b", "lead")], "parts_wrong"],
    ["a lead beside one apart", [part("a", "lead"), part("b", "separate")], "parts_wrong"],
    ["joint units alone", [part("a", "joint"), part("b", "joint")], "parts_wrong"],
    ["a unit twice", [part("a", "lead"), part("a", "joint")], "unit_twice"],
  ])("%s", (_, parts, code) => expect(findPartsFault(parts)?.code).toBe(code));
});

describe("the steps of a motion", () => {
  const allowed: Record<string, readonly string[]> = {
    pre_assign: ["filed", "pre_assigned"],
    assign: ["filed", "pre_assigned"],
    merge: ["filed", "pre_assigned", "assigned"],
    transfer: ["filed", "pre_assigned", "assigned"],
    withdraw: ["filed", "pre_assigned", "assigned"],
    deal: ["assigned"],
    mark: ["filed", "pre_assigned", "assigned"],
  };

  it.each(MOTION_VERBS)("%s starts only where it may", (verb) => {
    expect(MOTION_STATES.filter((state) => findNextState(verb, state))).toEqual(allowed[verb]);
  });

  it("no step leads out of an end, and every end is one", () => {
    const ends = MOTION_STATES.filter((state) =>
      MOTION_VERBS.every((verb) => findNextState(verb, state) === undefined),
    );
    expect(ends).toEqual(["merged", "transferred", "withdrawn"]);
    expect(MOTION_STATES.filter((state) => !isOpenMotion(state))).toEqual(ends);
  });
});

describe("what a state allows", () => {
  const states = (may: (state: (typeof ASSIGNMENT_STATES)[number]) => boolean) => ASSIGNMENT_STATES.filter(may);

  it("objection before work has begun", () => expect(states(mayObject)).toEqual(["assigned", "signed"]));
  it("re-assignment while the letter is the unit's own", () =>
    expect(states(mayReassign)).toEqual(["assigned", "signed", "handling"]));
  it("extension while the answer is worked out", () =>
    expect(states(mayExtend)).toEqual(["signed", "handling", "unit_review"]));
  it("handling from 签收 on, and not once given back", () =>
    expect(states((state) => !isInHandling(state))).toEqual(["pre_assigned", "assigned", "objected", "withdrawn"]));
  it("a matter given back is where it was", () => {
    expect(stateGivenBack(null)).toBe("assigned");
    expect(stateGivenBack("2026-03-01T00:00:00.000Z")).toBe("signed");
  });
});

describe("clocks", () => {
  it.each([
    ["2026-03-10", "2026-03-10", "2026-04-01", false],
    ["2026-03-10", "2026-03-11", "2026-04-01", true],
    ["2026-03-10", null, "2026-03-10", false],
    ["2026-03-10", null, "2026-03-11", true],
    [null, null, "2026-03-11", false],
  ])("due %s, done %s, today %s: late %s", (dueOn, doneOn, today, late) =>
    expect(toClock(dueOn, doneOn, today).late).toBe(late),
  );

  it("a unit's clocks run from the day of its own part, and before 交办 from 预交办", () => {
    const motion = { assignedOn: "2026-03-01" };
    expect(toHandedOn({ assignedOn: "2026-03-12" }, motion)).toBe("2026-03-12");
    expect(toHandedOn({ assignedOn: null }, motion)).toBe("2026-03-01");
  });

  const dates = { today: "2026-03-10", handedOn: "2026-03-05", assignedOn: "2026-02-28", dueOn: null, signedOn: null };

  it("the law alone knows no time to sign or object, and six months at most from 交办", () => {
    expect(toHandlingClocks(dates, DEFAULT_RULES)).toEqual({
      sign: { dueOn: null, doneOn: null, late: false },
      objectUntil: null,
      replyDueOn: null,
      replyAtMost: "2026-08-28",
      notes: [],
    });
  });

  it("a campaign's own times count from the hand-over; the law's from 交办", () => {
    const deadlines = {
      ...DEFAULT_RULES.deadlines,
      sign: { amount: 3, unit: "day" as const },
      object: { amount: 5, unit: "workday" as const },
    };
    expect(toHandlingClocks({ ...dates, signedOn: "2026-03-09" }, { ...DEFAULT_RULES, deadlines })).toMatchObject({
      sign: { dueOn: "2026-03-08", doneOn: "2026-03-09", late: true },
      objectUntil: "2026-03-12",
      replyAtMost: "2026-08-28",
    });
  });
});

describe("an extension", () => {
  const asked = {
    today: "2026-05-20",
    dueOn: "2026-05-31",
    legalOn: "2026-05-31",
    newDueOn: "2026-08-28",
    atMostOn: "2026-08-28",
  };

  it.each([
    ["to the last day that the law leaves", {}, undefined],
    ["a day beyond it", { newDueOn: "2026-08-29" }, "extension_beyond_limit"],
    ["to the same day", { newDueOn: "2026-05-31" }, "extension_not_later"],
    ["to the next day", { newDueOn: "2026-06-01" }, undefined],
    ["asked for on the due day", { today: "2026-05-31" }, undefined],
    ["a day later", { today: "2026-06-01" }, "extension_late"],
    ["of nothing", { dueOn: null }, "no_due_date"],
    ["of the law's day, where the notice allows more", { dueOn: "2026-09-30" }, undefined],
    ["to the law's own day", { dueOn: "2026-09-30", newDueOn: "2026-05-31" }, "extension_not_later"],
    ["of a notice stricter than the law", { legalOn: "2026-06-30", newDueOn: "2026-06-15" }, undefined],
    ["where nobody can count the law's day", { legalOn: null, newDueOn: "2026-05-31" }, "extension_not_later"],
    ["where nobody can count the limit", { atMostOn: null }, "extension_beyond_limit"],
  ])("%s", (_, change, code) => expect(findExtensionFault({ ...asked, ...change })?.code).toBe(code));

  it("that is allowed lies after the old date and within the law, whatever was asked", () => {
    const day = fc.date({ min: new Date("2026-01-01"), max: new Date("2027-12-31"), noInvalidDate: true });
    const iso = day.map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(iso, iso, iso, iso, iso, (today, dueOn, legalOn, newDueOn, atMostOn) => {
        if (findExtensionFault({ today, dueOn, legalOn, newDueOn, atMostOn })) return;
        const runsTo = legalOn < dueOn ? legalOn : dueOn;
        expect(today <= dueOn && runsTo < newDueOn && newDueOn <= atMostOn).toBe(true);
      }),
    );
  });
});
