import { describe, expect, it } from "vitest";
import { plainText } from "#domain/reply/plain-text.ts";
import { richTextOf } from "#domain/reply/rich-text.ts";
import type { PublicMatter } from "#domain/view/public-reply.ts";
import { FORMS_FOLLOW } from "#domain/view/search-record.ts";
import { matterRecord } from "#release/artefacts/search-records.ts";
import { LIFT, MOVED, SEPARATE } from "#test/site/support/sample-matters.ts";

function bodyOf(matter: PublicMatter): { answer: string[]; forms: string[] } {
  const lines = matterRecord(matter).body.split("\n");
  const at = lines.indexOf(FORMS_FOLLOW);
  return { answer: lines.slice(0, at), forms: lines.slice(at + 1) };
}

function withBody(...texts: string[]): PublicMatter {
  return { ...LIFT, replies: LIFT.replies.map((reply) => ({ ...reply, body: richTextOf(texts) })) };
}

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
    expect([...answer, ...forms].toSorted()).toEqual(texts.toSorted());
  });
});
