import type { ContactKind } from "#domain/contact/contact-kinds.ts";
import type { DemoMatter, DemoReply } from "../demo/demo-city.ts";
import { addDaysToWorkday, daysBetween } from "../demo/calendar.ts";
import { makeRandom } from "../demo/random.ts";

type Phase = "before" | "during" | "after";
type Contact = { kind: ContactKind; phase: Phase; heldOn: string; invited: number; met: number };

/** How often of a hundred a letter was preceded by each kind, and how far into the time it took. */
const HABITS: readonly (readonly [kind: ContactKind, phase: Phase, share: number, part: number])[] = [
  ["call", "before", 0.88, 0.1],
  ["meeting", "during", 0.93, 0.45],
  ["visit", "during", 0.42, 0.55],
  ["conference", "during", 0.18, 0.65],
  ["letter", "during", 0.3, 0.85],
];

export function makeContacts(id: string, matter: DemoMatter, reply: DemoReply): Contact[] {
  const random = makeRandom(`${id}/contacts`);
  const span = daysBetween(matter.assignedOn, reply.signedOn);
  return HABITS.flatMap(([kind, phase, share, part]): Contact[] => {
    if (!random.chance(share)) return [];
    const isMeeting = kind !== "call" && kind !== "letter";
    const invited = isMeeting ? Math.min(matter.jointCount, 8) : 1;
    const met = random.chance(0.85) ? invited : Math.max(1, invited - 1);
    const heldOn = addDaysToWorkday(matter.assignedOn, Math.max(1, Math.floor(span * part)));
    return [{ kind, phase, heldOn: heldOn > reply.signedOn ? reply.signedOn : heldOn, invited, met }];
  });
}
