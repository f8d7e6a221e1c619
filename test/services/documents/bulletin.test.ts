import { afterEach, beforeEach, expect, it } from "vitest";
import { findDocument } from "#db/reads/documents.ts";
import { plainText } from "#domain/reply/plain-text.ts";
import { richTextOf } from "#domain/reply/rich-text.ts";
import { draftBulletin } from "#services/documents/draft-bulletin.ts";
import { editDocument } from "#services/documents/edit.ts";
import { getDocument } from "#services/documents/list-documents.ts";
import { publishDocument } from "#services/documents/publish.ts";
import { withdrawDocument } from "#services/documents/withdraw.ts";
import { returnReply } from "#services/replies/return.ts";
import { sendReminder } from "#services/supervision/send-reminder.ts";
import type { Office } from "#test/support/office.ts";
import { ID, RULES, advance, codeOf, openOffice } from "#test/support/office.ts";

let t: Office;
beforeEach(async () => {
  t = await openOffice(RULES);
});
afterEach(async () => await t.close());

const draft = async (unit?: string) => await draftBulletin(t.office, { campaign: "2026", ...(unit ? { unit } : {}) });
const ref = async (slug: string) => ({ slug, version: (await findDocument(t.db, slug))?.version ?? 0 });
const WORDS = {
  title: "关于办理情况的通报",
  docNumber: "云政办函〔2026〕8号",
  addressee: "各承办单位",
  writtenOn: "2026-06-16",
};
const edit = async (slug: string, who = t.office, text = "请各单位抓紧办理。") =>
  await editDocument(who, await ref(slug), { ...WORDS, body: richTextOf([text]) });

it("is written from what is stored, overdue by number, and is a draft that a unit does not see", async () => {
  await advance(t, "submitted", "A");
  await returnReply(t.office, await t.ref(), { reasons: ["off_the_point"] });
  const call = {
    assignmentId: ID,
    clock: "reply_legal" as const,
    channel: "phone" as const,
    text: "请抓紧",
    result: null,
  };
  await sendReminder(t.office, call);
  const slug = await draft("jiaoti");
  const row = await getDocument(t.office, slug);
  expect(row).toMatchObject({ kind: "bulletin", state: "draft", editedBy: t.office.actor.id, writtenOn: "2026-06-15" });
  const text = plainText(row.body);
  expect(text).toContain(
    "市教育体育局共承办3件次，其中主办、分办2件次，会办1件次；已签收1件次。应答复2件次，已答复0件次。",
  );
  expect(text).toContain("超过法定期限尚未答复的有2件次：");
  expect(text).toContain("建议第40号（2026年5月28日到期）");
  expect(text).toContain("报送答复1件次，被退回1件次，共退回1次，理由为：答非所问，没有逐条回应1次。被催办1次。");
  expect(await codeOf(getDocument(t.unit, slug))).toBe("not_found");
});

it("of all units has a paragraph for each that has a part", async () => {
  const text = plainText((await getDocument(t.office, await draft())).body);
  expect(text).toContain("市住建局共承办");
  expect(text).toContain("市教育体育局共承办");
  expect(text).not.toContain("市公安局");
});

it("of one day are numbered; only the office writes them", async () => {
  expect([await draft("jiaoti"), await draft("jiaoti"), await draft()]).toEqual([
    "2026-tongbao-jiaoti-20260615",
    "2026-tongbao-jiaoti-20260615-2",
    "2026-tongbao-all-20260615",
  ]);
  for (const who of [t.unit, t.supervisor]) {
    expect(await codeOf(draftBulletin(who, { campaign: "2026" }))).toBe("forbidden");
  }
  expect(await codeOf(draftBulletin(t.office, { campaign: "1999" }))).toBe("not_found");
  expect(await codeOf(draftBulletin(t.office, { campaign: "2026", unit: "none" }))).toBe("unknown_unit");
});

it("goes out by one who has no hand in its words, whoever wrote last", async () => {
  const slug = await draft("jiaoti");
  await edit(slug, t.office2);
  for (const who of [t.office, t.office2]) {
    expect(await codeOf(publishDocument(who, await ref(slug)))).toBe("document_needs_second_person");
  }
  const third = t.contextOf((await t.keyFor("office")).actor);
  await publishDocument(third, await ref(slug));
  const row = await getDocument(t.unit, slug);
  expect(row).toMatchObject({ ...WORDS, state: "published", publishedBy: third.actor.id });
  expect(row.indexNumber).toMatch(/\S/);
  expect(await codeOf(edit(slug))).toBe("document_not_draft");
  expect(await codeOf(publishDocument(third, await ref(slug)))).toBe("document_not_draft");
});

it("does not pass the gate with a person's number in it", async () => {
  const slug = await draft("jiaoti");
  await edit(slug, t.office, "联系人手机13800138000。");
  expect((await getDocument(t.office, slug)).findings.length).toBeGreaterThan(0);
  expect(await codeOf(publishDocument(t.office2, await ref(slug)))).toBe("document_blocked");
});

it("is withdrawn once it is out, and changes only under the version that was seen", async () => {
  const slug = await draft("jiaoti");
  const seen = await ref(slug);
  expect(await codeOf(withdrawDocument(t.office, seen))).toBe("document_not_published");
  await publishDocument(t.office2, seen);
  expect(await codeOf(withdrawDocument(t.office, seen))).toBe("stale");
  expect(await codeOf(withdrawDocument(t.unit, await ref(slug)))).toBe("forbidden");
  await withdrawDocument(t.office, await ref(slug));
  expect(await codeOf(getDocument(t.unit, slug))).toBe("not_found");
});
