import { z } from "zod";
import { DOCUMENT_KINDS } from "#domain/document/document.ts";
import { RichText } from "#domain/reply/rich-text.ts";

const words = (max: number) => z.string().trim().min(1).max(max).nullable();

const text = {
  title: z.string().trim().min(2, "请填写标题").max(200, "标题请控制在 200 字以内"),
  docNumber: words(60).default(null),
  addressee: words(200).default(null),
  writtenOn: z.iso.date("日期应为 YYYY-MM-DD").nullable().default(null),
  body: RichText,
};

/** 政府信息公开 metadata; left out: as it stands. */
const metadata = {
  issuer: z.string().trim().min(2, "请填写发文单位").max(80).optional(),
  publisher: words(80).optional(),
  category: words(40).optional(),
  source: words(200).optional(),
};

export const EditDocumentInput = z.strictObject({ ...text, ...metadata });
export type EditDocumentInput = z.infer<typeof EditDocumentInput>;

export const DraftDocumentInput = z.strictObject({ kind: z.enum(DOCUMENT_KINDS), ...text, ...metadata });
export type DraftDocumentInput = z.infer<typeof DraftDocumentInput>;
