import { richTextOf } from "#domain/reply/rich-text.ts";
import { takeCommitment } from "#services/commitments/take.ts";
import { ReportInput, reportCommitment } from "#services/commitments/report.ts";
import { approveFollowUp } from "#services/follow-ups/approve.ts";
import { draftFollowUp } from "#services/follow-ups/draft.ts";
import { submitFollowUp } from "#services/follow-ups/submit.ts";
import { advanceReply } from "#test/support/advance-reply.ts";
import { cleanDraft } from "#test/support/letter.ts";
import type { Scenario } from "#test/support/scenario.ts";
import type { World } from "#test/support/world.ts";
import { FRESH } from "./prepared-replies.ts";

const FOLLOW_UPS = `/api/assignments/${FRESH}/follow-ups`;
const SUGGESTIONS = `/api/assignments/${FRESH}/commitment-suggestions`;
const COMMITMENTS = `/api/assignments/${FRESH}/commitments`;
const C1 = `/api/commitments/${FRESH}.c1`;
const WORDS = { body: richTextOf(["场地已全部开放。"]), classCode: "A", evidence: "开放公告" };
const CANARY = "金丝雀壬癸";

const unitOf = (world: World) => world.contextOf(world.people.jiaoti.actor);
const officeOf = (world: World) => world.contextOf(world.people.office.actor);

/** The fresh reply as a public B: version 7. */
const promised = async (world: World) =>
  await advanceReply(FRESH, "published", { unit: unitOf(world), office: officeOf(world) }, cleanDraft(FRESH, "B"));

/** Its follow-up: 8 drafted, 9 submitted, 10 approved. */
const followed = (to: "drafted" | "submitted" | "approved") => async (world: World) => {
  await promised(world);
  await draftFollowUp(unitOf(world), { id: FRESH, version: 7 }, { ...WORDS, evidence: CANARY });
  if (to === "drafted") return;
  await submitFollowUp(unitOf(world), { id: FRESH, version: 8 });
  if (to === "submitted") return;
  await approveFollowUp(officeOf(world), { id: FRESH, version: 9 }, { nextDueOn: null });
};

const SPAN = { edition: 1, block: 2, start: 0, end: 14, dueOn: "2026-12-31" };
const taken = async (world: World) => {
  await promised(world);
  await takeCommitment(unitOf(world), { id: FRESH, version: 7 }, SPAN);
};
const KEPT = { kind: "kept", happenedOn: "2026-06-10", note: "已经办成", evidence: "验收报告" };
const reported = async (world: World) => {
  await taken(world);
  await reportCommitment(unitOf(world), { id: `${FRESH}.c1`, version: 1 }, ReportInput.parse(KEPT));
};
const at = (version: number, path: string, method = "POST") => ({
  method,
  path,
  headers: { "If-Match": `"v${version}"`, "Idempotency-Key": "k1" },
});

export const commitmentsAndFollowUps: readonly Scenario[] = [
  {
    name: "a unit reads its follow-ups",
    as: "jiaoti",
    path: FOLLOW_UPS,
    before: promised,
    status: 200,
    mustContain: ['"dueOn":"2026-12-31"', '"repliedOn":null'],
  },
  {
    name: "another unit does not",
    as: "zhujian",
    path: FOLLOW_UPS,
    before: followed("drafted"),
    status: 404,
    mustNotContain: [CANARY],
  },
  {
    name: "a unit drafts its follow-up",
    as: "jiaoti",
    ...at(7, `${FOLLOW_UPS}/draft`, "PUT"),
    body: WORDS,
    before: promised,
    status: 200,
    mustContain: ["场地已全部开放"],
  },
  {
    name: "not where none is owed",
    as: "jiaoti",
    ...at(1, `${FOLLOW_UPS}/draft`, "PUT"),
    body: WORDS,
    status: 409,
    code: "follow_up_not_open",
  },
  { name: "and submits it", as: "jiaoti", ...at(8, `${FOLLOW_UPS}/submit`), before: followed("drafted"), status: 200 },
  {
    name: "not empty",
    as: "jiaoti",
    ...at(7, `${FOLLOW_UPS}/submit`),
    before: promised,
    status: 409,
    code: "follow_up_incomplete",
  },
  {
    name: "the office approves, and the class changes",
    as: "office",
    ...at(9, `${FOLLOW_UPS}/approve`),
    before: followed("submitted"),
    status: 200,
    mustContain: ['"source":"follow_up"', CANARY],
  },
  {
    name: "not what was not submitted",
    as: "office",
    ...at(8, `${FOLLOW_UPS}/approve`),
    before: followed("drafted"),
    status: 409,
    code: "wrong_state",
  },
  {
    name: "the office publishes it",
    as: "office",
    ...at(10, `${FOLLOW_UPS}/publish`),
    before: followed("approved"),
    status: 200,
    mustContain: ['"publishedAt":"2026-06-15 09:00"'],
  },
  {
    name: "its submitter does not",
    as: "jiaoti",
    ...at(10, `${FOLLOW_UPS}/publish`),
    before: followed("approved"),
    status: 409,
    code: "follow_up_needs_second_person",
  },
  {
    name: "promises are proposed from the letter",
    as: "jiaoti",
    path: SUGGESTIONS,
    before: promised,
    status: 200,
    mustContain: ["列入计划逐步解决"],
  },
  { name: "not from another unit's", as: "zhujian", path: SUGGESTIONS, before: promised, status: 404 },
  {
    name: "a unit takes a promise",
    as: "jiaoti",
    ...at(7, COMMITMENTS),
    body: SPAN,
    before: promised,
    status: 200,
    mustContain: ['"standing":"owed"', `"id":"${FRESH}.c1"`],
  },
  {
    name: "only words that are there",
    as: "jiaoti",
    ...at(7, COMMITMENTS),
    body: { ...SPAN, end: 400 },
    before: promised,
    status: 409,
    code: "span_not_found",
  },
  {
    name: "it stands in the list",
    as: "supervisor",
    path: "/api/commitments",
    before: taken,
    status: 200,
    mustContain: ['"total":1'],
  },
  {
    name: "not in another unit's",
    as: "zhujian",
    path: "/api/commitments",
    before: taken,
    status: 200,
    mustContain: ['"total":0'],
  },
  { name: "the list knows its states", as: "office", path: "/api/commitments?state=late", status: 422 },
  { name: "the unit reads it", as: "jiaoti", path: C1, before: taken, status: 200, mustContain: ['"events":[]'] },
  { name: "another unit does not see it", as: "gongan", path: C1, before: taken, status: 404 },
  {
    name: "and reports that it is kept",
    as: "jiaoti",
    ...at(1, `${C1}/report`),
    body: KEPT,
    before: taken,
    status: 200,
    mustContain: ['"standing":"owed"', "验收报告"],
  },
  {
    name: "not without evidence",
    as: "jiaoti",
    ...at(1, `${C1}/report`),
    body: { ...KEPT, evidence: null },
    before: taken,
    status: 422,
    mustContain: ['"path":"evidence"'],
  },
  {
    name: "the office approves the report",
    as: "office",
    ...at(2, `${C1}/approve`),
    before: reported,
    status: 200,
    mustContain: ['"standing":"kept_on_time"'],
  },
  {
    name: "where there is one",
    as: "office",
    ...at(1, `${C1}/approve`),
    before: taken,
    status: 409,
    code: "commitment_nothing_to_approve",
  },
];
