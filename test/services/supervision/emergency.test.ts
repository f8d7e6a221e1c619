import { afterEach, beforeEach, expect, it } from "vitest";
import { disclosures } from "#db/schema/replies.ts";
import { richTextOf } from "#domain/reply/rich-text.ts";
import { readFollowUps } from "#services/follow-ups/read-follow-ups.ts";
import { draftReply } from "#services/replies/draft.ts";
import { getReply } from "#services/replies/load-reply.ts";
import { EmergencyInput, publishEmergency } from "#services/replies/publish-emergency.ts";
import { countersignEmergency } from "#services/supervision/countersign.ts";
import { listDisclosureReviews, listEmergencies } from "#services/supervision/list-aftercare.ts";
import { advanceReply } from "#test/support/advance-reply.ts";
import { cleanDraft, withheldDraft } from "#test/support/letter.ts";
import type { Office } from "#test/support/office.ts";
import { ID, advance, codeOf, listActions, openOffice } from "#test/support/office.ts";

const WHY = { reason: "汛期临近，群众亟需知悉转移安排" };

let t: Office;
beforeEach(async () => {
  t = await openOffice();
});
afterEach(async () => await t.close());

const load = async () => await getReply(t.db, t.system.actor, ID);

it.each(["drafted", "submitted", "approved", "final"] as const)(
  "from %s it is public, owed a signature",
  async (stage) => {
    await advance(t, stage, "B");
    await publishEmergency(t.office2, await t.ref(), WHY);
    const { assignment, edition, reply } = await load();
    expect(assignment.state).toBe("replied");
    expect(reply).toMatchObject({ publication: "published", liveEdition: 1, draftEdition: null });
    expect(reply?.indexNumber).toBeTruthy();
    expect(edition).toMatchObject({ state: "final", publishedBy: t.office2.actor.id });
    expect(edition?.scannedHash).toBe(edition?.contentHash);
    const { followUps, outcomes } = await readFollowUps(t.unit, ID);
    expect(followUps).toHaveLength(1);
    expect(outcomes).toMatchObject([{ classCode: "B", source: "reply" }]);
    const { items } = await listEmergencies(t.supervisor, { limit: 10 });
    expect(items).toMatchObject([{ assignmentId: ID, reason: WHY.reason, countersignedAt: null }]);
    expect((await listActions(t)).at(-1)).toBe("reply.publish_emergency");
  },
);

it("another person of the office signs after it, and the approval is made good", async () => {
  await advance(t, "drafted");
  await publishEmergency(t.office, await t.ref(), WHY);
  expect(await codeOf(countersignEmergency(t.office, await t.ref()))).toBe("countersign_needs_second_person");
  await countersignEmergency(t.office2, await t.ref());
  const { edition } = await load();
  expect(edition).toMatchObject({ approvedBy: t.office2.actor.id, approvedHash: edition?.contentHash });
  expect(await codeOf(countersignEmergency(t.office2, await t.ref()))).toBe("emergency_settled");
  expect((await listEmergencies(t.office, { limit: 10 })).items).toMatchObject([
    { countersignedBy: t.office2.actor.id },
  ]);
  expect((await listActions(t)).at(-1)).toBe("emergency.countersign");
});

it("whoever mended the words neither publishes nor signs after", async () => {
  await advance(t, "submitted");
  await draftReply(t.office, await t.ref(), cleanDraft(ID));
  expect(await codeOf(publishEmergency(t.office, await t.ref(), WHY))).toBe("emergency_needs_second_person");
  await publishEmergency(t.office2, await t.ref(), WHY);
  expect(await codeOf(countersignEmergency(t.office, await t.ref()))).toBe("countersign_needs_second_person");
});

it("the gate, the class and the mark stand in the way of an emergency too", async () => {
  const draft = cleanDraft(ID);
  const phone = richTextOf(["你们提出的建议收悉。", "请致电住户手机号码13912345678。", "所提问题已经解决。"]);
  const attempt = async (words: typeof draft) => {
    await advanceReply(ID, "drafted", t, words);
    const code = await codeOf(publishEmergency(t.office, await t.ref(), WHY));
    await t.close();
    t = await openOffice();
    return code;
  };
  expect(await attempt({ ...draft, letter: { ...draft.letter, body: phone } })).toBe("gate_blocked");
  expect(await attempt({ ...draft, letter: { ...draft.letter, classCode: null } })).toBe("class_missing");
  expect(await attempt({ ...draft, disclosure: null })).toBe("wrong_state");
  expect(await attempt(withheldDraft(ID))).toBe("not_public");
});

it("not what has no letter, and not what is public already", async () => {
  await advance(t, "signed");
  expect(await codeOf(publishEmergency(t.office, await t.ref(), WHY))).toBe("wrong_state");
  await t.close();
  t = await openOffice();
  await advance(t, "published");
  expect(await codeOf(publishEmergency(t.office2, await t.ref(), WHY))).toBe("already_published");
});

it("only the office, with a reason of ten characters, on what it has seen", async () => {
  await advance(t, "drafted");
  expect(await codeOf(publishEmergency(t.unit, await t.ref(), WHY))).toBe("forbidden");
  expect(await codeOf(publishEmergency(t.supervisor, await t.ref(), WHY))).toBe("forbidden");
  expect(await codeOf(countersignEmergency(t.supervisor, await t.ref()))).toBe("forbidden");
  expect(await codeOf(publishEmergency(t.office, { id: ID, version: 1 }, WHY))).toBe("stale");
  expect(await codeOf(listEmergencies(t.unit, { limit: 10 }))).toBe("forbidden");
  expect(EmergencyInput.safeParse({ reason: "一二三四五六七八九" }).success).toBe(false);
  expect(EmergencyInput.safeParse({ reason: "一二三四五六七八九十" }).success).toBe(true);
});

it("open debts come before those that are paid, whichever is older", async () => {
  const OTHER = "2026-tian-7.jiaoti";
  await advance(t, "drafted");
  await publishEmergency(t.office, await t.ref(), WHY);
  await countersignEmergency(t.office2, await t.ref());
  t.clock.advance(1000);
  await advance(t, "drafted", "A", OTHER);
  await publishEmergency(t.office, await t.ref(OTHER), WHY);
  const first = await listEmergencies(t.office, { limit: 1 });
  expect(first).toMatchObject({ total: 2, items: [{ assignmentId: OTHER }] });
  const next = await listEmergencies(t.office, { limit: 1, cursor: first.nextCursor ?? "" });
  expect(next).toMatchObject({ nextCursor: null, items: [{ assignmentId: ID }] });
});

it("what is withheld until a day stands in the list of reviews, for its unit and those who see all", async () => {
  await advanceReply(ID, "final", t, withheldDraft(ID));
  expect((await listDisclosureReviews(t.office, { limit: 10 })).items).toEqual([]);
  await t.db.update(disclosures).set({ reviewAgainOn: "2026-06-14" });
  const found = await listDisclosureReviews(t.unit, { limit: 10 });
  expect(found).toMatchObject({
    total: 1,
    items: [{ assignmentId: ID, reading: { light: "red", words: "已超期 1 天" } }],
  });
  expect(await listDisclosureReviews(t.other, { limit: 10 })).toMatchObject({ total: 0, items: [] });
});
