import { z } from "@hono/zod-openapi";
import { DOCUMENT_STATES } from "#domain/document/document.ts";
import { Finding } from "#domain/gate/finding.ts";
import { MOTION_KINDS } from "#domain/motion/kind.ts";
import { RichText } from "#domain/reply/rich-text.ts";
import type { Refreshed } from "#domain/summary/refresh-figures.ts";
import { OUTLINES } from "#domain/summary/outline.ts";
import { getOutline } from "#domain/summary/outlines.ts";
import type { SummaryRecord } from "#db/reads/summaries.ts";
import type { SummaryFile } from "#services/summaries/read-summary.ts";

const head = {
  slug: z.string(),
  version: z.int(),
  title: z.string(),
  campaignId: z.string(),
  outline: z.enum(OUTLINES),
  outlineLabel: z.string(),
  unit: z.string().nullable().openapi({ description: "单位代码；政府报告为 null" }),
  kind: z.enum(MOTION_KINDS).nullable().openapi({ description: "建议和提案一并写的为 null" }),
  asOf: z.string().openapi({ description: "文中数字的截止日期" }),
  state: z.enum(DOCUMENT_STATES),
};
export const SummaryLine = z.strictObject(head).openapi("SummaryLine");
const Hint = z.strictObject({ heading: z.string().nullable(), hint: z.string() });
const Summary = z
  .strictObject({
    ...head,
    body: RichText.clone().openapi({ description: "数字是指向年度统计的链接，片段中有指标代码和日期；空段留给人写" }),
    hints: z.array(Hint).openapi({ description: "各处空段应写的内容，依次对应" }),
    findings: z.array(Finding),
  })
  .openapi("Summary");
const Figures = z
  .strictObject({
    changed: z.array(z.strictObject({ code: z.string(), before: z.string(), after: z.string() })),
    gone: z
      .array(z.strictObject({ code: z.string(), text: z.string() }))
      .openapi({ description: "已无数据的数字：原样保留，请核对所在的句子" }),
    // Sentences that the facts allow now and the text has not.
    offered: RichText,
  })
  .openapi("RefreshedFigures");
export const SummaryAnswer = z.strictObject({ summary: Summary }).openapi("SummaryAnswer");
export const RefreshAnswer = z.strictObject({ summary: Summary, figures: Figures }).openapi("RefreshAnswer");

export function toSummaryLine({ summary, document }: SummaryRecord): z.infer<typeof SummaryLine> {
  const { slug, campaignId, outline, unitCode, kind, asOf } = summary;
  const { version, title, state } = document;
  const { label } = getOutline(outline);
  return { slug, version, title, campaignId, outline, outlineLabel: label, unit: unitCode, kind, asOf, state };
}

export function toSummary(file: SummaryFile): z.infer<typeof Summary> {
  const { body, findings } = file.document;
  return { ...toSummaryLine(file), body, hints: file.hints.map((hint) => ({ ...hint })), findings };
}

export function toFigures({ changed, gone, offered }: Omit<Refreshed, "body">): z.infer<typeof Figures> {
  return {
    changed: changed.map((item) => ({ ...item })),
    gone: gone.map((item) => ({ ...item })),
    offered: { type: "doc", content: [...offered] },
  };
}
