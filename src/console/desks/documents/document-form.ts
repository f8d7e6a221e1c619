import type { RichText } from "#domain/reply/rich-text.ts";
import { textBlocks } from "#domain/reply/plain-text.ts";
import type { components } from "../../api/types.gen.ts";
import type { FieldName } from "../../parts/merge-fields.ts";

export type Document = components["schemas"]["Document"];

export const STATE_WORDS: Readonly<Record<Document["state"], string>> = {
  draft: "草稿",
  published: "已公开",
  withdrawn: "已撤回",
};

/** What may be changed of a draft; empty texts are sent as null. */
export type DocumentForm = {
  title: string;
  issuer: string;
  docNumber: string;
  addressee: string;
  writtenOn: string;
  publisher: string;
  category: string;
  source: string;
  body: RichText;
};

export const DOCUMENT_FIELDS = [
  { key: "title", label: "标题", help: "" },
  { key: "issuer", label: "发文单位", help: "" },
  { key: "docNumber", label: "文号（可不填）", help: "如 云政办函〔2026〕3号" },
  { key: "addressee", label: "主送（可不填）", help: "" },
  { key: "publisher", label: "公开单位（可不填）", help: "" },
  { key: "category", label: "主题分类（可不填）", help: "" },
  { key: "source", label: "来源（可不填）", help: "转载的写明原载" },
] as const satisfies readonly { key: keyof DocumentForm; label: string; help: string }[];

export const DOCUMENT_NAMES: readonly FieldName<DocumentForm>[] = [
  ...DOCUMENT_FIELDS.map(({ key, label }) => ({ key, label: label.replace("（可不填）", "") })),
  { key: "writtenOn", label: "成文日期" },
  { key: "body", label: "正文", show: ({ body }) => textBlocks(body).join("\n") },
];

export function toDocumentForm(document: Document): DocumentForm {
  const { title, issuer, docNumber, addressee, writtenOn, publisher, category, source, body } = document;
  return {
    title,
    issuer,
    docNumber: docNumber ?? "",
    addressee: addressee ?? "",
    writtenOn: writtenOn ?? "",
    publisher: publisher ?? "",
    category: category ?? "",
    source: source ?? "",
    body,
  };
}

const orNull = (text: string) => (text.trim() === "" ? null : text.trim());

export function toDocumentBody(form: DocumentForm) {
  return {
    title: form.title.trim(),
    issuer: form.issuer.trim(),
    docNumber: orNull(form.docNumber),
    addressee: orNull(form.addressee),
    writtenOn: orNull(form.writtenOn),
    publisher: orNull(form.publisher),
    category: orNull(form.category),
    source: orNull(form.source),
    body: form.body,
  };
}
