import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { FEEDBACK_PRESETS } from "#domain/campaign/feedback-presets.ts";
import { findPlaceholders } from "#domain/gate/placeholder.ts";
import { SCHEME_PRESETS } from "#domain/scheme/presets.ts";
import { writeDocx } from "#exchange/write/docx/write-docx.ts";
import { writeHtml } from "#exchange/write/html/write-html.ts";
import type { FeedbackSheet } from "#exchange/write/paper/feedback-paper.ts";
import { toFeedbackPaper } from "#exchange/write/paper/feedback-paper.ts";
import type { NoticeFacts } from "#exchange/write/paper/notice-paper.ts";
import { toNoticePaper } from "#exchange/write/paper/notice-paper.ts";
import type { Paper } from "#exchange/write/paper/paper.ts";
import { toReminderPaper } from "#exchange/write/paper/reminder-paper.ts";
import { toTitleLines } from "#exchange/write/paper/title-lines.ts";

const words = async (paper: Paper) =>
  strFromU8(unzipSync(await writeDocx(paper))["word/document.xml"] ?? new Uint8Array())
    .replace(/<\/w:p>/g, "\n")
    .replace(/<[^>]+>/g, "");

const SHEET: FeedbackSheet = {
  government: "云川市人民政府",
  kind: "suggestion",
  sitting: "市四届人大五次会议",
  numberLabel: "第39号",
  title: "关于加快老旧小区加装电梯的建议",
  proposer: "卢子",
  joint: "冉云芳",
  leadUnit: "市住建局",
  jointUnits: ["市教育体育局"],
  jointWord: "会办",
  docNumber: null,
  repliedOn: null,
  classLabel: null,
  round: 1,
  axes: [],
  returnTo: "云川市住房和城乡建设局",
  returnPhone: "0890-6221001",
  dueOn: "2026-06-10",
};

describe("反馈表", () => {
  test.each(FEEDBACK_PRESETS.map((preset) => [preset.id, preset] as const))(
    "%s: a box for every answer of every axis, and what is known filled in",
    async (_, { axes }) => {
      const text = await words(toFeedbackPaper({ ...SHEET, axes }));
      for (const { label, values } of axes) {
        expect(text).toContain(label);
        for (const value of values) expect(text).toContain(`☐ ${value.label}`);
      }
      for (const known of ["第39号", SHEET.title, "卢子", "冉云芳", "市住建局", "2026年6月10日", "0890-6221001"]) {
        expect(text).toContain(known);
      }
      expect(text).toContain("人大代表建议办理情况反馈表");
    },
  );

  test("before the reply it says nothing of it; after it, 文号 and class", async () => {
    expect(await words(toFeedbackPaper(SHEET))).not.toContain("答复文号");
    const answered = {
      ...SHEET,
      docNumber: "云建议字〔2026〕39号",
      repliedOn: "2026-05-20",
      classLabel: "A类（已解决）",
    };
    const text = await words(toFeedbackPaper(answered));
    for (const part of ["云建议字〔2026〕39号", "2026年5月20日", "A类（已解决）"]) expect(text).toContain(part);
  });

  test("a member of the CPPCC gets annex 4, and a second round says so", async () => {
    const text = await words(toFeedbackPaper({ ...SHEET, kind: "proposal", round: 2 }));
    expect(text).toContain("政协提案办理情况反馈表（第2次）");
    for (const part of ["第一提案人", "委员签名"]) expect(text).toContain(part);
  });
});

const NOTICE: NoticeFacts = {
  issuer: "云川市人民政府办公室",
  phone: "0890-6200000",
  year: 2026,
  unit: null,
  kinds: [{ kind: "suggestion", sitting: "市四届人大五次会议", scheme: SCHEME_PRESETS[0] ?? null }],
  assignedOn: "2026-03-10",
  lines: [],
  demands: [],
  jointWord: "协办",
  rows: [
    {
      kind: "suggestion",
      numberLabel: "第39号",
      title: SHEET.title,
      leadUnits: ["市住建局"],
      jointUnits: [],
      dueOn: "2026-08-31",
    },
  ],
};

describe("交办通知", () => {
  test("counts what is in its table", async () => {
    const text = await words(toNoticePaper(NOTICE));
    expect(text).toContain("各承办单位：");
    expect(text).toContain("市四届人大五次会议代表提出的建议1件交由你们办理");
    for (const part of ["协办单位", "第39号", SHEET.title, "2026年8月31日"]) expect(text).toContain(part);
  });

  test("a clock whose campaign limit is the law's is said once; one that differs beside the law's", async () => {
    const months = (words_: string, on: string | null) => ({ words: words_, on });
    const line = { clock: "reply" as const, label: "答复代表、委员", note: null };
    const same = {
      ...line,
      legal: months("自交办之日起3个月内", "2026-06-10"),
      campaign: months("自交办之日起3个月内", "2026-06-10"),
    };
    const other = { ...line, legal: same.legal, campaign: months("2026-09-30 前", "2026-09-30") };
    expect(await words(toNoticePaper({ ...NOTICE, lines: [same] }))).toContain(
      "答复代表、委员：自交办之日起3个月内（2026年6月10日前）（法定期限）。",
    );
    expect(await words(toNoticePaper({ ...NOTICE, lines: [other] }))).toContain(
      "答复代表、委员：2026年9月30日前；法定期限为自交办之日起3个月内（2026年6月10日前）。",
    );
  });

  test("says of every class of the scheme when it is given", async () => {
    const text = await words(toNoticePaper(NOTICE));
    for (const { code } of SCHEME_PRESETS[0]?.classes ?? []) expect(text).toContain(`的为${code}类`);
    expect(text).not.toContain("的的");
  });
});

test("催办函 counts what is late apart from what is soon due, and asks for reasons only of what is late", async () => {
  const row = {
    kind: "suggestion" as const,
    numberLabel: "第39号",
    title: SHEET.title,
    clockLabel: "签收",
    dueOn: "2026-03-17",
  };
  const head = { issuer: "云川市人民政府办公室", phone: "0890-6200000", unit: "云川市公安局", asOf: "2026-03-20" };
  const late = { ...row, words: "已超期 3 天", late: true };
  const soon = { ...row, words: "还有 2 天", late: false };
  const both = await words(toReminderPaper({ ...head, rows: [late, soon] }));
  expect(both).toContain("有已超过期限的1项、即将到期的1项（见下表）");
  expect(both).toContain("说明原因");
  const soonOnly = await words(toReminderPaper({ ...head, rows: [soon] }));
  expect(soonOnly).toContain("有即将到期的1项（见下表）");
  expect(soonOnly).not.toContain("说明原因");
  expect(findPlaceholders(both)).toEqual([]);
});

test("a page for printing has no script, no style attribute, and words that are only words", () => {
  const evil = '<script>alert(1)</script>"onload="x';
  const html = writeHtml(toFeedbackPaper({ ...SHEET, title: evil, proposer: evil }));
  expect(html).not.toMatch(/<script|\sstyle=|\son\w+="/i);
  expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;&quot;onload=&quot;x");
  expect(html).toContain("@page{size:A4;margin:37mm 26mm 35mm 28mm");
});

describe("a title", () => {
  test.each([
    ["关于催办建议提案办理事项的函", 1],
    ["关于市四届人大五次会议第139号建议的答复", 2],
    ["云川市第四届人民代表大会第五次会议以来人大代表建议办理情况的报告", 2],
  ])("%s: %i lines of like length, whole words", (title, count) => {
    const lines = toTitleLines(title);
    expect(lines).toHaveLength(count);
    expect(lines.join("")).toBe(title);
    for (const line of lines) expect(line).not.toMatch(/^[的、，）》]/);
  });
});
