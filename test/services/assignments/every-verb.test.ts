import { afterAll, beforeAll, expect, it } from "vitest";
import { audit } from "#db/schema/operations.ts";
import { unitPeople } from "#db/schema/handling.ts";
import { richTextOf } from "#domain/reply/rich-text.ts";
import { closeAssignment } from "#services/assignments/close.ts";
import { decideObjection } from "#services/assignments/decide-objection.ts";
import { objectAssignment } from "#services/assignments/object.ts";
import { reassignAssignment } from "#services/assignments/reassign.ts";
import { removeJointUnit } from "#services/assignments/remove-joint-unit.ts";
import { signAssignment } from "#services/assignments/sign.ts";
import { correctContact } from "#services/contacts/correct.ts";
import { deleteContact } from "#services/contacts/delete.ts";
import { recordContact } from "#services/contacts/record.ts";
import { waiveMeeting } from "#services/contacts/waive-meeting.ts";
import type { Context } from "#services/context.ts";
import { Forbidden } from "#services/errors.ts";
import { decideExtension } from "#services/extensions/decide.ts";
import { requestExtension } from "#services/extensions/request.ts";
import { tellExtension } from "#services/extensions/tell.ts";
import { clearKeyItem } from "#services/key-items/clear-key-item.ts";
import { KeyItemInput, setKeyItem } from "#services/key-items/set-key-item.ts";
import { addJointUnit } from "#services/motions/add-joint-unit.ts";
import { assignMotion } from "#services/motions/assign.ts";
import { mergeMotion } from "#services/motions/merge.ts";
import { preAssignMotion } from "#services/motions/pre-assign.ts";
import { registerMotion } from "#services/motions/register.ts";
import { transferMotion } from "#services/motions/transfer.ts";
import { withdrawMotion } from "#services/motions/withdraw.ts";
import { askOpinion } from "#services/opinions/ask.ts";
import { giveOpinion } from "#services/opinions/give.ts";
import { waiveOpinion } from "#services/opinions/waive.ts";
import { addPerson } from "#services/people/add-person.ts";
import { changePerson } from "#services/people/change-person.ts";
import { advanceReply } from "#test/support/advance-reply.ts";
import type { TestApp, TestKey } from "#test/support/app.ts";
import { openTestApp } from "#test/support/app.ts";
import { NEW_MOTION, motionRef, refOf } from "#test/support/handling.ts";

/** Every verb of this house: it writes exactly one audit row, and whoever only reads is refused and leaves none. */

const LEAD = "2026-jianyi-39.zhujian";
const JOINT = "2026-jianyi-39.jiaoti";
const OWN = "2026-jianyi-40.jiaoti";
const M39 = "2026-jianyi-39";
const M40 = "2026-jianyi-40";
const M88 = "2026-jianyi-88";

type Act = (ctx: Context, app: TestApp) => Promise<unknown>;
type Hand = "office" | "zhujian" | "jiaoti";
type Before = readonly [Hand, Act];
type Step = readonly [action: string, hand: Hand, act: Act, ...before: Before[]];

const CALL = {
  kind: "call",
  phase: "before",
  heldOn: "2026-05-20",
  place: null,
  invited: 2,
  met: 2,
  note: null,
} as const;
const PERSON = { duty: "liaison", name: "宫康", title: null, phone: null } as const;

const register: Act = async (ctx) => await registerMotion(ctx, NEW_MOTION);
const signLead: Act = async (ctx, app) => await signAssignment(ctx, await refOf(app, LEAD));
const signJoint: Act = async (ctx, app) => await signAssignment(ctx, await refOf(app, JOINT));
const signOwn: Act = async (ctx, app) => await signAssignment(ctx, await refOf(app, OWN));
const object: Act = async (ctx, app) =>
  await objectAssignment(ctx, await refOf(app, OWN), { reason: "不属于本单位职责", suggestedUnit: "gongan" });
const ask: Act = async (ctx, app) => await askOpinion(ctx, await refOf(app, JOINT), {});
const record: Act = async (ctx, app) => await recordContact(ctx, await refOf(app, OWN), CALL);
const request: Act = async (ctx, app) =>
  await requestExtension(ctx, await refOf(app, OWN), { reason: "需要上级部门批复", newDueOn: "2026-08-15" });
const decide: Act = async (ctx, app) => await decideExtension(ctx, await refOf(app, OWN), { decision: "granted" });
const setKey: Act = async (ctx, app) =>
  await setKeyItem(ctx, await motionRef(app, M40), KeyItemInput.parse({ leader: "副市长" }));
const add: Act = async (ctx) => await addPerson(ctx, { unit: "jiaoti", ...PERSON });
const answer: Act = async (office, app) => {
  const unit = app.contextOf((await app.keyFor("unit", "jiaoti")).actor);
  await advanceReply(OWN, "final", { unit, office });
};
const reason = "经研究调整";
const part = (unit: string) => ({ unit, role: "lead" as const });

const STEPS: readonly Step[] = [
  ["motion.register", "office", register],
  [
    "motion.pre_assign",
    "office",
    async (ctx, app) => await preAssignMotion(ctx, await motionRef(app, M88), { parts: [part("gongan")] }),
    ["office", register],
  ],
  [
    "motion.assign",
    "office",
    async (ctx, app) => await assignMotion(ctx, await motionRef(app, M88), { parts: [part("gongan")] }),
    ["office", register],
  ],
  [
    "motion.merge",
    "office",
    async (ctx, app) => await mergeMotion(ctx, await motionRef(app, M40), { into: M39, reason }),
  ],
  [
    "motion.transfer",
    "office",
    async (ctx, app) => await transferMotion(ctx, await motionRef(app, M40), { to: "省政府办公厅", reason }),
  ],
  ["motion.withdraw", "office", async (ctx, app) => await withdrawMotion(ctx, await motionRef(app, M40), { reason })],
  [
    "motion.add_joint_unit",
    "office",
    async (ctx, app) => await addJointUnit(ctx, await motionRef(app, M39), { unit: "gongan", reason }),
  ],
  ["motion.set_key_item", "office", setKey],
  [
    "motion.clear_key_item",
    "office",
    async (ctx, app) => await clearKeyItem(ctx, await motionRef(app, M40)),
    ["office", setKey],
  ],
  ["assignment.sign", "jiaoti", signOwn],
  ["assignment.object", "jiaoti", object],
  [
    "assignment.decide_objection",
    "office",
    async (ctx, app) =>
      await decideObjection(ctx, await refOf(app, OWN), { decision: "upheld", reason, toUnit: "gongan" }),
    ["jiaoti", object],
  ],
  [
    "assignment.reassign",
    "office",
    async (ctx, app) => await reassignAssignment(ctx, await refOf(app, OWN), { toUnit: "gongan", reason }),
  ],
  [
    "assignment.remove_joint_unit",
    "office",
    async (ctx, app) => await removeJointUnit(ctx, await refOf(app, JOINT), { reason }),
  ],
  ["opinion.ask", "zhujian", ask],
  [
    "opinion.give",
    "jiaoti",
    async (ctx, app) => await giveOpinion(ctx, await refOf(app, JOINT), { body: richTextOf(["同意。"]) }),
    ["zhujian", ask],
    ["jiaoti", signJoint],
  ],
  [
    "opinion.waive",
    "office",
    async (ctx, app) => await waiveOpinion(ctx, await refOf(app, JOINT), { reason }),
    ["zhujian", signLead],
  ],
  ["contact.record", "jiaoti", record, ["jiaoti", signOwn]],
  [
    "contact.correct",
    "jiaoti",
    async (ctx, app) => await correctContact(ctx, await refOf(app, OWN), 1, { ...CALL, met: 1 }),
    ["jiaoti", signOwn],
    ["jiaoti", record],
  ],
  [
    "contact.delete",
    "jiaoti",
    async (ctx, app) => await deleteContact(ctx, await refOf(app, OWN), 1),
    ["jiaoti", signOwn],
    ["jiaoti", record],
  ],
  [
    "contact.waive",
    "jiaoti",
    async (ctx, app) => await waiveMeeting(ctx, await refOf(app, OWN), { reason: "代表长期在外" }),
    ["jiaoti", signOwn],
  ],
  ["extension.request", "jiaoti", request, ["jiaoti", signOwn]],
  ["extension.decide", "office", decide, ["jiaoti", signOwn], ["jiaoti", request]],
  [
    "extension.tell",
    "jiaoti",
    async (ctx, app) => await tellExtension(ctx, await refOf(app, OWN), 1, { toldOn: "2026-06-15" }),
    ["jiaoti", signOwn],
    ["jiaoti", request],
    ["office", decide],
  ],
  [
    "assignment.close",
    "office",
    async (ctx, app) => await closeAssignment(ctx, await refOf(app, OWN), { reason: null }),
    ["office", answer],
  ],
  ["person.add", "jiaoti", add],
  [
    "person.change",
    "jiaoti",
    async (ctx, app) => {
      const [row] = await app.db.select().from(unitPeople);
      await changePerson(ctx, { id: row?.id ?? "", version: 1 }, { ...PERSON, endedOn: "2026-06-01" });
    },
    ["jiaoti", add],
  ],
];

let base: TestApp;
let people: Record<Hand | "supervisor" | "admin" | "machine", TestKey>;
beforeAll(async () => {
  base = await openTestApp();
  people = {
    office: await base.keyFor("office"),
    zhujian: await base.keyFor("unit", "zhujian"),
    jiaoti: await base.keyFor("unit", "jiaoti"),
    supervisor: await base.keyFor("supervisor"),
    admin: await base.keyFor("admin"),
    machine: await base.keyFor("machine"),
  };
});
afterAll(async () => await base.close());

const readAudit = async ({ db }: TestApp) => await db.select().from(audit).orderBy(audit.seq);

const CASES = STEPS.map(([action, hand, act, ...before]) => ({ action, hand, act, before }));

it.each(CASES)("$action by $hand", async ({ action, hand, act, before }) => {
  const app = await openTestApp({ from: base });
  const as = (name: keyof typeof people) => app.contextOf(people[name].actor);
  for (const [who, step] of before) await step(as(who), app);
  const rows = (await readAudit(app)).length;
  for (const reader of ["supervisor", "admin", "machine"] as const) {
    const tried = act(as(reader), app);
    await expect(tried, reader).rejects.toMatchObject({ code: expect.stringMatching(/forbidden|not_found/) as string });
    if (reader !== "machine") await expect(tried, reader).rejects.toThrow(Forbidden);
  }
  expect((await readAudit(app)).length).toBe(rows);
  await act(as(hand), app);
  const added = (await readAudit(app)).slice(rows);
  expect(added.map((row) => [row.action, row.actorId])).toEqual([[action, people[hand].actor.id]]);
  await app.close();
});
