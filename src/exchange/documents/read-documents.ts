import { z } from "zod";
import type { DocumentKind, Validity } from "#domain/document/document.ts";
import { richTextOf } from "#domain/reply/rich-text.ts";
import type { RichText } from "#domain/reply/rich-text.ts";
import { UnreadableFile } from "../unreadable-file.ts";

const text = z.string().trim().min(1);
const date = z.iso.date();

const Entry = z.object({
  kind: text,
  title: text.nullish(),
  heading: text.nullish(),
  issuer: text.nullish(),
  publisher: text.nullish(),
  document_number: text.nullish(),
  date_written: date.nullish(),
  date_published: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}( \d{2}:\d{2})?$/, "日期应为 YYYY-MM-DD 或 YYYY-MM-DD HH:mm")
    .nullish(),
  index_number: text.nullish(),
  information_category: text.nullish(),
  source: text.nullish(),
  addressee: text.nullish(),
  validity: text.nullish(),
  attachments: z.array(text).default([]),
  body: z.array(text).min(1),
  provenance_warning: z.boolean().default(false),
});
const DocumentFile = z.object({ documents: z.array(Entry).min(1) });

const KINDS: Readonly<Record<string, DocumentKind>> = {
  notice: "notice",
  rules: "rules",
  unit_summary_template: "summary",
  district_summary: "summary",
  annual_report: "summary",
  summary: "summary",
  bulletin: "bulletin",
  meeting_report: "news",
  news: "news",
};
const UNTITLED: Readonly<Record<DocumentKind, string>> = {
  notice: "通知（原件无标题）",
  rules: "办理制度（原件无标题）",
  summary: "办理工作总结（原件无标题）",
  bulletin: "通报（原件无标题）",
  news: "工作动态（原件无标题）",
};
const VALIDITY: Readonly<Record<string, Validity>> = { 失效: "expired", 废止: "repealed" };

export type DocumentEntry = {
  readonly kind: DocumentKind;
  readonly title: string;
  readonly issuer: string;
  readonly publisher: string | null;
  readonly docNumber: string | null;
  readonly indexNumber: string | null;
  readonly category: string | null;
  readonly writtenOn: string | null;
  /** "YYYY-MM-DD HH:mm", when it was first published elsewhere. */
  readonly publishedAt: string | null;
  readonly validity: Validity;
  readonly source: string | null;
  readonly addressee: string | null;
  readonly attachments: readonly string[];
  readonly body: RichText;
};

type Raw = z.infer<typeof Entry>;

function kindOf({ kind }: Raw, at: number): DocumentKind {
  const known = KINDS[kind];
  if (known) return known;
  const names = Object.keys(KINDS).join("、");
  throw new UnreadableFile("unknown_kind", `第 ${at + 1} 份文件的 kind“${kind}”不认识，可用：${names}。`);
}

function timeOf({ date_published: published }: Raw): string | null {
  return published?.length === 10 ? `${published} 00:00` : (published ?? null);
}

function metadataOf(item: Raw) {
  return {
    publisher: item.publisher ?? null,
    docNumber: item.document_number ?? null,
    indexNumber: item.index_number ?? null,
    category: item.information_category ?? null,
    writtenOn: item.date_written ?? null,
    addressee: item.addressee ?? null,
    // A copy of unknown provenance names no source: its host may be a mirror.
    source: item.provenance_warning ? null : (item.source ?? null),
  };
}

function toEntry(item: Raw, at: number): DocumentEntry {
  const kind = kindOf(item, at);
  // The addressee stands in the metadata; the body must not say it twice.
  const body = item.body[0] === item.addressee ? item.body.slice(1) : item.body;
  return {
    ...metadataOf(item),
    kind,
    title: item.title ?? item.heading ?? UNTITLED[kind],
    issuer: item.issuer ?? item.publisher ?? "未署名",
    publishedAt: timeOf(item),
    validity: VALIDITY[item.validity ?? ""] ?? "in_force",
    attachments: item.attachments,
    body: richTextOf(body),
  };
}

/** `{documents: […]}` → entries; throws UnreadableFile with a sentence that names the document and the field. */
export function readDocuments(json: string): DocumentEntry[] {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    throw new UnreadableFile("wrong_type", "文件不是 JSON。请提供以 documents 列出各份文件的 JSON 文件。");
  }
  const parsed = DocumentFile.safeParse(data);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const [, at, field] = issue?.path ?? [];
    const where = typeof at === "number" ? `第 ${at + 1} 份文件的 ${String(field ?? "")}` : "documents";
    throw new UnreadableFile("wrong_field", `${where}读不懂：${issue?.message ?? ""}。请改正后重新导入。`);
  }
  return parsed.data.documents.map(toEntry);
}
