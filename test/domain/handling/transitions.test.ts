import { describe, expect, it } from "vitest";
import { ROLES } from "#domain/handling/actor.ts";
import { checkSecondPerson } from "#domain/handling/second-person.ts";
import { EDITION_STATES, PUBLICATION_STATES } from "#domain/handling/states.ts";
import { VERBS, findTransition, roleMay } from "#domain/handling/transitions.ts";

/** [verb, role] → states from which it may start, when the publication is unpublished. */
const ALLOWED: Record<string, readonly string[]> = {
  "draft unit": ["draft"],
  "draft office": ["submitted", "approved"],
  "propose unit": ["draft"],
  "submit unit": ["draft", "unit_review"],
  "return unit": ["unit_review"],
  "return office": ["submitted", "approved"],
  "approve office": ["submitted"],
  "finalise office": ["approved"],
  "publish unit": ["final"],
  "publish office": ["final"],
  "correct unit": ["final"],
  "correct office": ["final"],
};

describe("the table of transitions", () => {
  const cases = VERBS.flatMap((verb) => ROLES.map((role) => [verb, role] as const));

  it.each(cases)("%s by %s starts only where it may", (verb, role) => {
    const states = EDITION_STATES.filter((state) => findTransition(verb, role, state, "unpublished") !== undefined);
    expect(states).toEqual(ALLOWED[`${verb} ${role}`] ?? []);
  });

  it("lets nobody withdraw what was never public", () => {
    for (const state of EDITION_STATES) {
      for (const role of ROLES) expect(findTransition("withdraw", role, state, "unpublished")).toBeUndefined();
    }
  });

  it("lets only the office withdraw, and only what is public", () => {
    const may = PUBLICATION_STATES.filter((publication) => findTransition("withdraw", "office", "final", publication));
    expect(may).toEqual(["published"]);
    expect(roleMay("withdraw", "unit")).toBe(false);
  });

  it.each(["admin", "supervisor", "machine"] as const)("gives %s no verb at all", (role) => {
    expect(VERBS.filter((verb) => roleMay(verb, role))).toEqual([]);
  });
});

describe("the second person", () => {
  const hands = { submittedBy: "li", editedBy: "wang", editors: ["chen", "wang"] };

  it("is neither who submitted nor anybody who wrote in it", () => {
    expect(checkSecondPerson("li", hands)?.code).toBe("needs_second_person");
    expect(checkSecondPerson("wang", hands)?.code).toBe("editor_may_not_approve");
    expect(checkSecondPerson("chen", hands)?.code).toBe("editor_may_not_approve");
    expect(checkSecondPerson("zhao", hands)).toBeUndefined();
  });
});
