import { describe, expect, it } from "vitest";
import { richTextOf } from "#domain/reply/rich-text.ts";
import { listCitations } from "#domain/view/citations.ts";
import { findSharedWords, listRuns, toCore } from "#domain/view/shared-words.ts";
import { LIFT } from "#test/site/support/sample-matters.ts";
import { LIFT_REPLY } from "#test/site/support/sample-replies.ts";

const cite = (text: string) =>
  listCitations({ ...LIFT, replies: [{ ...LIFT_REPLY, body: richTextOf([text]), followUps: [] }] });

describe("what a letter names", () => {
  it.each([
    ["2023年第46号建议也曾反映这一问题", ["2023-jianyi-46"]],
    ["回顾2024年对第2号提案的答复", ["2024-tian-2"]],
    ["2025年闭会第3号建议、2025年第3号建议", ["2025-jianyi-bihui-3", "2025-jianyi-3"]],
    ["按照《云川市既有住宅加装电梯办法》（云政发〔2025〕8号）", ["云川市既有住宅加装电梯办法", "云政发〔2025〕8号"]],
    ["您提出的《关于加快老旧小区加装电梯的建议》收悉", []],
    ["2026年第39号建议", []],
    ["第39号建议", []],
  ])("in “%s” is %j", (text, names) => expect(cite(text)).toEqual(names));
});

describe("titles of the same matter", () => {
  const shared = (one: string, other: string) => findSharedWords(toCore(one), toCore(other));
  it.each([
    ["关于加快既有住宅加装电梯的建议", "关于提高加装电梯财政补助标准的提案", "加装电梯"],
    ["关于进一步加强农村道路建设管理的建议", "关于进一步加强城市公园建设管理的建议", undefined],
    ["关于推进学前教育的建议", "关于推进职业教育的建议", undefined],
  ])("%s and %s share %s", (one, other, words) => {
    expect(shared(one, other)).toBe(words);
    expect(shared(other, one)).toBe(words);
  });

  it("share a run of four characters exactly where they share words", () => {
    const titles = ["关于规范托育机构收费的提案", "关于公办托育机构选址的建议", "关于新建观鸟栈道的提案"].map(toCore);
    for (const one of titles) {
      for (const other of titles) {
        const runs = listRuns(one).filter((run) => listRuns(other).includes(run));
        expect(findSharedWords(one, other) !== undefined).toBe(runs.length > 0);
      }
    }
  });
});
