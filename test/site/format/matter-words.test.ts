import { describe, expect, it } from "vitest";
import {
  findDaysTaken,
  findDisclosureNote,
  toMatterName,
  toOtherReplies,
  toProposers,
  toStateSentence,
} from "#site/format/matter-words.ts";
import { LIFT_REPLY, MOVED_REPLY } from "../support/sample-replies.ts";

describe("who filed it", () => {
  it.each([
    [["周予安"], 3, "周予安等3名代表"],
    [["周予安"], 1, "周予安代表"],
    [["卢子", "欧阳思源"], 2, "卢子、欧阳思源代表"],
    [[], 1, "1名代表"],
    [[], 4, "4名代表联名"],
  ])("%j of %i reads %s", (proposers, proposerCount, words) =>
    expect(toProposers({ kind: "suggestion", proposers, proposerCount })).toBe(words),
  );

  it("calls those who file proposals 委员", () =>
    expect(toProposers({ kind: "proposal", proposers: [], proposerCount: 1 })).toBe("1名委员"));
});

it("names a matter by its number and kind", () => {
  expect(toMatterName({ kind: "suggestion", number: 39, betweenSessions: false })).toBe("第39号建议");
  expect(toMatterName({ kind: "proposal", number: 1, betweenSessions: true })).toBe("闭会第1号提案");
});

describe("days from assignment to the letter", () => {
  it("counts them", () => expect(findDaysTaken(LIFT_REPLY)).toBe(71));
  it("says nothing where the dates contradict one another", () =>
    expect(findDaysTaken({ ...MOVED_REPLY, signedOn: "2025-03-09" })).toBeUndefined());
});

describe("the state of a reply in words", () => {
  it("names what is still owed, with its day", () =>
    expect(toStateSentence(LIFT_REPLY)).toBe(
      "市住建局已于2026年5月20日答复，距交办 71 天，在法定期限内。第1次续办续复尚未公布，应于2026年12月20日前作出。",
    ));
  it("stops at the reply where nothing is owed", () =>
    expect(toStateSentence(MOVED_REPLY)).toBe("市交通局已于2025年5月12日答复，距交办 63 天，在法定期限内。"));
});

describe("why a reply is not there in full", () => {
  it("is silent for a full text", () => expect(findDisclosureNote({ mode: "full", ground: null })).toBeUndefined());
  it("gives the ground in words", () =>
    expect(findDisclosureNote({ mode: "summary", ground: "article_15" })).toContain("《政府信息公开条例》第十五条"));
  it("has no loose 依据 where the ground is missing", () =>
    expect(findDisclosureNote({ mode: "redacted", ground: null })).not.toContain("依据"));
});

it("tells owed replies of other units from withheld and withdrawn ones", () => {
  expect(toOtherReplies({ owedReplies: 0, withheldReplies: 0, withdrawnReplies: [] })).toEqual([]);
  expect(toOtherReplies({ owedReplies: 1, withheldReplies: 2, withdrawnReplies: [] })).toEqual([
    "本件另有 1 个承办单位的答复尚未作出。",
    "本件另有 2 个承办单位的答复依法不予公开。",
  ]);
  const unit = { code: "shuiwu", name: "市水务局", fullName: "云川市水务局" };
  const withdrawnReplies = [{ unit, withdrawnOn: "2026-05-20", reason: "依法不再公开" }];
  expect(toOtherReplies({ owedReplies: 0, withheldReplies: 0, withdrawnReplies })).toEqual([
    "市水务局的答复已于2026年5月20日撤回，原因：依法不再公开。",
  ]);
});
