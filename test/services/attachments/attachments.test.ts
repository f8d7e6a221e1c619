import { readdir } from "node:fs/promises";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { attachments } from "#db/schema/files.ts";
import { readPdf } from "#exchange/attachment/read-pdf.ts";
import { openFolderStore } from "#functions/files/folder-store.ts";
import { addAttachment } from "#services/attachments/add.ts";
import { listAttachments, readAttachmentBytes } from "#services/attachments/read.ts";
import { removeAttachment } from "#services/attachments/remove.ts";
import { listAttachmentRows } from "#db/reads/attachments.ts";
import { approveReply } from "#services/replies/approve.ts";
import { correctReply } from "#services/replies/correct.ts";
import { finaliseReply } from "#services/replies/finalise.ts";
import { publishReply } from "#services/replies/publish.ts";
import { submitReply } from "#services/replies/submit.ts";
import { advanceReply } from "#test/support/advance-reply.ts";
import { cleanDraft } from "#test/support/letter.ts";
import type { Office } from "#test/support/office.ts";
import { ID, openOffice } from "#test/support/office.ts";
import { buildJpeg, buildPdf } from "#test/exchange/attachment/attachment-files.ts";

let office: Office;
let folder: string;
let store: ReturnType<typeof openFolderStore>;
beforeAll(async () => {
  office = await openOffice();
  await advanceReply(ID, "drafted", { unit: office.unit, office: office.office }, cleanDraft(ID, "B"));
});
afterAll(async () => await office.close());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "huiyin-files-"));
  store = openFolderStore(folder);
});
afterEach(async () => {
  await office.db.delete(attachments);
  await rm(folder, { recursive: true, force: true });
});

const PLAIN = buildPdf({ pages: ["Plan of the works, twelve months"] });

const add = async (name = "方案.pdf", bytes = PLAIN, ctx = office.unit) =>
  await addAttachment(ctx, { files: store, readPdf }, await office.ref(), { name, bytes });

async function filesOf(): Promise<string[]> {
  return (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
}

describe("an attachment", () => {
  it("is kept under a random name; the name of the upload is text", async () => {
    const id = await add("../../方案\u202Efdp.pdf");
    expect(await filesOf()).toEqual([id]);
    const { items } = await listAttachments(office.unit, ID);
    expect(items).toMatchObject([{ id, name: "方案fdp.pdf", type: "application/pdf", pages: 1, verdict: "accept" }]);
    const { bytes } = await readAttachmentBytes(office.unit, store, ID, id);
    expect(bytes).toEqual(PLAIN);
  });

  it("of two equal names is two files", async () => {
    await add();
    await add();
    expect(new Set(await filesOf()).size).toBe(2);
  });

  it("is cleaned before it is kept", async () => {
    const id = await add("照片.jpg", buildJpeg([[0xe1, "Exif\0\0GPS 25.6"]]));
    const { bytes } = await readAttachmentBytes(office.unit, store, ID, id);
    expect(new TextDecoder("latin1").decode(bytes)).not.toContain("GPS");
    const { items } = await listAttachments(office.unit, ID);
    expect(items[0]).toMatchObject({ verdict: "review", findings: [{ code: "image_only" }] });
  });

  it.each<[string, string, Parameters<typeof buildPdf>[0]]>([
    ["in its text", "pii_mobile", { pages: ["call 13800138000 any time"] }],
    ["in its description", "pii_mobile", { pages: ["Plan of the works"], info: "/Author (13800138000)" }],
    [
      "in a note on the page",
      "pii_mobile",
      {
        pages: ["Plan of the works"],
        page: "/Annots [<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (call 13900139000) >>]",
      },
    ],
  ])("with personal data %s stops the letter (T-X04)", async (_, code, input) => {
    const id = await add("方案.pdf", buildPdf(input));
    const { items } = await listAttachments(office.unit, ID);
    expect(items[0]?.findings.map((finding) => finding.code)).toContain(code);
    await expect(submitReply(office.unit, await office.ref())).rejects.toMatchObject({
      code: "gate_blocked",
      fields: expect.arrayContaining([expect.objectContaining({ path: "附件《方案.pdf》" })]) as unknown,
    });
    await removeAttachment(office.unit, store, await office.ref(), id);
  });

  it("with personal data in its name does too", async () => {
    await add("张三13800138000.pdf");
    const { items } = await listAttachments(office.unit, ID);
    expect(items[0]).toMatchObject({ verdict: "block" });
  });

  it("that is none leaves nothing behind", async () => {
    await expect(add("a.pdf", new TextEncoder().encode("<svg/>"))).rejects.toMatchObject({
      code: "wrong_attachment_type",
    });
    expect(await filesOf()).toEqual([]);
    expect(await office.db.$count(attachments)).toBe(0);
  });

  it("for a version that has passed leaves nothing behind", async () => {
    const old = { id: ID, version: 1 };
    await expect(
      addAttachment(office.unit, { files: store, readPdf }, old, { name: "a.pdf", bytes: PLAIN }),
    ).rejects.toMatchObject({
      code: "stale",
    });
    expect(await filesOf()).toEqual([]);
  });

  it("goes with its bytes when it is taken out", async () => {
    const id = await add();
    await removeAttachment(office.unit, store, await office.ref(), id);
    expect(await filesOf()).toEqual([]);
    expect((await listAttachments(office.unit, ID)).items).toEqual([]);
    await expect(readAttachmentBytes(office.unit, store, ID, id)).rejects.toMatchObject({ code: "not_found" });
  });

  it("is the tenth, and no eleventh", async () => {
    for (let count = 0; count < 10; count += 1) await add(`${count}.pdf`);
    await expect(add("11.pdf")).rejects.toMatchObject({ code: "attachments_full" });
    expect(await filesOf()).toHaveLength(10);
  });

  it("of another unit is not there (T-A02)", async () => {
    const id = await add();
    await expect(listAttachments(office.other, ID)).rejects.toMatchObject({ code: "not_found" });
    await expect(readAttachmentBytes(office.other, store, ID, id)).rejects.toMatchObject({ code: "not_found" });
    await expect(readAttachmentBytes(office.unit, store, "2026-jianyi-39.zhujian", id)).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(add("a.pdf", PLAIN, office.other)).rejects.toMatchObject({ code: "not_found" });
    await expect(add("a.pdf", PLAIN, office.supervisor)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("taken out of a correction stays with the edition that is public, until the correction is", async () => {
    const copy = await openOffice();
    const people = { unit: copy.unit, office: copy.office };
    await advanceReply(ID, "drafted", people, cleanDraft(ID, "A"));
    const files = openFolderStore(folder);
    const addTo = async (name: string) =>
      await addAttachment(copy.unit, { files, readPdf }, await copy.ref(), { name, bytes: buildJpeg([]) });
    const gone = await addTo("旧图.jpg");
    const kept = await addTo("规划图.jpg");
    await submitReply(copy.unit, await copy.ref());
    await approveReply(copy.office, await copy.ref());
    await finaliseReply(copy.office, await copy.ref());
    await publishReply(copy.office, await copy.ref());
    await correctReply(copy.unit, await copy.ref(), { note: "更换附图" });
    // The office takes it out: from now on it has written in the correction.
    await removeAttachment(copy.office, files, await copy.ref(), gone);
    const added = await addTo("新图.jpg");
    const idsOf = async (edition: number) => (await listAttachmentRows(copy.db, ID, edition)).map(({ id }) => id);
    expect(new Set(await idsOf(1))).toEqual(new Set([gone, kept]));
    expect(new Set(await idsOf(2))).toEqual(new Set([kept, added]));
    expect((await readAttachmentBytes(copy.unit, files, ID, gone)).row.id).toBe(gone);
    await expect(removeAttachment(copy.unit, files, await copy.ref(), gone)).rejects.toMatchObject({
      code: "not_found",
    });
    await submitReply(copy.unit, await copy.ref());
    await expect(approveReply(copy.office, await copy.ref())).rejects.toMatchObject({ code: "editor_may_not_approve" });
    await approveReply(copy.office2, await copy.ref());
    await copy.close();
  });

  it("of a letter that was sent on stays as it is", async () => {
    const id = await add();
    await submitReply(office.unit, await office.ref());
    await expect(add("b.pdf")).rejects.toMatchObject({ code: "attachments_frozen" });
    await expect(removeAttachment(office.unit, store, await office.ref(), id)).rejects.toMatchObject({
      code: "attachments_frozen",
    });
    expect(await filesOf()).toEqual([id]);
  });
});

describe("the folder", () => {
  it("takes no name but its own", async () => {
    for (const id of ["../x", "a", "", "0".repeat(36)]) await expect(store.get(id)).rejects.toThrow("none of ours");
  });
});
