import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { approveReply } from "#services/replies/approve.ts";
import { correctReply } from "#services/replies/correct.ts";
import { draftReply } from "#services/replies/draft.ts";
import type { DraftInput } from "#services/replies/draft.ts";
import { finaliseReply } from "#services/replies/finalise.ts";
import { getReply } from "#services/replies/load-reply.ts";
import { publishReply } from "#services/replies/publish.ts";
import { submitReply } from "#services/replies/submit.ts";
import { withdrawReply } from "#services/replies/withdraw.ts";
import { advanceReply } from "#test/support/advance-reply.ts";
import type { TestApp, TestKey } from "#test/support/app.ts";
import { openTestApp } from "#test/support/app.ts";
import { clientOf } from "#test/support/client.ts";
import { cleanDraft } from "#test/support/letter.ts";

const ID = "2026-jianyi-39.zhujian";
let base: TestApp;
let app: TestApp;
const people = {} as Record<"unit" | "a" | "b" | "c", TestKey>;

beforeAll(async () => {
  base = await openTestApp();
  people.unit = await base.keyFor("unit", "zhujian");
  for (const name of ["a", "b", "c"] as const) people[name] = await base.keyFor("office");
});
afterAll(async () => await base.close());
beforeEach(async () => {
  app = await openTestApp({ from: base });
});

const ctx = (name: keyof typeof people) => app.contextOf(people[name].actor);
const ref = async () => ({ id: ID, version: (await getReply(app.db, people.a.actor, ID)).assignment.version });
const hands = () => ({ unit: ctx("unit"), office: ctx("a") });
const edit = async (who: keyof typeof people, change: (draft: DraftInput) => DraftInput) =>
  await draftReply(ctx(who), await ref(), change(cleanDraft(ID)));

describe("what the office mends at its desk", () => {
  it.each<[string, (draft: DraftInput) => DraftInput, string]>([
    [
      "an emptied letter",
      (draft) => ({ ...draft, letter: { ...draft.letter, signatory: null, signedOn: null } }),
      "letter_incomplete",
    ],
    ["no class", (draft) => ({ ...draft, letter: { ...draft.letter, classCode: null } }), "class_missing"],
    ["no disclosure", (draft) => ({ ...draft, disclosure: null }), "disclosure_missing"],
    [
      "不公开 without a ground",
      (draft) => ({ ...draft, disclosure: { mode: "none", publicBody: null } }),
      "ground_missing",
    ],
    [
      "a summary without its text",
      (draft) => ({ ...draft, disclosure: { mode: "summary", ground: "article_15", publicBody: null } }),
      "public_text_missing",
    ],
  ])("is not approved with %s", async (_, change, code) => {
    await advanceReply(ID, "submitted", hands());
    await edit("a", change);
    await expect(approveReply(ctx("b"), await ref())).rejects.toMatchObject({ code });
  });

  it("is approved by nobody who ever wrote in it, whoever wrote last", async () => {
    await advanceReply(ID, "submitted", hands());
    await edit("a", (draft) => ({ ...draft, letter: { ...draft.letter, copyTo: "市人大常委会代表工作委员会" } }));
    await edit("b", (draft) => ({ ...draft, letter: { ...draft.letter, contactName: "办公室" } }));
    await expect(approveReply(ctx("a"), await ref())).rejects.toMatchObject({ code: "editor_may_not_approve" });
    await expect(approveReply(ctx("b"), await ref())).rejects.toMatchObject({ code: "editor_may_not_approve" });
    await expect(approveReply(ctx("c"), await ref())).resolves.toMatchObject({ edition: { state: "approved" } });
  });
});

describe("a mistake seen after 定稿", () => {
  it("is corrected before anything is public, in an edition of its own", async () => {
    await advanceReply(ID, "final", hands());
    const opened = await correctReply(ctx("unit"), await ref(), { note: "更正联系电话" });
    expect(opened.edition).toMatchObject({ number: 2, state: "draft", showsChanges: false });
    await submitReply(ctx("unit"), await ref());
    await approveReply(ctx("b"), await ref());
    await finaliseReply(ctx("b"), await ref());
    const { reply } = await publishReply(ctx("c"), await ref());
    expect(reply).toMatchObject({ publication: "published", liveEdition: 2, draftEdition: null });
  });
});

describe("what a correction takes out", () => {
  it("may be read by the public only where whoever corrects says so, and the approver sees it", async () => {
    await advanceReply(ID, "published", hands());
    const opened = await correctReply(ctx("unit"), await ref(), { note: "更正数字", showsChanges: true });
    expect(opened.edition).toMatchObject({ number: 2, showsChanges: true });
    const answer = await clientOf(app, people.a)(`/api/replies/${ID}`);
    expect(answer.json).toMatchObject({ edition: { showsChanges: true } });
  });
});

describe("a correction under way when its reply is withdrawn", () => {
  it("loses the agreement that it had", async () => {
    await advanceReply(ID, "published", hands());
    await correctReply(ctx("unit"), await ref(), { note: "更正联系电话" });
    await submitReply(ctx("unit"), await ref());
    await approveReply(ctx("b"), await ref());
    await withdrawReply(ctx("a"), await ref(), { kind: "legal", reason: "依法撤回" });
    await expect(finaliseReply(ctx("b"), await ref())).rejects.toMatchObject({ code: "wrong_state" });
  });
});
