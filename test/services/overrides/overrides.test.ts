import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { eq } from "drizzle-orm";
import { audit } from "#db/schema/operations.ts";
import { privateContacts } from "#db/schema/imports.ts";
import { richTextOf } from "#domain/reply/rich-text.ts";
import { readPdf } from "#exchange/attachment/read-pdf.ts";
import { addAttachment } from "#services/attachments/add.ts";
import { removeAttachment } from "#services/attachments/remove.ts";
import { approveReply } from "#services/replies/approve.ts";
import { draftReply } from "#services/replies/draft.ts";
import { submitReply } from "#services/replies/submit.ts";
import { checkDraft } from "#services/overrides/check-reply.ts";
import { decideOverride } from "#services/overrides/decide.ts";
import { requestOverride } from "#services/overrides/request.ts";
import { buildJpeg } from "#test/exchange/attachment/attachment-files.ts";
import { advanceReply } from "#test/support/advance-reply.ts";
import { openTestApp } from "#test/support/app.ts";
import { cleanDraft } from "#test/support/letter.ts";
import type { Office } from "#test/support/office.ts";
import { ID, openOffice } from "#test/support/office.ts";

const REASON = "该号码为施工方对外公布的服务电话，已核对其公示牌";

let base: Office;
let office: Office;
beforeAll(async () => {
  base = await openOffice();
});
afterAll(async () => await base.close());
beforeEach(async () => {
  const copy = await openTestApp({ from: base });
  const as = (who: "unit" | "colleague" | "office" | "office2" | "other" | "supervisor") =>
    copy.contextOf(base[who].actor);
  const versionOf = async () => (await checkDraft(as("office"), ID)).version;
  office = {
    ...copy,
    unit: as("unit"),
    colleague: as("colleague"),
    office: as("office"),
    office2: as("office2"),
    other: as("other"),
    supervisor: as("supervisor"),
    versionOf,
    ref: async () => ({ id: ID, version: await versionOf() }),
  };
});
afterEach(async () => await office.close());

const draftOf = (words: string) => {
  const draft = cleanDraft(ID, "A");
  const body = richTextOf([
    "你们提出的《关于增加公办幼儿园学位的建议》收悉，现答复如下：",
    words,
    "所提问题已经解决。",
  ]);
  return { ...draft, letter: { ...draft.letter, body } };
};

async function write(words: string): Promise<void> {
  await advanceReply(ID, "drafted", { unit: office.unit, office: office.office }, draftOf(words));
}

async function find(code: string) {
  const { findings } = await checkDraft(office.unit, ID);
  const finding = findings.find((item) => item.code === code);
  if (!finding) throw new Error(`${code} was not found: ${findings.map((item) => item.code).join()}`);
  return finding;
}

async function ask(code = "pii_mobile"): Promise<string> {
  const { where, text } = await find(code);
  return await requestOverride(office.unit, await office.ref(), { code, where, text, reason: REASON });
}

const MOBILE = "施工方服务电话13800138000已公布。";

describe("a finding that blocks", () => {
  it("is let pass by a reason and a second person, and stays in the list", async () => {
    await write(MOBILE);
    expect(await find("pii_mobile")).toMatchObject({ severity: "block", overridable: true });
    await expect(submitReply(office.unit, await office.ref())).rejects.toMatchObject({ code: "gate_blocked" });
    const id = await ask();
    await expect(submitReply(office.unit, await office.ref())).rejects.toMatchObject({ code: "gate_blocked" });
    await decideOverride(office.office, await office.ref(), id, { allow: true, reason: null });
    expect(await find("pii_mobile")).toMatchObject({
      severity: "review",
      message: expect.stringContaining(REASON) as string,
    });
    await submitReply(office.unit, await office.ref());
    await approveReply(office.office2, await office.ref());
  });

  it("blocks again after any edit, even one that leaves the words alone", async () => {
    await write(MOBILE);
    const id = await ask();
    await decideOverride(office.office, await office.ref(), id, { allow: true, reason: null });
    const draft = draftOf(MOBILE);
    await draftReply(office.unit, await office.ref(), {
      ...draft,
      letter: { ...draft.letter, copyTo: "市人民政府办公室" },
    });
    expect(await find("pii_mobile")).toMatchObject({ severity: "block" });
    const { overrides } = await checkDraft(office.unit, ID);
    expect(overrides).toMatchObject([{ allowed: true, current: false }]);
  });

  it("blocks again once an attachment was added or taken out, and the audit says what ended", async () => {
    const place = { files: office.files, readPdf };
    await write(MOBILE);
    const agree = async (id: string) =>
      await decideOverride(office.office, await office.ref(), id, { allow: true, reason: null });
    const add = async () =>
      await addAttachment(office.unit, place, await office.ref(), { name: "图.jpg", bytes: buildJpeg([]) });
    const ended = async () => await office.db.$count(audit, eq(audit.action, "override.end"));
    await agree(await ask());
    const first = await add();
    expect(await find("pii_mobile")).toMatchObject({ severity: "block" });
    expect(await ended()).toBe(1);
    await agree(await ask());
    expect(await find("pii_mobile")).toMatchObject({ severity: "review" });
    const waiting = await add();
    expect(await ended()).toBe(2);
    const id = await ask();
    await removeAttachment(office.unit, place.files, await office.ref(), waiting);
    expect(await ended()).toBe(3);
    await expect(agree(id)).rejects.toMatchObject({ code: "override_outdated" });
    expect(await find("pii_mobile")).toMatchObject({ severity: "block" });
    await removeAttachment(office.unit, place.files, await office.ref(), first);
    // As it was when it was first agreed to, and not agreed to all the same.
    expect(await find("pii_mobile")).toMatchObject({ severity: "block" });
    expect(await ended()).toBe(3);
  });

  it("cannot be agreed to once the words have changed", async () => {
    await write(MOBILE);
    const id = await ask();
    const draft = draftOf(`${MOBILE}另行补充。`);
    await draftReply(office.unit, await office.ref(), draft);
    await expect(
      decideOverride(office.office, await office.ref(), id, { allow: true, reason: null }),
    ).rejects.toMatchObject({ code: "override_outdated" });
  });

  it("lets pass these words and no others beside them", async () => {
    await write(`${MOBILE}代表手机13900139000。`);
    const { findings } = await checkDraft(office.unit, ID);
    const mobile = findings.filter(({ code }) => code === "pii_mobile");
    expect(mobile).toHaveLength(2);
    const [first] = mobile;
    if (!first) return;
    const id = await requestOverride(office.unit, await office.ref(), {
      code: first.code,
      where: first.where,
      text: first.text,
      reason: REASON,
    });
    await decideOverride(office.office, await office.ref(), id, { allow: true, reason: null });
    const after = (await checkDraft(office.unit, ID)).findings.filter(({ code }) => code === "pii_mobile");
    expect(after.map(({ severity }) => severity).toSorted()).toEqual(["block", "review"]);
  });

  it("refused by the second person, blocks on, with the reason", async () => {
    await write(MOBILE);
    const id = await ask();
    await decideOverride(office.office, await office.ref(), id, { allow: false, reason: "并非公开电话" });
    expect(await find("pii_mobile")).toMatchObject({ severity: "block" });
    expect((await checkDraft(office.unit, ID)).overrides).toMatchObject([
      { allowed: false, decisionReason: "并非公开电话" },
    ]);
  });
});

describe("who", () => {
  it("asks may not agree, nor a unit, a supervisor or a stranger's unit", async () => {
    await write(MOBILE);
    const { where, text, code } = await find("pii_mobile");
    const input = { code, where, text, reason: REASON };
    const id = await requestOverride(office.office, await office.ref(), input);
    const agree = async (ctx: typeof office.unit) =>
      await decideOverride(ctx, await office.ref(), id, { allow: true, reason: null });
    await expect(agree(office.office)).rejects.toMatchObject({ code: "override_needs_second_person" });
    await expect(agree(office.unit)).rejects.toMatchObject({ code: "forbidden" });
    await expect(agree(office.supervisor)).rejects.toMatchObject({ code: "forbidden" });
    await expect(requestOverride(office.other, await office.ref(), input)).rejects.toMatchObject({ code: "not_found" });
    await agree(office.office2);
    await expect(agree(office.office2)).rejects.toMatchObject({ code: "override_decided" });
  });

  it("asks twice waits", async () => {
    await write(MOBILE);
    await ask();
    await expect(ask()).rejects.toMatchObject({ code: "override_waiting" });
  });
});

describe("what nobody lets pass", () => {
  it.each([
    ["pii_id_card", "申请人身份证号539901197809295210。"],
    ["pii_credential", "邮箱密码：Ab1234567。"],
  ])("%s", async (code, words) => {
    await write(words);
    expect(await find(code)).toMatchObject({ overridable: false });
    await expect(ask(code)).rejects.toMatchObject({ code: "override_never" });
  });

  it("T-X08 a deputy's own number, as the office keeps it, in any hand", async () => {
    await office.db.insert(privateContacts).values({ contact: "0890-6550123", holder: "卢子" });
    await write("代表来电０８９０－６５５０１２３反映情况。");
    expect(await find("pii_private_contact")).toMatchObject({ severity: "block", overridable: false });
    await expect(ask("pii_private_contact")).rejects.toMatchObject({ code: "override_never" });
  });

  it("a finding that is not there, or no longer", async () => {
    await write("学位已经增加。");
    const input = { code: "pii_mobile", where: "body", text: "13800138000", reason: REASON };
    await expect(requestOverride(office.unit, await office.ref(), input)).rejects.toMatchObject({ code: "invalid" });
  });
});
