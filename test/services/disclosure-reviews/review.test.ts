import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findConsentObstacle, toLastConsent } from "#domain/disclosure/consent.ts";
import { reviewDisclosure } from "#services/disclosure-reviews/review.ts";
import { askFeedback } from "#services/feedback/ask.ts";
import { recordFeedback } from "#services/feedback/record.ts";
import { draftReply } from "#services/replies/draft.ts";
import { publishReply } from "#services/replies/publish.ts";
import { readReply } from "#services/replies/read-reply.ts";
import { submitReply } from "#services/replies/submit.ts";
import { listDue } from "#services/supervision/list-due.ts";
import { listDisclosureReviews } from "#services/supervision/list-aftercare.ts";
import { advanceReply } from "#test/support/advance-reply.ts";
import { cleanDraft, withheldDraft } from "#test/support/letter.ts";
import type { Office } from "#test/support/office.ts";
import { ID, RULES, advance, codeOf, openOffice } from "#test/support/office.ts";

let t: Office;
beforeEach(async () => {
  t = await openOffice(RULES);
});
afterEach(async () => await t.close());

describe("不公开答复复查", () => {
  const withhold = async () => {
    const draft = withheldDraft(ID);
    const disclosure = { ...draft.disclosure, mode: "none" as const, reviewAgainOn: "2026-06-15", publicBody: null };
    await advanceReply(ID, "final", t, { ...draft, disclosure });
  };
  const review = async (nextReviewOn: string, who = t.office) =>
    await reviewDisclosure(who, await t.ref(), { reason: "仍涉及第三方隐私", nextReviewOn });

  it("is due on its day, looked at, and due again on another", async () => {
    await withhold();
    const due = async () =>
      (await listDue(t.unit, { kind: "review_again", limit: 10 })).items.map(({ dueOn }) => dueOn);
    expect(await due()).toEqual(["2026-06-15"]);
    expect(await codeOf(review("2027-06-15", t.unit))).toBe("forbidden");
    await expect(review("2026-06-15")).rejects.toMatchObject({ fields: [{ path: "nextReviewOn" }] });
    await review("2026-06-16");
    await review("2027-06-15");
    expect(await due()).toEqual(["2027-06-15"]);
    expect((await listDisclosureReviews(t.office, { limit: 10 })).items).toMatchObject([
      { reviewAgainOn: "2027-06-15" },
    ]);
    expect((await readReply(t.unit, ID)).reviews).toMatchObject([
      { seq: 1, nextReviewOn: "2026-06-16" },
      { seq: 2, nextReviewOn: "2027-06-15", reason: "仍涉及第三方隐私", reviewedBy: t.office.actor.id },
    ]);
  });

  it("is of what is withheld alone", async () => {
    expect(await codeOf(review("2027-06-15"))).toBe("review_not_owed");
    await advance(t, "published", "A");
    expect(await codeOf(review("2027-06-15"))).toBe("review_not_owed");
  });
});

describe("代表、委员是否同意公开", () => {
  const draftWith = (consent: "yes" | "no", groundText?: string) => {
    const draft = cleanDraft(ID);
    const words = groundText === undefined ? {} : { groundText };
    return { ...draft, disclosure: { mode: "full" as const, publicBody: null, consent, ...words } };
  };

  it("no, with the draft: public all the same only with a written reason", async () => {
    await advanceReply(ID, "drafted", t, draftWith("no"));
    expect(await codeOf(submitReply(t.unit, await t.ref()))).toBe("consent_refused");
    await draftReply(t.unit, await t.ref(), draftWith("no", "事关公共利益，依法应当公开"));
    await submitReply(t.unit, await t.ref());
  });

  it("no, and not public: nothing more is asked", async () => {
    const draft = withheldDraft(ID);
    const disclosure = { mode: "none" as const, ground: "filer_request" as const, publicBody: null };
    await advanceReply(ID, "final", t, { ...draft, disclosure: { ...disclosure, consent: "no" } });
    expect((await readReply(t.unit, ID)).disclosure).toMatchObject({ consent: "no", ground: "filer_request" });
  });

  it("a yes with the draft gives way to a no on the form", async () => {
    await advanceReply(ID, "final", t, draftWith("yes"));
    await askFeedback(t.office, await t.ref());
    const answers = { attitude: "satisfied", result: "satisfied" };
    await recordFeedback(t.office, await t.ref(), { answers, comment: null, consent: "no" });
    expect(await codeOf(publishReply(t.office, await t.ref()))).toBe("consent_refused");
  });

  it("is kept where a later draft does not speak of it", async () => {
    await advanceReply(ID, "drafted", t, draftWith("yes"));
    await draftReply(t.unit, await t.ref(), cleanDraft(ID));
    expect((await readReply(t.unit, ID)).disclosure?.consent).toBe("yes");
  });

  it.each([
    ["yes", null, "yes"],
    ["yes", "not_asked", "yes"],
    ["no", "yes", "yes"],
    ["not_asked", "no", "no"],
  ] as const)("with the draft %s, on the form %s: %s", (decided, filed, last) =>
    expect(toLastConsent(decided, filed)).toBe(last),
  );

  it.each([
    ["no", "full", null, "consent_refused"],
    ["no", "summary", null, "consent_refused"],
    ["no", "full", "理由", null],
    ["no", "none", null, null],
    ["yes", "full", null, null],
    ["not_asked", "full", null, null],
  ] as const)("%s, %s, reason %s: %s", (consent, mode, groundText, code) =>
    expect(findConsentObstacle(consent, { mode, groundText })?.code ?? null).toBe(code),
  );
});
