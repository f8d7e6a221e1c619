import fc from "fast-check";
import { expect, it } from "vitest";
import type { CountedContact } from "#domain/contact/contact-figures.ts";
import { hasMeeting, meetingRateByCase, meetingRateByPerson, toFiveContacts } from "#domain/contact/contact-figures.ts";
import { CONTACT_KINDS } from "#domain/contact/contact-kinds.ts";

const contact = (kind: CountedContact["kind"], met: number, invited: number): CountedContact => ({
  kind,
  met,
  invited,
});
const cases = (...contacts: readonly CountedContact[][]) => contacts.map((item) => ({ contacts: item }));

it.each([
  ["nothing", [], false],
  ["a call", [contact("call", 1, 1)], false],
  ["a meeting to which nobody came", [contact("meeting", 0, 3)], false],
  ["a meeting with one of three", [contact("meeting", 1, 3)], true],
  ["a visit and a conference", [contact("visit", 2, 2), contact("conference", 5, 9)], false],
])("面商: %s", (_, contacts, held) => expect(hasMeeting(contacts)).toBe(held));

it("五个一 asks for each kind once, however often another happened", () => {
  const three = [contact("call", 1, 1), contact("call", 1, 1), contact("meeting", 1, 1), contact("visit", 0, 1)];
  expect(toFiveContacts(three)).toEqual({
    done: ["call", "meeting", "visit"],
    missing: ["letter", "conference"],
    complete: false,
  });
  expect(toFiveContacts(CONTACT_KINDS.map((kind) => contact(kind, 1, 1)))).toMatchObject({
    missing: [],
    complete: true,
  });
  expect(toFiveContacts([]).missing).toEqual(CONTACT_KINDS);
});

// Worked out by hand: 3 cases, 2 with a 面商; 3 + 1 + 0 + 2 persons met of 4 + 1 + 2 + 2 invited.
const WORKED = cases(
  [contact("meeting", 3, 4), contact("meeting", 1, 1), contact("call", 9, 9)],
  [contact("meeting", 0, 2)],
  [contact("meeting", 2, 2)],
);

it("面商率 by case and by person, with numerator and base", () => {
  expect(meetingRateByCase(WORKED)).toMatchObject({ numerator: 2, base: 3, percent: "66.67" });
  expect(meetingRateByPerson(WORKED)).toMatchObject({ numerator: 6, base: 9, percent: "66.67" });
});

it("a base of zero has no percentage", () => {
  expect(meetingRateByCase([])).toMatchObject({ numerator: 0, base: 0, percent: null });
  expect(meetingRateByPerson(cases([contact("call", 1, 1)], []))).toMatchObject({ base: 0, percent: null });
});

it("no rate exceeds its base, and the order of cases says nothing", () => {
  const one = fc
    .tuple(fc.constantFrom(...CONTACT_KINDS), fc.nat(20), fc.nat(20))
    .map(([kind, a, b]) => contact(kind, Math.min(a, b), Math.max(a, b)));
  fc.assert(
    fc.property(fc.array(fc.array(one, { maxLength: 6 }), { maxLength: 8 }), (lists) => {
      for (const rate of [meetingRateByCase, meetingRateByPerson]) {
        const found = rate(cases(...lists));
        expect(found.numerator).toBeLessThanOrEqual(found.base);
        expect(rate(cases(...lists.toReversed()))).toEqual(found);
      }
    }),
  );
});
