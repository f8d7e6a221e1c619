import { afterEach, beforeEach, expect, it } from "vitest";
import { listExtensions } from "#db/reads/extensions.ts";
import { signAssignment } from "#services/assignments/sign.ts";
import type { Context } from "#services/context.ts";
import { readHandling } from "#services/assignments/read-handling.ts";
import { decideExtension } from "#services/extensions/decide.ts";
import { requestExtension } from "#services/extensions/request.ts";
import { tellExtension } from "#services/extensions/tell.ts";
import { withdrawMotion } from "#services/motions/withdraw.ts";
import { advanceReply } from "#test/support/advance-reply.ts";
import type { TestApp } from "#test/support/app.ts";
import { openTestApp } from "#test/support/app.ts";
import { assignmentOf, motionRef, refOf } from "#test/support/handling.ts";

/** Assigned 2026-02-28, due 2026-06-30; six months end 2026-08-28. */
const ID = "2026-jianyi-40.jiaoti";
const JOINT = "2026-jianyi-39.jiaoti";

let t: TestApp;
let unit: Context;
let office: Context;
beforeEach(async () => {
  t = await openTestApp();
  unit = t.contextOf((await t.keyFor("unit", "jiaoti")).actor);
  office = t.contextOf((await t.keyFor("office")).actor);
  await signAssignment(unit, await refOf(t, ID));
});
afterEach(async () => await t.close());

const request = async (newDueOn = "2026-08-28", id = ID) =>
  await requestExtension(unit, await refOf(t, id), { reason: "需要上级部门批复", newDueOn });
const decide = async (decision: "granted" | "refused") =>
  await decideExtension(office, await refOf(t, ID), { decision, reason: "难度不大，请按期答复" });
const tell = async (toldOn: string, seq = 1) => await tellExtension(unit, await refOf(t, ID), seq, { toldOn });

it("granted, moves the date of the answer; refused, leaves it", async () => {
  await request("2026-07-15");
  await decide("refused");
  expect((await assignmentOf(t, ID)).dueOn).toBe("2026-06-30");
  await request();
  await decide("granted");
  expect((await assignmentOf(t, ID)).dueOn).toBe("2026-08-28");
  expect((await listExtensions(t.db, ID)).map((row) => [row.seq, row.decision])).toEqual([
    [1, "refused"],
    [2, "granted"],
  ]);
});

it("is refused with a reason, and the unit reads it", async () => {
  await request();
  const silent = decideExtension(office, await refOf(t, ID), { decision: "refused" });
  await expect(silent).rejects.toMatchObject({ fields: [{ path: "reason" }] });
  expect((await listExtensions(t.db, ID))[0]?.decision).toBeNull();
  await decide("refused");
  expect((await readHandling(unit, ID)).extensions).toMatchObject([
    { decision: "refused", decisionReason: "难度不大，请按期答复" },
  ]);
});

it("never goes beyond six months from 交办, in however many steps", async () => {
  await expect(request("2026-08-29")).rejects.toMatchObject({ code: "extension_beyond_limit" });
  await request("2026-08-27");
  await decide("granted");
  await expect(request("2026-08-29")).rejects.toMatchObject({ code: "extension_beyond_limit" });
  await request("2026-08-28");
  await decide("granted");
  await expect(request("2026-08-28")).rejects.toMatchObject({ code: "extension_not_later" });
});

it("is asked for by the last day, in Shanghai", async () => {
  t.clock.set("2026-06-30T16:00:00.000Z");
  await expect(request()).rejects.toMatchObject({ code: "extension_late" });
  t.clock.set("2026-06-30T15:59:59.000Z");
  await request();
});

it("waits as one at a time", async () => {
  await request();
  await expect(request()).rejects.toMatchObject({ code: "extension_open" });
  await decide("granted");
  await expect(decide("granted")).rejects.toMatchObject({ code: "extension_missing" });
});

it("is a lead unit's, before its letter is sent on", async () => {
  await signAssignment(unit, await refOf(t, JOINT));
  await expect(request("2026-08-28", JOINT)).rejects.toMatchObject({ code: "not_lead" });
  await expect(request("2026-08-28", "2026-tian-7.jiaoti")).rejects.toMatchObject({ code: "wrong_state" });
  await advanceReply("2026-tian-7.jiaoti", "submitted", { unit, office });
  await expect(request("2026-08-28", "2026-tian-7.jiaoti")).rejects.toMatchObject({ code: "wrong_state" });
});

it("is not granted to what has ended", async () => {
  await request();
  await withdrawMotion(office, await motionRef(t, "2026-jianyi-40"), { reason: "代表撤回" });
  await expect(decide("granted")).rejects.toMatchObject({ code: "wrong_state" });
});

it("is told to the deputy after it was granted, and not before or in the future", async () => {
  await request();
  await expect(tell("2026-06-15")).rejects.toMatchObject({ code: "extension_not_granted" });
  await decide("granted");
  await expect(tell("2026-06-14")).rejects.toMatchObject({ code: "invalid" });
  await expect(tell("2026-06-16")).rejects.toMatchObject({ code: "invalid" });
  await expect(tell("2026-06-15", 2)).rejects.toMatchObject({ code: "not_found" });
  await tell("2026-06-15");
  expect((await listExtensions(t.db, ID))[0]?.toldOn).toBe("2026-06-15");
});

it("two persons, where no code can forget it", async () => {
  await request();
  const [row] = await listExtensions(t.db, ID);
  const same = t.db.run(
    `update extensions set decided_by = '${row?.requestedBy}', decision = 'granted' where assignment_id = '${ID}'`,
  );
  await expect(same).rejects.toMatchObject({ cause: { code: "SQLITE_CONSTRAINT" } });
});
