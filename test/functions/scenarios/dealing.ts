import { NEW_MOTION, motionOf, motionRef } from "#test/support/handling.ts";
import type { Scenario } from "#test/support/scenario.ts";
import type { Person, World } from "#test/support/world.ts";
import { KeyItemInput, setKeyItem } from "#services/key-items/set-key-item.ts";
import { preAssignMotion } from "#services/motions/pre-assign.ts";
import { registerMotion } from "#services/motions/register.ts";

/** How the office deals matters out: 登记, 预交办, 交办, 并案, 转办, 撤回, key items. */

const M39 = "2026-jianyi-39";
const M40 = "2026-jianyi-40";
const M88 = "2026-jianyi-88";
const reason = "与另一件内容相同";

const as = (world: World, person: Person) => world.contextOf(world.people[person].actor);
const register = async (world: World) => await registerMotion(as(world, "office"), NEW_MOTION);
const propose = async (world: World) => {
  await register(world);
  const parts = [{ unit: "gongan", role: "lead" as const }];
  await preAssignMotion(as(world, "office"), await motionRef(world, M88), { parts });
};
const step = (id: string, name: string, version = 1, method = "POST") => ({
  method,
  path: `/api/motions/${id}/${name}`,
  headers: { "If-Match": `"v${version}"`, "Idempotency-Key": "k1" },
});
const once = { method: "POST", path: "/api/motions", headers: { "Idempotency-Key": "k1" } };

const expectState = (id: string, state: string) => async (world: World) => {
  const found = (await motionOf(world, id)).state;
  if (found !== state) throw new Error(`${id} is ${found}`);
};

export const dealing: readonly Scenario[] = [
  {
    name: "the office registers",
    as: "office",
    ...once,
    body: NEW_MOTION,
    status: 201,
    mustContain: ["已登记", "第88号"],
  },
  {
    name: "no number twice",
    as: "office",
    ...once,
    body: { ...NEW_MOTION, number: 39 },
    status: 422,
    code: "motion_exists",
  },
  {
    name: "nothing that the form does not have",
    as: "office",
    ...once,
    body: { ...NEW_MOTION, state: "assigned", mergedInto: M39 },
    status: 422,
    mustContain: ['"path":"state"', '"path":"mergedInto"'],
  },
  { name: "never without a key of its own", as: "office", ...once, headers: {}, body: NEW_MOTION, status: 400 },
  { name: "a unit registers nothing", as: "zhujian", ...once, body: NEW_MOTION, status: 403, code: "forbidden" },

  {
    name: "the office proposes",
    as: "office",
    ...step(M88, "pre-assign"),
    before: register,
    body: { parts: [{ unit: "gongan", role: "lead" }] },
    status: 200,
    mustContain: ["预交办"],
  },
  {
    name: "not what has been assigned",
    as: "office",
    ...step(M40, "pre-assign"),
    body: { parts: [{ unit: "gongan", role: "lead" }] },
    status: 409,
    code: "wrong_state",
  },
  {
    name: "what was proposed is assigned",
    as: "office",
    ...step(M88, "assign", 2),
    before: propose,
    body: {},
    status: 200,
    mustContain: ['"dueOn":"2026-09-15"', "待签收"],
    after: expectState(M88, "assigned"),
  },
  {
    name: "never to joint units alone",
    as: "office",
    ...step(M88, "assign"),
    before: register,
    body: { parts: [{ unit: "gongan", role: "joint" }] },
    status: 409,
    code: "parts_wrong",
    after: expectState(M88, "filed"),
  },
  {
    name: "two matters become one",
    as: "office",
    ...step(M40, "merge"),
    body: { into: M39, reason },
    status: 200,
    mustContain: ["已并案", M39, "已撤回"],
  },
  {
    name: "not while another changed it",
    as: "office",
    ...step(M40, "merge", 9),
    body: { into: M39, reason },
    status: 412,
    code: "stale",
  },
  {
    name: "what is answered is not merged",
    as: "office",
    ...step(M39, "merge"),
    body: { into: M40, reason },
    status: 409,
    code: "reply_final",
  },
  {
    name: "another level answers",
    as: "office",
    ...step(M40, "transfer"),
    body: { to: "省教育厅", reason },
    status: 200,
    mustContain: ["已转办", "转省教育厅"],
  },
  { name: "never without a reason", as: "office", ...step(M40, "transfer"), body: { to: "省教育厅" }, status: 422 },
  { name: "the filer withdraws", as: "office", ...step(M40, "withdraw"), body: { reason }, status: 200 },
  {
    name: "not what is answered",
    as: "office",
    ...step(M39, "withdraw"),
    body: { reason },
    status: 409,
    code: "reply_final",
    after: expectState(M39, "assigned"),
  },
  {
    name: "a joint unit is added",
    as: "office",
    ...step(M39, "joint-units"),
    body: { unit: "gongan", reason },
    status: 200,
    mustContain: ["gongan"],
  },
  {
    name: "not one that has a part",
    as: "office",
    ...step(M39, "joint-units"),
    body: { unit: "jiaoti", reason },
    status: 409,
    code: "unit_has_part",
  },
  {
    name: "a key item has its leader, meeting and guests",
    as: "office",
    ...step(M40, "key-item", 1, "PUT"),
    body: { leader: "副市长", meetingOn: "2026-07-01", chair: "局长", guests: ["居民代表"] },
    status: 200,
    mustContain: ["居民代表", '"isKeyItem":true'],
  },
  {
    name: "a unit makes none",
    as: "jiaoti",
    ...step(M40, "key-item", 1, "PUT"),
    body: { leader: "副市长" },
    status: 403,
  },
  {
    name: "a key item no longer",
    as: "office",
    ...step(M40, "key-item", 2, "DELETE"),
    before: async (world) =>
      await setKeyItem(as(world, "office"), await motionRef(world, M40), KeyItemInput.parse({ leader: "副市长" })),
    status: 200,
    mustContain: ['"isKeyItem":false', '"keyItem":null'],
  },
  {
    name: "what is none cannot cease to be one",
    as: "office",
    ...step(M40, "key-item", 1, "DELETE"),
    status: 409,
    code: "wrong_state",
  },
];
