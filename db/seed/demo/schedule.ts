import { addDaysToWorkday, addMonths, daysBetween } from "./calendar.ts";
import type { SeedCampaign } from "./campaigns.ts";
import type { DemoStage } from "./demo-city.ts";
import type { Slot } from "./numbering.ts";
import type { Random } from "./random.ts";

/** The last workday before the demo's today, 2026-11-21. */
const LAST_DAY = "2026-11-20";

export type Schedule = { readonly assignedOn: string; readonly dueOn: string };

/** First day and length of the span in which matters of a pending stage were assigned and their replies signed. */
const LATE: Readonly<Partial<Record<DemoStage, readonly [string, number, string?, number?]>>> = {
  assigned: ["2026-11-13", 5],
  signed: ["2026-10-26", 14],
  handling: ["2026-08-24", 40],
  submitted: ["2026-08-17", 25, "2026-11-09", 8],
  returned: ["2026-08-10", 25, "2026-10-26", 14],
  approved: ["2026-08-10", 25, "2026-11-05", 11],
  finalised: ["2026-08-03", 25, "2026-11-02", 12],
};

function assignedDay(random: Random, campaign: SeedCampaign, slot: Slot): string {
  const late = LATE[slot.stage];
  if (late) return addDaysToWorkday(late[0], random.int(0, late[1]));
  if (!slot.betweenSessions) return campaign.assignedOn;
  // Filed in the recess before the session, so the notice of March counts them.
  return addDaysToWorkday(`${campaign.year}-01-04`, slot.number * 9 + random.int(0, 7));
}

/** Three months for a reply, six for key items and those that two units answer. */
export function planSchedule(random: Random, campaign: SeedCampaign, slot: Slot, isLong: boolean): Schedule {
  const assignedOn = assignedDay(random, campaign, slot);
  const months = isLong && !slot.betweenSessions ? 6 : 3;
  const safe = `${assignedOn.slice(0, 8)}${assignedOn.slice(8) > "28" ? "28" : assignedOn.slice(8)}`;
  return { assignedOn, dueOn: addMonths(safe, months) };
}

/** Mostly in the second half of the time given; one in twenty is late. */
export function signDay(random: Random, schedule: Schedule, stage: DemoStage): string {
  const late = LATE[stage];
  if (late?.[2]) return addDaysToWorkday(late[2], random.int(0, late[3] ?? 0));
  const span = daysBetween(schedule.assignedOn, schedule.dueOn);
  const days = random.chance(0.05) ? span + random.int(2, 16) : Math.floor(span * (0.4 + 0.55 * random.next()));
  return addDaysToWorkday(schedule.assignedOn, days);
}

/** 20 working days are 28 days of the calendar; one in sixteen takes longer. YYYY-MM-DD HH:mm. */
export function publishTime(random: Random, signedOn: string): string {
  const day = addDaysToWorkday(signedOn, random.chance(0.06) ? random.int(31, 46) : random.int(4, 23));
  const minute = String(random.int(0, 59)).padStart(2, "0");
  return `${day > LAST_DAY ? LAST_DAY : day} ${String(random.pick([9, 10, 11, 14, 15, 16, 17])).padStart(2, "0")}:${minute}`;
}

/** A time some weeks after another, both YYYY-MM-DD HH:mm. */
export function laterTime(random: Random, time: string, fewest: number, most: number): string {
  const day = addDaysToWorkday(time.slice(0, 10), random.int(fewest, most));
  return `${day > LAST_DAY ? LAST_DAY : day} ${random.pick([10, 11, 15, 16])}:${random.int(10, 59)}`;
}
