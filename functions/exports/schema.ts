import { z } from "@hono/zod-openapi";
import { MOTION_KINDS } from "#domain/motion/kind.ts";
import { PAPER_FORMATS, TABLE_FORMATS } from "#services/exports/export-file.ts";

const binary = z.string().openapi({ format: "binary" });

/** A document of the office: Word, or a page that the browser prints or saves as PDF. */
export const PAPER = {
  description: "文件",
  content: {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": { schema: binary },
    "text/html": { schema: z.string() },
  },
};
export const TABLE = {
  description: "表格",
  content: {
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": { schema: binary },
    "text/csv": { schema: z.string() },
  },
};

export const paperFormat = z
  .enum(PAPER_FORMATS)
  .default("docx")
  .openapi({ description: "docx 供编辑、用印；html 供打印，或由浏览器另存为 PDF" });
export const tableFormat = z.enum(TABLE_FORMATS).default("xlsx");

export const campaign = z.string().min(1).max(40).openapi({ description: "年度编号" });
export const kind = z.enum(MOTION_KINDS);
export const unit = z.string().min(1).max(40).openapi({ description: "单位代码" });
