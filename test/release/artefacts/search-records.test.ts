import { describe, expect, it } from "vitest";
import { plainText } from "#domain/reply/plain-text.ts";
import { richTextOf } from "#domain/reply/rich-text.ts";
import type { PublicMatter } from "#domain/view/public-reply.ts";
import { FORMS_FOLLOW } from "#domain/view/search-record.ts";
import { readAttachmentTexts } from "#release/artefacts/attachment-texts.ts";
import { matterRecord } from "#release/artefacts/search-records.ts";
import { buildPdf } from "#test/exchange/attachment/attachment-files.ts";
import { LIFT, MOVED, SEPARATE } from "#test/site/support/sample-matters.ts";

function bodyOf(matter: PublicMatter, attachments: readonly string[] = []): { answer: string[]; forms: string[] } {
  const lines = matterRecord(matter, attachments).body.split("\n");
  const at = lines.indexOf(FORMS_FOLLOW);
  return { answer: lines.slice(0, at), forms: lines.slice(at + 1) };
}

function withBody(...texts: string[]): PublicMatter {
  return { ...LIFT, replies: LIFT.replies.map((reply) => ({ ...reply, commitments: [], body: richTextOf(texts) })) };
}

describe("the text of attachments for the search", () => {
  const id = "00000000-0000-4000-8000-000000000000";
  const toMatter = (type: "application/pdf" | "image/png", path: string): PublicMatter => ({
    ...LIFT,
    replies: LIFT.replies.slice(0, 1).map((reply) => ({
      ...reply,
      attachments: [{ path, name: "工程计划.pdf", type, bytes: 1, sha256: "", pages: 1 }],
    })),
  });
  const files = {
    get: async (wanted: string) => (wanted === id ? buildPdf({ pages: ["Plan of the works"] }) : undefined),
  };

  it("is what a PDF says, found beside its name", async () => {
    const matter = toMatter("application/pdf", `${LIFT.path}files/${id}.pdf`);
    const { forms } = bodyOf(matter, await readAttachmentTexts(matter, files));
    expect(forms).toContain("工程计划.pdf");
    expect(forms.join("\n")).toContain("Plan of the works");
  });

  it("is nothing for a picture, nor where no files are kept", async () => {
    const picture = toMatter("image/png", `${LIFT.path}files/${id}.png`);
    expect(await readAttachmentTexts(picture, files)).toEqual([]);
    expect(await readAttachmentTexts(toMatter("application/pdf", `${LIFT.path}files/${id}.pdf`), undefined)).toEqual(
      [],
    );
  });
});

describe("the text of a matter for the search", () => {
  it("begins with what the letter says; its opening, title, addressee and signatory come last", () => {
    const { answer, forms } = bodyOf(LIFT);
    expect(answer[0]).toBe("一、关于加装进度偏慢的问题");
    expect(forms[0]).toMatch(/收悉.*答复如下：$/u);
    expect(forms).toEqual(expect.arrayContaining(LIFT.replies.flatMap((reply) => [reply.title, reply.addressee])));
  });

  it.each([
    [["《关于加装电梯的建议》交办后，我局开了碰头会。现将办理情况答复如下：", "已建成88部。"], 1],
    [["你们的建议收悉。", "经研究，现答复如下：", "已建成88部。"], 2],
    [["你们的建议收悉。", "已建成88部。"], 1],
    [["已建成88部。", "今年再开工120部。"], 0],
    [["已建成88部。", "今年再开工120部。", "年底前建成。", "具体情况答复如下："], 0],
    [["现答复如下：已建成88部。"], 0],
  ])("takes for the opening of %j its first %i", (texts, opening) => {
    const { answer, forms } = bodyOf(withBody(...texts));
    expect(answer).toEqual(texts.slice(opening));
    expect(forms.slice(0, opening)).toEqual(texts.slice(0, opening));
  });

  it.each([LIFT, MOVED, SEPARATE])("loses no paragraph of $id, follow-ups and further replies included", (matter) => {
    const { answer, forms } = bodyOf(matter);
    const texts = matter.replies.flatMap((reply) => [
      ...plainText(reply.body).split("\n"),
      ...reply.followUps.flatMap((item) => (item.body ? plainText(item.body).split("\n") : [])),
      reply.title,
      reply.addressee,
      reply.signatory,
    ]);
    const aftercare = matter.replies.flatMap(({ commitments, editions }) => [
      ...commitments.flatMap(({ events }) => events.flatMap(({ note, evidence }) => [note, evidence])),
      ...editions.map(({ note }) => note),
    ]);
    const names = matter.replies.flatMap(({ attachments }) => attachments.map(({ name }) => name));
    const frame = [
      ...names,
      ...matter.asks.map(({ text }) => text),
      matter.group,
      matter.category,
      matter.sitting.name,
    ];
    const all = [...texts, ...aftercare, ...frame].filter((text) => text !== null && text !== "");
    expect([...answer, ...forms].toSorted()).toEqual(all.toSorted());
  });
});
