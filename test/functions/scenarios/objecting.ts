import { decideObjection } from "#services/assignments/decide-objection.ts";
import { objectAssignment } from "#services/assignments/object.ts";
import { refOf } from "#test/support/handling.ts";
import type { Scenario } from "#test/support/scenario.ts";
import type { Person, World } from "#test/support/world.ts";

/** Units object, the office decides, and each reads of it what is its own. */

const FRESH = "2026-tian-7.jiaoti";
const reason = "与另一件内容相同";
const CANARY_REASON = "金丝雀壬癸";

const as = (world: World, person: Person) => world.contextOf(world.people[person].actor);
const object = async (world: World) =>
  await objectAssignment(as(world, "jiaoti"), await refOf(world, FRESH), {
    reason: `不属于本单位职责，${CANARY_REASON}`,
    suggestedUnit: "gongan",
  });
const uphold = async (world: World) => {
  await object(world);
  const decision = { decision: "upheld" as const, reason, toUnit: "gongan" };
  await decideObjection(as(world, "office"), await refOf(world, FRESH), decision);
};

const act = (id: string, name: string, version: number) => ({
  method: "POST",
  path: `/api/assignments/${id}/${name}`,
  headers: { "If-Match": `"v${version}"` },
});

export const objecting: readonly Scenario[] = [
  {
    name: "the supervisor reads how it was dealt out",
    as: "supervisor",
    path: "/api/motions/2026-tian-7/file",
    before: uphold,
    status: 200,
    mustContain: [CANARY_REASON, "gongan"],
  },
  {
    name: "another unit of the same matter reads nothing of the objection",
    as: "zhujian",
    path: "/api/motions/2026-tian-7/file",
    before: uphold,
    status: 200,
    mustNotContain: [CANARY_REASON, "gongan", "jiaoti"],
  },
  {
    name: "the unit that has it now reads that it has, not what the other said",
    as: "gongan",
    path: "/api/motions/2026-tian-7/file",
    before: uphold,
    status: 200,
    mustContain: ['"toUnit":"gongan"'],
    mustNotContain: [CANARY_REASON],
  },
  {
    name: "a stranger to it finds nothing",
    as: "gongan",
    path: "/api/motions/2026-jianyi-39/file",
    status: 404,
    code: "not_found",
  },

  {
    name: "a unit objects",
    as: "jiaoti",
    ...act(FRESH, "object", 1),
    body: { reason: "不属于本单位职责", suggestedUnit: "gongan" },
    status: 200,
    mustContain: ["异议中", '"suggestedUnit":"gongan"'],
  },
  {
    name: "not for another",
    as: "zhujian",
    ...act(FRESH, "object", 1),
    body: { reason: "不属于本单位职责" },
    status: 404,
  },
  {
    name: "not to what it has begun",
    as: "jiaoti",
    ...act("2026-jianyi-40.jiaoti", "object", 5),
    body: { reason: "不属于本单位职责" },
    status: 409,
    code: "wrong_state",
  },
  {
    name: "the office upholds",
    as: "office",
    ...act(FRESH, "objection-decision", 2),
    before: object,
    body: { decision: "upheld", reason, toUnit: "gongan" },
    status: 200,
    mustContain: ["已撤回", '"decision":"upheld"'],
  },
  {
    name: "not what nobody raised",
    as: "office",
    ...act(FRESH, "objection-decision", 1),
    body: { decision: "refused", reason },
    status: 409,
    code: "objection_missing",
  },
  {
    name: "the office reassigns",
    as: "office",
    ...act(FRESH, "reassign", 1),
    body: { toUnit: "gongan", reason },
    status: 200,
    mustContain: ["已撤回"],
  },
  {
    name: "not to the unit that answers beside it",
    as: "office",
    ...act(FRESH, "reassign", 1),
    body: { toUnit: "zhujian", reason },
    status: 409,
    code: "unit_has_part",
  },
  {
    name: "a joint unit leaves",
    as: "office",
    ...act("2026-jianyi-39.jiaoti", "remove", 1),
    body: { reason },
    status: 200,
    mustContain: ["已撤回"],
  },
  {
    name: "a lead unit does not",
    as: "office",
    ...act("2026-jianyi-39.zhujian", "remove", 7),
    body: { reason },
    status: 409,
    code: "opinion_not_joint",
  },
];
