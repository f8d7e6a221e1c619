import { describe, expect, test } from "vitest";
import { applySides, mergeForms } from "#console/parts/reply/merge-forms.ts";
import { richTextOf } from "#domain/reply/rich-text.ts";
import { WHOLE } from "./forms.ts";

const answers = [{ ask: 1, block: 0 }];

describe("two who began from the same letter", () => {
  test("each keeps what only they changed", () => {
    const { merged, conflicts } = mergeForms(WHOLE, { ...WHOLE, title: "甲" }, { ...WHOLE, copyTo: "乙" });
    expect(conflicts).toEqual([]);
    expect(merged).toMatchObject({ title: "甲", copyTo: "乙" });
  });

  test("the same change is no conflict", () => {
    expect(mergeForms(WHOLE, { ...WHOLE, title: "甲" }, { ...WHOLE, title: "甲" }).conflicts).toEqual([]);
  });

  test("what both changed is asked, with both readings", () => {
    const { conflicts } = mergeForms(WHOLE, { ...WHOLE, mode: "none" }, { ...WHOLE, mode: "summary" });
    expect(conflicts).toEqual([{ field: "mode", label: "公开属性", mine: "不公开", theirs: "摘要公开" }]);
  });

  test("the map goes with the body that it counts", () => {
    const theirs = { ...WHOLE, body: richTextOf(["甲", "乙"]), answers };
    expect(mergeForms(WHOLE, { ...WHOLE, title: "甲" }, theirs).merged.answers).toEqual(answers);
    const mine = { ...WHOLE, body: richTextOf(["丙"]) };
    const { merged, conflicts } = mergeForms(WHOLE, mine, theirs);
    expect(conflicts.map(({ field }) => field)).toEqual(["body"]);
    expect(applySides(merged, theirs, { body: "theirs" })).toMatchObject({ body: theirs.body, answers });
    expect(applySides(merged, theirs, { body: "mine" }).body).toEqual(mine.body);
  });
});
