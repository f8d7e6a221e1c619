import { publishEmergency } from "#services/replies/publish-emergency.ts";
import { ReminderInput, sendReminder } from "#services/supervision/send-reminder.ts";
import type { Scenario } from "#test/support/scenario.ts";
import type { World } from "#test/support/world.ts";
import { CANARY } from "#test/support/world.ts";
import { FRESH, PUBLISHED, fresh } from "./prepared-replies.ts";

const NUDGE = { assignmentId: FRESH, clock: "sign", channel: "in_app", text: "请尽快签收，金丝雀子丑" };
const nudged = async (world: World) =>
  await sendReminder(world.contextOf(world.people.office.actor), ReminderInput.parse(NUDGE));
const WHY = { reason: "汛期临近，群众亟需知悉转移安排" };
const once = { "Idempotency-Key": "k1" };

/** Version 4: public before its time. */
const rushed = async (world: World) => {
  await fresh("drafted")(world);
  await publishEmergency(world.contextOf(world.people.office.actor), { id: FRESH, version: 3 }, WHY);
};

export const supervising: readonly Scenario[] = [
  {
    name: "every clock of the city in one list, late ones red",
    as: "supervisor",
    path: "/api/due",
    status: 200,
    mustContain: ['"clock":"reply_legal"', '"light":"red"', "已超期"],
    mustNotContain: Object.values(CANARY),
  },
  {
    name: "a unit's own",
    as: "gongan",
    path: "/api/due",
    status: 200,
    mustContain: ['"total":0'],
  },
  {
    name: "by clock and light",
    as: "office",
    path: "/api/due?kind=reply_campaign&light=blue",
    status: 200,
    mustContain: ['"clock":"reply_campaign"'],
    mustNotContain: ['"clock":"reply_legal"', '"light":"red"'],
  },
  {
    name: "the clocks of one assignment",
    as: "office",
    path: "/api/due?assignment=2026-jianyi-40.jiaoti",
    status: 200,
    mustContain: ['"clock":"reply_legal"', '"assignmentId":"2026-jianyi-40.jiaoti"'],
    mustNotContain: ['"assignmentId":"2026-jianyi-39.zhujian"', '"assignmentId":"2026-tian-7.zhujian"'],
  },
  {
    name: "another unit's assignment has no clocks for it",
    as: "gongan",
    path: "/api/due?assignment=2026-jianyi-40.jiaoti",
    status: 200,
    mustContain: ['"total":0'],
  },
  { name: "a clock that is none", as: "office", path: "/api/due?kind=lunch", status: 422 },
  {
    name: "the sheet of every unit",
    as: "supervisor",
    path: "/api/supervision/units?campaign=2026",
    status: 200,
    mustContain: ["市住建局", "市教育体育局", '"definition":"', "转化率"],
  },
  {
    name: "a unit's own sheet",
    as: "jiaoti",
    path: "/api/supervision/units?campaign=2026",
    status: 200,
    mustContain: ["市教育体育局"],
    mustNotContain: ["市住建局", "转化率"],
  },
  { name: "of a year that is there", as: "office", path: "/api/supervision/units?campaign=1999", status: 404 },
  {
    name: "the office reminds",
    as: "office",
    method: "POST",
    path: "/api/reminders",
    headers: once,
    body: NUDGE,
    status: 201,
    mustContain: ['"id":"'],
  },
  {
    name: "not without words",
    as: "office",
    method: "POST",
    path: "/api/reminders",
    headers: once,
    body: { ...NUDGE, text: " " },
    status: 422,
    mustContain: ["请写明催办内容"],
  },
  {
    name: "the unit finds it",
    as: "jiaoti",
    path: "/api/reminders?unread=true",
    before: nudged,
    status: 200,
    mustContain: ["金丝雀子丑"],
  },
  {
    name: "another does not",
    as: "zhujian",
    path: "/api/reminders",
    before: nudged,
    status: 200,
    mustNotContain: ["金丝雀子丑"],
  },
  { name: "a machine reads none", as: "machine", path: "/api/reminders", before: nudged, status: 403 },
  {
    name: "what is not its own it cannot mark",
    as: "zhujian",
    method: "POST",
    path: "/api/reminders/read",
    body: { ids: ["none"] },
    status: 200,
    mustContain: ['{"read":0}'],
  },
  {
    name: "nor nothing at all",
    as: "zhujian",
    method: "POST",
    path: "/api/reminders/read",
    body: { ids: [] },
    status: 422,
  },
  {
    name: "reviews of what is withheld",
    as: "zhujian",
    path: "/api/disclosure-reviews",
    status: 200,
    mustContain: ['"total":0'],
  },
  { name: "never for machines", as: "machine", path: "/api/disclosure-reviews", status: 403 },
  {
    name: "the office publishes in an emergency",
    as: "office",
    method: "POST",
    path: `/api/replies/${FRESH}/publish-emergency`,
    headers: { ...once, "If-Match": '"v3"' },
    body: WHY,
    before: fresh("drafted"),
    status: 200,
    mustContain: ['"state":"published"', '"indexNumber":"'],
    after: async (world) => {
      if (world.pokes() !== 1) throw new Error("the release runner was not woken");
    },
  },
  {
    name: "not without a reason",
    as: "office",
    method: "POST",
    path: `/api/replies/${FRESH}/publish-emergency`,
    headers: { ...once, "If-Match": '"v3"' },
    body: { reason: "急" },
    before: fresh("drafted"),
    status: 422,
    mustContain: ["不少于 10 字"],
  },
  {
    name: "the debt stands in the list",
    as: "supervisor",
    path: "/api/emergencies",
    before: rushed,
    status: 200,
    mustContain: ["汛期临近", '"countersignedAt":null'],
  },
  {
    name: "which is not for units",
    as: "jiaoti",
    path: "/api/emergencies",
    before: rushed,
    status: 403,
    mustNotContain: ["汛期"],
  },
  {
    name: "until another signs after it",
    as: "office2",
    method: "POST",
    path: `/api/emergencies/${FRESH}/countersign`,
    headers: { "If-Match": '"v4"' },
    before: rushed,
    status: 200,
    mustContain: ['"state":"published"'],
  },
  {
    name: "never the same person",
    as: "office",
    method: "POST",
    path: `/api/emergencies/${FRESH}/countersign`,
    headers: { "If-Match": '"v4"' },
    before: rushed,
    status: 409,
    code: "countersign_needs_second_person",
  },
  {
    name: "nor where nothing is owed",
    as: "office2",
    method: "POST",
    path: `/api/emergencies/${PUBLISHED}/countersign`,
    headers: { "If-Match": '"v7"' },
    status: 409,
    code: "emergency_settled",
  },
];
