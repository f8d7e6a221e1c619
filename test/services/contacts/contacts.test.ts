import { afterEach, beforeEach, expect, it } from "vitest";
import { findContactWaiver, listContacts } from "#db/reads/contacts.ts";
import { signAssignment } from "#services/assignments/sign.ts";
import type { ContactInput } from "#services/contacts/contact-input.ts";
import { correctContact } from "#services/contacts/correct.ts";
import { deleteContact } from "#services/contacts/delete.ts";
import { recordContact } from "#services/contacts/record.ts";
import { waiveMeeting } from "#services/contacts/waive-meeting.ts";
import type { Context } from "#services/context.ts";
import type { TestApp } from "#test/support/app.ts";
import { openTestApp } from "#test/support/app.ts";
import { refOf } from "#test/support/handling.ts";

const ID = "2026-jianyi-40.jiaoti";
const MEETING: ContactInput = {
  kind: "meeting",
  phase: "during",
  heldOn: "2026-06-15",
  place: "市教育体育局会议室",
  invited: 2,
  met: 2,
  note: null,
};

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

const record = async (change: Partial<ContactInput> = {}, ctx = unit) =>
  await recordContact(ctx, await refOf(t, ID), { ...MEETING, ...change });

it("are listed by day, each under its own number", async () => {
  await record();
  await record({ kind: "call", heldOn: "2026-03-01" }, office);
  await correctContact(unit, await refOf(t, ID), 1, { ...MEETING, met: 1 });
  const rows = await listContacts(t.db, ID);
  expect(rows.map((row) => [row.seq, row.kind, row.met])).toEqual([
    [2, "call", 2],
    [1, "meeting", 1],
  ]);
  await deleteContact(unit, await refOf(t, ID), 1);
  expect((await listContacts(t.db, ID)).map((row) => row.seq)).toEqual([2]);
  await expect(deleteContact(unit, await refOf(t, ID), 1)).rejects.toMatchObject({ code: "not_found" });
  await expect(correctContact(unit, await refOf(t, ID), 1, MEETING)).rejects.toMatchObject({ code: "not_found" });
});

it.each([
  [{ heldOn: "2026-06-16" }, "heldOn"],
  [{ met: 3 }, "met"],
])("cannot have been: %j", async (change, path) => {
  await expect(record(change)).rejects.toMatchObject({ code: "invalid", fields: [{ path }] });
  expect(await listContacts(t.db, ID)).toEqual([]);
});

it("are not recorded before 签收, nor by another unit", async () => {
  const early = recordContact(unit, await refOf(t, "2026-tian-7.jiaoti"), MEETING);
  await expect(early).rejects.toMatchObject({ code: "wrong_state" });
  const other = t.contextOf((await t.keyFor("unit", "gongan")).actor);
  await expect(record({}, other)).rejects.toMatchObject({ code: "not_found" });
});

it("where there was no 面商, the reason stands, and the last one said", async () => {
  const waive = async (reason: string) => await waiveMeeting(unit, await refOf(t, ID), { reason });
  await waive("代表在外地休养");
  await waive("代表书面表示不必面商");
  expect(await findContactWaiver(t.db, ID)).toMatchObject({ reason: "代表书面表示不必面商" });
});

it("two who record at once: one is told to look again", async () => {
  const ref = await refOf(t, ID);
  const both = await Promise.allSettled([recordContact(unit, ref, MEETING), recordContact(office, ref, MEETING)]);
  expect(both.map((item) => item.status).toSorted()).toEqual(["fulfilled", "rejected"]);
  expect(both.find((item) => item.status === "rejected")?.reason).toMatchObject({ code: "stale" });
  expect(await listContacts(t.db, ID)).toHaveLength(1);
});
