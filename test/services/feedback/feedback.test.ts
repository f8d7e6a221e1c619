import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, it } from "vitest";
import { assignments } from "#db/schema/motions.ts";
import { editions } from "#db/schema/replies.ts";
import { verifyAudit } from "#services/audit-verify.ts";
import { askFeedback } from "#services/feedback/ask.ts";
import { createFeedbackLink } from "#services/feedback/create-link.ts";
import { fileForm, readForm } from "#services/feedback/form.ts";
import { readFeedback } from "#services/feedback/read-feedback.ts";
import { recordFeedback } from "#services/feedback/record.ts";
import { revokeLinks } from "#services/feedback/revoke-links.ts";
import { finaliseReply } from "#services/replies/finalise.ts";
import { approveReply } from "#services/replies/approve.ts";
import { submitReply } from "#services/replies/submit.ts";
import { getReply } from "#services/replies/load-reply.ts";
import type { Office } from "#test/support/office.ts";
import { ID, RULES, advance, codeOf, listActions, openOffice } from "#test/support/office.ts";

const GOOD = {
  answers: { attitude: "satisfied", result: "basically_satisfied" },
  comment: null,
  consent: "yes" as const,
};
const BAD = {
  answers: { attitude: "satisfied", result: "dissatisfied" },
  comment: "学位缺口没有解决",
  consent: "no" as const,
};
const UNKIND = { ...BAD, answers: { attitude: "dissatisfied", result: "satisfied" } };

let t: Office;
beforeEach(async () => {
  t = await openOffice(RULES);
});
afterEach(async () => await t.close());

const stateOf = async () => (await t.db.select().from(assignments).where(eq(assignments.id, ID)).get())?.state;
const asked = async () => {
  await advance(t, "final");
  await askFeedback(t.unit, await t.ref());
};
const link = async (days = 15) => await createFeedbackLink(t.office, await t.ref(), { days });

it("a round opens after the reply, due ten working days on (the Dragon Boat break between)", async () => {
  await advance(t, "approved");
  expect(await codeOf(askFeedback(t.unit, await t.ref()))).toBe("feedback_too_early");
  await finaliseReply(t.office, await t.ref());
  expect(await askFeedback(t.unit, await t.ref())).toBe(1);
  const { rounds } = await readFeedback(t.unit, ID);
  expect(rounds).toMatchObject([{ round: 1, dueOn: "2026-06-30", filedAt: null, consent: "not_asked" }]);
  expect(await codeOf(askFeedback(t.unit, await t.ref()))).toBe("feedback_open");
  expect(await listActions(t)).toContain("feedback.ask");
});

it("where the form comes before the reply, it may be asked while the matter is in hand, not before it is signed", async () => {
  await t.close();
  t = await openOffice({ ...RULES, feedback: { ...RULES.feedback, time: "before_reply" } });
  expect(await codeOf(askFeedback(t.unit, await t.ref()))).toBe("wrong_state");
  await advance(t, "drafted");
  await askFeedback(t.unit, await t.ref());
  await recordFeedback(t.office, await t.ref(), BAD);
  // Handling goes on: there is no final letter to redo.
  expect(await stateOf()).toBe("handling");
  expect(await t.db.select().from(editions)).toHaveLength(1);
});

it.each([
  [{ ...GOOD, answers: { attitude: "satisfied" } }, "answers.result"],
  [{ ...GOOD, answers: { ...GOOD.answers, result: "delighted" } }, "answers.result"],
  [{ ...GOOD, answers: { ...GOOD.answers, mood: "fine" } }, "answers.mood"],
  [{ ...BAD, comment: null }, "comment"],
  [{ ...UNKIND, comment: "  " }, "comment"],
])("a form that cannot be is refused field by field: %j", async (input, path) => {
  await asked();
  await expect(recordFeedback(t.office, await t.ref(), input)).rejects.toMatchObject({ fields: [{ path }] });
});

it("satisfied ends it: consent is kept, nothing is reopened, no second round", async () => {
  await asked();
  await recordFeedback(t.office, await t.ref(), GOOD);
  const { rounds } = await readFeedback(t.supervisor, ID);
  expect(rounds).toMatchObject([{ source: "office", consent: "yes", recordedBy: t.office.actor.id, redoDueOn: null }]);
  expect(await stateOf()).toBe("replied");
  expect(await codeOf(askFeedback(t.unit, await t.ref()))).toBe("feedback_done");
  expect(await codeOf(recordFeedback(t.office, await t.ref(), GOOD))).toBe("feedback_not_asked");
});

it("an unkind manner alone orders no redo, though a second round may be asked", async () => {
  await asked();
  await recordFeedback(t.office, await t.ref(), UNKIND);
  expect(await stateOf()).toBe("replied");
  expect(await askFeedback(t.unit, await t.ref())).toBe(2);
});

it("dissatisfied with the result orders a redo: state, date, next edition; again is recorded and flagged", async () => {
  await asked();
  await recordFeedback(t.office, await t.ref(), BAD);
  expect(await stateOf()).toBe("handling");
  const { rounds, dissatisfiedAgain } = await readFeedback(t.unit, ID);
  expect(rounds[0]?.redoDueOn).toBe("2026-07-15");
  expect(dissatisfiedAgain).toBe(false);
  const { edition, disclosure } = await getReply(t.db, t.unit.actor, ID);
  expect(edition).toMatchObject({ number: 2, state: "draft", note: "重新办理", scannedHash: null, approvedBy: null });
  expect(disclosure?.mode).toBe("full");
  expect(await codeOf(askFeedback(t.unit, await t.ref()))).toBe("feedback_too_early");
  // The second reply goes the whole way again, and the assignment with it.
  await submitReply(t.unit, await t.ref());
  expect(await stateOf()).toBe("submitted");
  await approveReply(t.office, await t.ref());
  await finaliseReply(t.office, await t.ref());
  expect(await stateOf()).toBe("replied");
  await askFeedback(t.unit, await t.ref());
  await recordFeedback(t.office, await t.ref(), BAD);
  expect((await readFeedback(t.unit, ID)).dissatisfiedAgain).toBe(true);
  expect(await stateOf()).toBe("handling");
});

it("a public reply stays public while it is redone", async () => {
  await advance(t, "published");
  await askFeedback(t.office, await t.ref());
  await recordFeedback(t.office, await t.ref(), BAD);
  const { reply } = await getReply(t.db, t.unit.actor, ID);
  expect(reply).toMatchObject({ publication: "published", liveEdition: 1, draftEdition: 2 });
});

it("a link opens one form once, and shows what the form needs", async () => {
  await asked();
  const { token, expiresAt } = await link();
  expect(Buffer.from(token, "base64url")).toHaveLength(32);
  expect(expiresAt).toBe("2026-06-30T01:00:00.000Z");
  const form = await readForm(t.system, token);
  expect(form).toMatchObject({ title: "关于增加公办幼儿园学位的建议", unitName: "市教育体育局", round: 1 });
  expect(form.replyText.join("")).toContain("所提问题已经解决");
  expect(Object.keys(form).toSorted()).toEqual(
    ["numberLabel", "title", "unitName", "round", "dueOn", "expiresAt", "replyText", "axes"].toSorted(),
  );
  const before = await t.versionOf();
  await fileForm(t.system, token, BAD);
  expect(await t.versionOf()).toBe(before + 1);
  expect((await readFeedback(t.office, ID)).rounds).toMatchObject([
    { source: "link", recordedBy: null, consent: "no" },
  ]);
  expect(await stateOf()).toBe("handling");
  expect(await codeOf(fileForm(t.system, token, BAD))).toBe("not_found");
  expect(await codeOf(readForm(t.system, token))).toBe("not_found");
  expect((await listActions(t)).at(-1)).toBe("feedback.file");
  expect(await verifyAudit(t.db)).toMatchObject({ ok: true });
});

it("fifty submissions of one link leave one", async () => {
  await asked();
  const { token } = await link();
  const codes = await Promise.all(
    Array.from({ length: 50 }, async () => await codeOf(fileForm(t.system, token, GOOD))),
  );
  expect(codes.filter((code) => code === null)).toHaveLength(1);
  expect(new Set(codes)).toEqual(new Set([null, "not_found"]));
});

it.each(["expired", "revoked", "replaced", "answered on paper", "unknown", "malformed"])(
  "a link that is %s opens nothing",
  async (how) => {
    await asked();
    const { token } = await link(1);
    if (how === "expired") t.clock.advance(24 * 60 * 60 * 1000);
    if (how === "revoked") expect(await revokeLinks(t.office, await t.ref())).toBe(1);
    if (how === "replaced") await link();
    if (how === "answered on paper") await recordFeedback(t.office, await t.ref(), GOOD);
    const other = `${token.startsWith("A") ? "B" : "A"}${token.slice(1)}`;
    const used = how === "unknown" ? other : how === "malformed" ? "../me" : token;
    expect(await codeOf(readForm(t.system, used))).toBe("not_found");
    expect(await codeOf(fileForm(t.system, used, GOOD))).toBe("not_found");
  },
);

it("a moment before its end a link still opens", async () => {
  await asked();
  const { token } = await link(1);
  t.clock.advance(24 * 60 * 60 * 1000 - 1);
  expect((await readForm(t.system, token)).round).toBe(1);
});

it("neither the database nor the audit holds a token", async () => {
  await asked();
  const { token } = await link();
  const { rows } = await t.db.$client.execute("select * from feedback_links");
  expect(JSON.stringify(rows)).not.toContain(token);
});

it("who only reads, another unit, and who saw an older version change nothing", async () => {
  await asked();
  expect(await codeOf(askFeedback(t.supervisor, await t.ref()))).toBe("forbidden");
  expect(await codeOf(recordFeedback(t.supervisor, await t.ref(), GOOD))).toBe("forbidden");
  expect(await codeOf(recordFeedback(t.unit, await t.ref(), GOOD))).toBe("forbidden");
  expect(await codeOf(createFeedbackLink(t.unit, await t.ref(), { days: 15 }))).toBe("forbidden");
  expect(await codeOf(revokeLinks(t.supervisor, await t.ref()))).toBe("forbidden");
  expect(await codeOf(askFeedback(t.other, await t.ref()))).toBe("not_found");
  expect(await codeOf(readFeedback(t.other, ID))).toBe("not_found");
  expect(await codeOf(recordFeedback(t.office, { id: ID, version: 1 }, GOOD))).toBe("stale");
});

it("every act is in the audit once", async () => {
  await asked();
  await link();
  await revokeLinks(t.office, await t.ref());
  await recordFeedback(t.office, await t.ref(), GOOD);
  const actions = (await listActions(t)).filter((action) => action.startsWith("feedback."));
  expect(actions).toEqual(["feedback.ask", "feedback.create_link", "feedback.revoke_links", "feedback.record"]);
});
