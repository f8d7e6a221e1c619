import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, it } from "vitest";
import { originals } from "#db/schema/files.ts";
import { audit } from "#db/schema/operations.ts";
import { importReplies } from "#services/imports/import-replies.ts";
import { keepReadFile } from "#services/originals/keep.ts";
import { listOriginals, readOriginal } from "#services/originals/read.ts";
import { signAssignment } from "#services/assignments/sign.ts";
import { buildDocx, paragraph } from "#test/exchange/office-files.ts";
import type { Office } from "#test/support/office.ts";
import { ID, openOffice } from "#test/support/office.ts";

const right = '<w:jc w:val="right"/>';
const LETTER = buildDocx({
  body: [
    paragraph("A类　可公开", right),
    paragraph("云川市教育体育局"),
    paragraph("云教建议字〔2026〕21号"),
    paragraph("关于市四届人大五次会议第40号建议的答复"),
    paragraph("李四代表："),
    paragraph("您提出的《关于增加公办幼儿园学位的建议》收悉。现答复如下："),
    paragraph("学位已经增加，所提问题已经解决。"),
    paragraph("云川市教育体育局", right),
    paragraph("2026年4月18日", right),
    paragraph("（联系人：李四，联系电话：0890-6221001）"),
  ].join(""),
});

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(async () => await office.close());

const take = async (dryRun = false) =>
  await importReplies(office.office, {
    files: [{ name: "答复\u202E.docx", bytes: LETTER }],
    campaignId: "2026",
    dryRun,
    store: office.files,
  });

it("the file of an imported letter is kept once, as it came, under a random name", async () => {
  await signAssignment(office.unit, await office.ref());
  expect(await take(true)).toMatchObject([{ state: "stored" }]);
  expect(await office.db.$count(originals)).toBe(0);
  expect(await take()).toMatchObject([{ state: "stored" }]);
  expect(await take()).toMatchObject([{ state: "unchanged" }]);
  const [row, ...more] = await listOriginals(office.supervisor, ID);
  expect(more).toEqual([]);
  expect(row).toMatchObject({ name: "答复.docx", bytes: LETTER.length, keptBy: office.office.actor.id });
  const which = { assignmentId: ID, originalId: row?.id ?? "" };
  for (const who of [office.office, office.unit])
    expect((await readOriginal(who, office.files, which)).bytes).toEqual(LETTER);
  const readers = await office.db.select().from(audit).where(eq(audit.action, "original.read"));
  expect(readers.map(({ actorId, object }) => [actorId, object])).toEqual([
    [office.office.actor.id, `reply:${ID}`],
    [office.unit.actor.id, `reply:${ID}`],
  ]);
});

it("is for the office and the unit that leads: others neither read nor know of it", async () => {
  await keepReadFile(office.unit, office.files, { assignmentId: ID, name: "a.docx", bytes: LETTER });
  const [row] = await listOriginals(office.unit, ID);
  const which = { assignmentId: ID, originalId: row?.id ?? "" };
  await expect(readOriginal(office.supervisor, office.files, which)).rejects.toMatchObject({ code: "forbidden" });
  await expect(readOriginal(office.other, office.files, which)).rejects.toMatchObject({ code: "not_found" });
  await expect(listOriginals(office.other, ID)).rejects.toMatchObject({ code: "not_found" });
  const elsewhere = { ...which, assignmentId: "2026-jianyi-39.zhujian" };
  await expect(readOriginal(office.office, office.files, elsewhere)).rejects.toMatchObject({ code: "not_found" });
  expect(await office.db.$count(audit, eq(audit.action, "original.read"))).toBe(0);
});
