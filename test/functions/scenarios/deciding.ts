import { richTextOf } from "#domain/reply/rich-text.ts";
import { ReportInput, reportCommitment } from "#services/commitments/report.ts";
import { takeCommitment } from "#services/commitments/take.ts";
import { draftFollowUp } from "#services/follow-ups/draft.ts";
import { submitFollowUp } from "#services/follow-ups/submit.ts";
import { returnReply } from "#services/replies/return.ts";
import { advanceReply } from "#test/support/advance-reply.ts";
import { cleanDraft } from "#test/support/letter.ts";
import type { Scenario } from "#test/support/scenario.ts";
import type { World } from "#test/support/world.ts";
import { FRESH } from "./prepared-replies.ts";

const HIDDEN = "金丝雀子丑";
const WITHHELD = "2026-tian-7.zhujian";
const FOLLOW_UPS = `/api/assignments/${FRESH}/follow-ups`;
const C1 = `/api/commitments/${FRESH}.c1`;

const unitOf = (world: World) => world.contextOf(world.people.jiaoti.actor);
const officeOf = (world: World) => world.contextOf(world.people.office.actor);
const at = (version: number, path: string, method = "POST") => ({
  method,
  path,
  headers: { "If-Match": `"v${version}"`, "Idempotency-Key": "k1" },
});

/** The fresh reply as a public letter of this class: version 7. */
const answered = (classCode: "A" | "B") => async (world: World) => {
  const hands = { unit: unitOf(world), office: officeOf(world) };
  return await advanceReply(FRESH, "published", hands, cleanDraft(FRESH, classCode));
};
const followed = async (world: World) => {
  await answered("B")(world);
  const words = { body: richTextOf(["场地已全部开放。"]), classCode: "A", evidence: "开放公告" };
  await draftFollowUp(unitOf(world), { id: FRESH, version: 7 }, words);
  await submitFollowUp(unitOf(world), { id: FRESH, version: 8 });
};
const reported = async (world: World) => {
  await answered("B")(world);
  const span = { edition: 1, block: 2, start: 0, end: 14, dueOn: "2026-12-31" };
  await takeCommitment(unitOf(world), { id: FRESH, version: 7 }, span);
  const kept = { kind: "kept", happenedOn: "2026-06-10", note: "已经办成", evidence: "验收报告" };
  await reportCommitment(unitOf(world), { id: `${FRESH}.c1`, version: 1 }, ReportInput.parse(kept));
};
const returned = async (world: World) => {
  const hands = { unit: unitOf(world), office: officeOf(world) };
  const version = await advanceReply(FRESH, "submitted", hands);
  await returnReply(hands.office, { id: FRESH, version }, { reasons: ["off_the_point", "not_met"], reason: HIDDEN });
};

const RETURNING: readonly Scenario[] = [
  {
    name: "the list of reasons is there from the start, in order",
    as: "jiaoti",
    path: "/api/return-reasons",
    status: 200,
    mustContain: ["答非所问", '"code":"other"', '"total":12'],
  },
  { name: "a machine reads no reasons", as: "machine", path: "/api/return-reasons", status: 403 },
  {
    name: "the office adds one",
    as: "office",
    ...at(1, "/api/return-reasons"),
    body: { code: "law_missing", text: "没有写明政策依据", position: 12 },
    status: 201,
    mustContain: ["没有写明政策依据", '"retired":false'],
  },
  {
    name: "not twice",
    as: "office",
    ...at(1, "/api/return-reasons"),
    body: { code: "off_the_point", text: "另一种说法", position: 12 },
    status: 422,
    code: "reason_exists",
  },
  {
    name: "the office retires one",
    as: "office",
    ...at(1, "/api/return-reasons/not_met", "PUT"),
    body: { text: "未与代表、委员面商", position: 6, retired: true },
    status: 200,
    mustContain: ['"retired":true'],
  },
  {
    name: "what was once given keeps its words",
    as: "office",
    ...at(1, "/api/return-reasons/not_met", "PUT"),
    body: { text: "没有见面", position: 6, retired: false },
    before: returned,
    status: 409,
    code: "reason_in_use",
  },
  {
    name: "a return names reasons of the list and free words",
    as: "jiaoti",
    path: `/api/replies/${FRESH}`,
    before: returned,
    status: 200,
    mustContain: [`答非所问，没有逐条回应；未与代表、委员面商；${HIDDEN}`, '"code":"not_met"'],
  },
  {
    name: "not one that is not in the list",
    as: "office",
    ...at(4, `/api/replies/${FRESH}/return`),
    body: { reasons: ["bad_mood"] },
    before: async (world) => await advanceReply(FRESH, "submitted", { unit: unitOf(world), office: officeOf(world) }),
    status: 422,
    code: "unknown_reason",
  },
  {
    name: "how often for what is counted for each unit",
    as: "supervisor",
    path: "/api/supervision/return-reasons?campaign=2026",
    before: returned,
    status: 200,
    mustContain: ['"name":"市教育体育局"', '"returns":2', '"code":"off_the_point"'],
    mustNotContain: [HIDDEN],
  },
  {
    name: "another unit sees nothing of it",
    as: "zhujian",
    path: "/api/supervision/return-reasons?campaign=2026",
    before: returned,
    status: 200,
    mustContain: ['"total":0'],
    mustNotContain: ["jiaoti"],
  },
  { name: "no such year", as: "office", path: "/api/supervision/return-reasons?campaign=1999", status: 404 },
];

const DECLINING: readonly Scenario[] = [
  {
    name: "the office declines a report, and the unit reads why",
    as: "office",
    ...at(2, `${C1}/decline`),
    body: { reason: HIDDEN },
    before: reported,
    status: 200,
    mustContain: [`"declineReason":"${HIDDEN}"`, '"standing":"owed"', '"firstDueOn":"2026-12-31"'],
  },
  {
    name: "not without a reason",
    as: "office",
    ...at(2, `${C1}/decline`),
    body: { reason: " " },
    before: reported,
    status: 422,
    mustContain: ['"path":"reason"'],
  },
  {
    name: "the office sends a follow-up back, and the unit reads why",
    as: "office",
    ...at(9, `${FOLLOW_UPS}/return`),
    body: { reason: HIDDEN },
    before: followed,
    status: 200,
    mustContain: [`"reason":"${HIDDEN}"`, '"submittedAt":null'],
  },
  {
    name: "not one that was not submitted",
    as: "office",
    ...at(7, `${FOLLOW_UPS}/return`),
    body: { reason: HIDDEN },
    before: answered("B"),
    status: 409,
    code: "wrong_state",
  },
  {
    name: "a unit adds to an answer that owes nothing more",
    as: "jiaoti",
    ...at(7, FOLLOW_UPS),
    body: {},
    before: answered("A"),
    status: 200,
    mustContain: ['"kind":"supplementary"', '"dueOn":null'],
  },
  {
    name: "not beside a follow-up that is open",
    as: "jiaoti",
    ...at(7, FOLLOW_UPS),
    body: {},
    before: answered("B"),
    status: 409,
    code: "follow_up_open",
  },
  {
    name: "what is withheld is looked at again and kept back",
    as: "office",
    ...at(6, `/api/disclosure-reviews/${WITHHELD}`),
    body: { reason: HIDDEN, nextReviewOn: "2027-06-15" },
    status: 200,
    mustContain: [`"reason":"${HIDDEN}"`, '"reviewAgainOn":"2027-06-15"'],
  },
  {
    name: "not what is public",
    as: "office",
    ...at(7, "/api/disclosure-reviews/2026-jianyi-39.zhujian"),
    body: { reason: HIDDEN, nextReviewOn: "2027-06-15" },
    status: 409,
    code: "review_not_owed",
  },
];

export const deciding: readonly Scenario[] = [...RETURNING, ...DECLINING];
