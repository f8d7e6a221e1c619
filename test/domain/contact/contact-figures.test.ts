import { expect, it } from "vitest";
import type { CountedContact } from "#domain/contact/contact-figures.ts";
import { hasMeeting, toFiveContacts } from "#domain/contact/contact-figures.ts";
import { CONTACT_KINDS } from "#domain/contact/contact-kinds.ts";

const contact = (kind: CountedContact["kind"], met: number, invited: number): CountedContact => ({
  kind,
  met,
  invited,
});

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
