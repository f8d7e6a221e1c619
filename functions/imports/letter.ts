import { OpenAPIHono, createRoute, z } from "@hono/zod-openapi";
import { Finding, Verdict } from "#domain/gate/finding.ts";
import { readLetter } from "#services/check/read-letter.ts";
import { keepReadFile } from "#services/originals/keep.ts";
import type { ApiEnv } from "../deps.ts";
import { contextOf } from "../http/authentication.ts";
import { CREATE_PROBLEMS, NoQuery, access, json, problems } from "../http/route-parts.ts";
import { Letter } from "../replies/schema.ts";
import { toLetterAnswer } from "../replies/to-reply.ts";

const LetterForm = z.strictObject({
  file: z
    .custom<File>((value) => value instanceof File, "请选择答复的 Word 文件")
    .openapi({ type: "string", format: "binary", description: ".docx，不超过 10 MB" }),
  reply: z.string().min(1).max(120).openapi({ description: "交办编号，如 2026-jianyi-39.zhujian" }),
});

const LetterFile = z
  .strictObject({
    verdict: Verdict,
    letter: z.union([Letter, z.null()]).openapi({ description: "读出的文稿；不能安全读取的为 null" }),
    disclosureMark: z.enum(["可公开", "不公开"]).nullable(),
    findings: z.array(Finding),
  })
  .openapi("LetterFile");

const readRoute = createRoute({
  ...access(["unit", "office"]),
  method: "post",
  path: "/api/imports/letter",
  operationId: "readLetterFile",
  summary: "读一份答复的 Word 文件供拟稿使用：文稿和检查结果；原件留存备查，文稿不改动",
  tags: ["导入"],
  request: { query: NoQuery, body: { content: { "multipart/form-data": { schema: LetterForm } }, required: true } },
  responses: { 200: json(LetterFile, "读出的文稿"), ...CREATE_PROBLEMS, ...problems(404) },
});

export const letterImport = new OpenAPIHono<ApiEnv>().openapi(readRoute, async (c) => {
  const { file, reply } = c.req.valid("form");
  const bytes = new Uint8Array(await file.arrayBuffer());
  const ctx = contextOf(c);
  const { verdict, document, findings } = await readLetter(ctx, reply, bytes);
  // A letter for another matter, dropped here by mistake, is none of this one's papers.
  const isOfAnother = findings.some(({ code }) => code === "motion_number_mismatch");
  if (document && !isOfAnother)
    await keepReadFile(ctx, c.get("deps").files, { assignmentId: reply, name: file.name, bytes });
  return c.json(
    {
      verdict,
      letter: document && toLetterAnswer(document.letter),
      disclosureMark: document?.letter.disclosureMark ?? null,
      findings: [...findings],
    },
    200,
  );
});
