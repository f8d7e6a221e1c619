import { unitPeople } from "#db/schema/handling.ts";
import { writeTransaction } from "#db/transaction.ts";
import { insertPerson } from "#db/writes/people.ts";
import { richTextOf } from "#domain/reply/rich-text.ts";
import { signAssignment } from "#services/assignments/sign.ts";
import { askOpinion } from "#services/opinions/ask.ts";
import { giveOpinion } from "#services/opinions/give.ts";
import { refOf } from "#test/support/handling.ts";
import type { Scenario } from "#test/support/scenario.ts";
import type { Person, World } from "#test/support/world.ts";

/** Joint opinions and the registry of people: internal, each for its own readers. */

const JOINT = "2026-jianyi-39.jiaoti";
const CANARY_OPINION = "金丝雀寅卯";
const CANARY_PHONE = "0890-6229999";
const PERSON = { duty: "liaison", name: "宫康", title: null, phone: CANARY_PHONE } as const;

const as = (world: World, person: Person) => world.contextOf(world.people[person].actor);
const ask = async (world: World) => {
  await askOpinion(as(world, "zhujian"), await refOf(world, JOINT), {});
  await signAssignment(as(world, "jiaoti"), await refOf(world, JOINT));
};
const give = async (world: World) => {
  await ask(world);
  const body = richTextOf([CANARY_OPINION]);
  await giveOpinion(as(world, "jiaoti"), await refOf(world, JOINT), { body });
};
const people = async (world: World) =>
  await writeTransaction(world.db, async (tx) => {
    await insertPerson(tx, { id: "p1", unitCode: "jiaoti", ...PERSON });
  });
const act = (path: string, version: number, method = "POST") => ({
  method,
  path,
  headers: { "If-Match": `"v${version}"`, "Idempotency-Key": "k1" },
});
const opinion = `/api/opinions/${JOINT}`;

const opinionScenarios: readonly Scenario[] = [
  { name: "the lead asks", as: "zhujian", ...act(`${opinion}/ask`, 1), body: {}, status: 200, mustContain: ["已征求"] },
  { name: "a stranger does not", as: "gongan", ...act(`${opinion}/ask`, 1), body: {}, status: 404 },
  {
    name: "the joint unit gives",
    as: "jiaoti",
    ...act(opinion, 3, "PUT"),
    before: ask,
    body: { body: richTextOf(["同意。"]) },
    status: 200,
    mustContain: ["已提出", "同意。"],
  },
  {
    name: "something, not nothing",
    as: "jiaoti",
    ...act(opinion, 3, "PUT"),
    before: ask,
    body: { body: richTextOf([]) },
    status: 422,
    mustContain: ["请写明会办意见"],
  },
  {
    name: "the office waives",
    as: "office",
    ...act(`${opinion}/waive`, 3),
    before: ask,
    body: { reason: "事项不再涉及该单位" },
    status: 200,
    mustContain: ["免予提出"],
  },
  {
    name: "not what is given",
    as: "office",
    ...act(`${opinion}/waive`, 4),
    before: give,
    body: { reason: "事项不再涉及该单位" },
    status: 409,
    code: "opinion_settled",
  },
  ...(["zhujian", "jiaoti", "office", "supervisor"] as const).map((person) => ({
    name: "reads the opinion",
    as: person,
    path: opinion,
    before: give,
    status: 200,
    mustContain: [CANARY_OPINION],
  })),
  { name: "reads it not", as: "gongan", path: opinion, before: give, status: 404, mustNotContain: [CANARY_OPINION] },
  { name: "nor may", as: "admin", path: opinion, before: give, status: 403, mustNotContain: [CANARY_OPINION] },
  {
    name: "the lead reads them all",
    as: "zhujian",
    path: "/api/motions/2026-jianyi-39/opinions",
    before: give,
    status: 200,
    mustContain: [CANARY_OPINION, '"total":1'],
  },
  {
    name: "a stranger none",
    as: "gongan",
    path: "/api/motions/2026-jianyi-39/opinions",
    before: give,
    status: 404,
    mustNotContain: [CANARY_OPINION],
  },
  ...[`/api/replies/${JOINT.replace("jiaoti", "zhujian")}`, "/api/motions/2026-jianyi-39"].map((path) => ({
    name: "nor does it stand in the reply or the matter",
    as: "admin" as const,
    path,
    before: give,
    status: 200,
    mustNotContain: [CANARY_OPINION],
  })),
];

const ofPeople = (version: number) => act("/api/people/p1", version, "PUT");
const peopleScenarios: readonly Scenario[] = [
  {
    name: "a unit registers its own",
    as: "jiaoti",
    ...act("/api/people", 1),
    body: { unit: "jiaoti", ...PERSON },
    status: 201,
    mustContain: ["联络员"],
    after: async ({ db }) => {
      if ((await db.$count(unitPeople)) !== 1) throw new Error("not one person");
    },
  },
  { name: "no other's", as: "gongan", ...act("/api/people", 1), body: { unit: "jiaoti", ...PERSON }, status: 404 },
  {
    name: "the supervisor reads",
    as: "supervisor",
    path: "/api/people",
    before: people,
    status: 200,
    mustContain: [CANARY_PHONE],
  },
  {
    name: "a unit reads no other's",
    as: "gongan",
    path: "/api/people?unit=jiaoti",
    before: people,
    status: 200,
    mustContain: ['"total":0'],
    mustNotContain: [CANARY_PHONE],
  },
  { name: "an unknown filter is refused", as: "office", path: "/api/people?phone=1", status: 422, code: "invalid" },
  { name: "its own", as: "jiaoti", path: "/api/people/p1", before: people, status: 200, mustContain: ["宫康"] },
  {
    name: "not another's",
    as: "gongan",
    path: "/api/people/p1",
    before: people,
    status: 404,
    mustNotContain: ["宫康"],
  },
  {
    name: "who leaves keeps an entry",
    as: "jiaoti",
    ...ofPeople(1),
    before: people,
    body: { ...PERSON, endedOn: "2026-06-01" },
    status: 200,
    mustContain: ['"endedOn":"2026-06-01"', '"version":2'],
  },
  {
    name: "not over a newer one",
    as: "jiaoti",
    ...ofPeople(2),
    before: people,
    body: PERSON,
    status: 412,
    code: "stale",
  },
];

export const opinionsAndPeople: readonly Scenario[] = [...opinionScenarios, ...peopleScenarios];
