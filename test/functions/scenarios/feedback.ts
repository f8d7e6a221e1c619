import { feedbackLinks } from "#db/schema/aftercare.ts";
import { askFeedback } from "#services/feedback/ask.ts";
import { sha256 } from "#services/hash.ts";
import type { Scenario } from "#test/support/scenario.ts";
import type { World } from "#test/support/world.ts";
import { CANARY } from "#test/support/world.ts";
import { PUBLISHED, WITHHELD } from "./prepared-replies.ts";

const FEEDBACK = `/api/assignments/${PUBLISHED}/feedback`;
const TOKEN = "A".repeat(43);
const FORM = `/api/feedback-forms/${TOKEN}`;
const VOTES = "/api/motions/2026-jianyi-39/votes";

const asked = async (world: World, id = PUBLISHED, version = 7) =>
  await askFeedback(world.contextOf(world.people.office.actor), { id, version });

/** A form whose link is known beforehand. */
const opened =
  (id = PUBLISHED, version = 7) =>
  async (world: World) => {
    await asked(world, id, version);
    const createdBy = world.people.office.actor.id;
    const times = { createdAt: "2026-06-15T01:00:00.000Z", expiresAt: "2026-06-30T01:00:00.000Z" };
    await world.db
      .insert(feedbackLinks)
      .values({ ...times, tokenHash: sha256(TOKEN), assignmentId: id, round: 1, createdBy });
  };

const at = (version: number, path = FEEDBACK) => ({ path, headers: { "If-Match": `"v${version}"` } });
const GOOD = { answers: { attitude: "satisfied", result: "satisfied" }, comment: null, consent: "yes" };
const BAD = { answers: { attitude: "satisfied", result: "dissatisfied" }, comment: "电梯没有装上" };
const VOTE = {
  body: "云川市人大常委会",
  heldOn: "2026-06-10",
  issued: 28,
  returned: 28,
  satisfied: 25,
  basicallySatisfied: 3,
  dissatisfied: 0,
};

export const feedback: readonly Scenario[] = [
  {
    name: "a unit reads the rounds of its own",
    as: "zhujian",
    path: FEEDBACK,
    status: 200,
    mustContain: ['"rounds":[]'],
  },
  { name: "not those of others", as: "jiaoti", path: FEEDBACK, status: 404 },
  {
    name: "a unit asks for feedback",
    as: "zhujian",
    method: "POST",
    ...at(7, `${FEEDBACK}/ask`),
    status: 200,
    mustContain: ['"round":1', '"version":8'],
  },
  {
    name: "once at a time",
    as: "office",
    method: "POST",
    ...at(8, `${FEEDBACK}/ask`),
    before: asked,
    status: 409,
    code: "feedback_open",
  },
  {
    name: "the office enters a form; dissatisfaction sends the matter back",
    as: "office",
    method: "POST",
    ...at(8, `${FEEDBACK}/record`),
    before: asked,
    body: BAD,
    status: 200,
    mustContain: ["电梯没有装上", '"source":"office"'],
  },
  {
    name: "not without reasons",
    as: "office",
    method: "POST",
    ...at(8, `${FEEDBACK}/record`),
    before: asked,
    body: { ...BAD, comment: null },
    status: 422,
    mustContain: ['"path":"comment"'],
  },
  {
    name: "the office makes a link",
    as: "office",
    method: "POST",
    ...at(8, `${FEEDBACK}/links`),
    before: asked,
    status: 200,
    mustContain: ['"token":"', '"expiresAt":"2026-06-30T01:00:00.000Z"'],
  },
  {
    name: "not for longer than sixty days",
    as: "office",
    method: "POST",
    ...at(8, `${FEEDBACK}/links`),
    before: asked,
    body: { days: 61 },
    status: 422,
  },
  {
    name: "and takes it back",
    as: "office",
    method: "POST",
    ...at(8, `${FEEDBACK}/links/revoke`),
    before: opened(),
    status: 200,
    mustContain: ['"revokedAt":"2026'],
    mustNotContain: [TOKEN, sha256(TOKEN)],
  },
  {
    name: "who only reads takes back nothing",
    as: "supervisor",
    method: "POST",
    ...at(8, `${FEEDBACK}/links/revoke`),
    before: opened(),
    status: 403,
  },
  {
    name: "the holder of a link reads the form and nothing besides",
    path: FORM,
    before: opened(),
    status: 200,
    mustContain: ["加装电梯", "所提问题已经解决", '"result"'],
    mustNotContain: [...Object.values(CANARY), PUBLISHED, "宫康", "0890-6221001", "findings", "office-", "editedBy"],
  },
  {
    name: "what is not to be public does not travel by a link",
    path: FORM,
    before: opened(WITHHELD, 6),
    status: 200,
    mustContain: ['"replyText":[]'],
    mustNotContain: [CANARY.withheld],
  },
  { name: "a link that nobody gave opens nothing", path: FORM, status: 404, code: "not_found" },
  { name: "what is no token looks the same", path: "/api/feedback-forms/x", status: 404, code: "not_found" },
  {
    name: "the form is filed",
    method: "POST",
    path: FORM,
    body: GOOD,
    before: opened(),
    status: 200,
    mustContain: ['{"filed":true}'],
  },
  {
    name: "not with fields that it does not have",
    method: "POST",
    path: FORM,
    body: { ...GOOD, recordedBy: "system" },
    before: opened(),
    status: 422,
    mustContain: ['"path":"recordedBy"'],
  },
  { name: "not by an unknown link", method: "POST", path: FORM, body: GOOD, status: 404 },
  {
    name: "the office records a vote",
    as: "office",
    method: "POST",
    ...at(1, VOTES),
    body: VOTE,
    status: 200,
    mustContain: ['"satisfied":25', '"version":2'],
  },
  {
    name: "not with more answers than forms",
    as: "office",
    method: "POST",
    ...at(1, VOTES),
    body: { ...VOTE, satisfied: 26 },
    status: 422,
  },
  { name: "a joint unit reads the votes on its motion", as: "jiaoti", path: VOTES, status: 200 },
  { name: "a unit without part does not", as: "gongan", path: VOTES, status: 404 },
];
