import { describe, expect, test } from "vitest";
import type { LetterForm } from "#console/parts/reply/letter-form.ts";
import { EMPTY_BODY } from "#console/parts/reply/letter-form.ts";
import type { Aside } from "#console/parts/reply/reply-file.ts";
import { listNeeds } from "#console/parts/reply/to-do.ts";
import type { CampaignRules } from "#domain/campaign/campaign-rules.ts";
import { DEFAULT_RULES } from "#domain/campaign/campaign-rules.ts";
import type { Finding } from "#domain/gate/finding.ts";
import { WHOLE } from "./forms.ts";

const STRICT: CampaignRules = {
  ...DEFAULT_RULES,
  contactRequired: true,
  opinionsRequired: true,
  feedback: { ...DEFAULT_RULES.feedback, required: true, time: "before_reply" },
};
/** Nothing done yet, one joint unit. */
const asideOf = (rules: typeof DEFAULT_RULES, more: object = {}) =>
  ({
    rules,
    handling: { meeting: { held: false, waiver: null } },
    motion: { parts: [{ role: "joint", state: null }] },
    opinions: [{ state: "asked" }],
    feedback: { rounds: [] },
    ...more,
  }) as unknown as Aside;

const open = (
  form: LetterForm,
  aside = asideOf(DEFAULT_RULES),
  findings: readonly Finding[] = [],
  correction = false,
) =>
  listNeeds(form, findings, aside, correction)
    .filter(({ done }) => !done)
    .map(({ label }) => label);

describe("what a letter needs before it goes on", () => {
  test("nothing, where it is whole and the year asks for no more", () => {
    expect(open(WHOLE)).toEqual([]);
  });

  test("its parts, class and disclosure", () => {
    const bare = { ...WHOLE, classCode: "", title: " ", signedOn: "", mode: "" as const, body: EMPTY_BODY };
    expect(open(bare)).toEqual(["办理结果分类", "标题", "正文", "成文日期", "公开属性"]);
  });

  test("a ground and the public's text for anything less than the whole", () => {
    expect(open({ ...WHOLE, mode: "summary" })).toEqual(["不全文公开的依据", "供公开的文本"]);
    expect(open({ ...WHOLE, mode: "none", ground: "other" })).toEqual(["依据说明"]);
    expect(open({ ...WHOLE, mode: "none", ground: "article_15" })).toEqual([]);
  });

  test("a reason where the deputy would not have it public", () => {
    expect(open({ ...WHOLE, consent: "no" })).toEqual(["代表、委员的意见"]);
    expect(open({ ...WHOLE, consent: "no", groundText: "事关公共利益" })).toEqual([]);
  });

  test("the contacts, opinions and form that the year asks for, but not of a correction", () => {
    expect(open(WHOLE, asideOf(STRICT))).toEqual(["面商", "会办意见", "反馈表"]);
    expect(open({ ...WHOLE, note: "更正日期" }, asideOf(STRICT), [], true)).toEqual([]);
    expect(open(WHOLE, asideOf(STRICT), [], true)).toEqual(["更正说明"]);
    const settled = { opinions: [{ state: "waived" }], handling: { meeting: { held: false, waiver: {} } } };
    expect(open(WHOLE, asideOf(STRICT, settled))).toEqual(["反馈表"]);
  });

  test("no finding that blocks; one to be looked at does not stand in the way", () => {
    const finding = { code: "pii_mobile", severity: "block", where: "body", text: "1", message: "m" } as const;
    expect(open(WHOLE, asideOf(DEFAULT_RULES), [finding])).toEqual(["内容检查"]);
    expect(open(WHOLE, asideOf(DEFAULT_RULES), [{ ...finding, severity: "review" }])).toEqual([]);
    expect(open(WHOLE, asideOf(DEFAULT_RULES), [{ ...finding, code: "class_missing" }])).toEqual([]);
  });
});
