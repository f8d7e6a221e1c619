import { OpenAPIHono, createRoute, z } from "@hono/zod-openapi";
import { walkZip } from "#exchange/zip/walk-zip.ts";
import type { LetterFile } from "#services/archives/take-letters.ts";
import { takeLetters } from "#services/archives/take-letters.ts";
import { startArchive } from "#services/archives/start.ts";
import type { ApiEnv } from "../deps.ts";
import { contextOf } from "../http/authentication.ts";
import { IDEMPOTENCY_KEY, idempotent } from "../http/idempotency.ts";
import { CREATE_PROBLEMS, Flag, LEADERS, NoQuery, access, json, problems } from "../http/route-parts.ts";
import { tableForm } from "../imports/table-fields.ts";
import { ArchiveStartSchema, LetterReportSchema, toArchiveStart } from "./schema.ts";

const { acceptCount: _, ...ledgerForm } = tableForm;
const LedgerForm = z.strictObject({
  ...ledgerForm,
  dryRun: Flag.default(false).openapi({ description: "只核对，不写入" }),
});

const startRoute = createRoute({
  ...access(LEADERS, idempotent),
  method: "post",
  path: "/api/imports/archives",
  operationId: "startArchive",
  summary: "导入往年台账：登记各件和办理结果，随后逐批上传答复文件",
  tags: ["往年档案"],
  parameters: [IDEMPOTENCY_KEY],
  request: { query: NoQuery, body: { content: { "multipart/form-data": { schema: LedgerForm } }, required: true } },
  responses: { 200: json(ArchiveStartSchema, "核对或导入的结果"), ...CREATE_PROBLEMS },
});

const isFile = (value: unknown): value is File => value instanceof File;
const LettersForm = z.strictObject({
  // One file comes alone, several as a list.
  files: z
    .custom<File | File[]>(
      (value) => isFile(value) || (Array.isArray(value) && value.length <= 200 && value.every(isFile)),
      "请选择答复文件（.docx）或装有答复文件的压缩包（.zip）",
    )
    .openapi({
      type: "array",
      items: { type: "string", format: "binary" },
      description: ".docx 或 .zip，每次合计不超过 12 MB；再传一次同一文件不会重复存入",
    }),
});

const lettersRoute = createRoute({
  ...access(LEADERS, idempotent),
  method: "post",
  path: "/api/imports/archives/{archive}/letters",
  operationId: "takeArchiveLetters",
  summary: "上传一批往年答复文件：逐份对应到台账、核对，合格的等待放行",
  tags: ["往年档案"],
  parameters: [IDEMPOTENCY_KEY],
  request: {
    params: z.strictObject({ archive: z.string().min(1).max(120).openapi({ description: "往年档案编号" }) }),
    query: NoQuery,
    body: { content: { "multipart/form-data": { schema: LettersForm } }, required: true },
  },
  responses: {
    200: json(z.strictObject({ files: z.array(LetterReportSchema) }), "逐份的结果"),
    ...problems(400, 401, 403, 404, 409, 413, 415, 422, 500, 503),
  },
});

const isWordName = (name: string): boolean => /\.docx?$/i.test(name);

async function* toLetters(files: readonly File[]): AsyncGenerator<LetterFile> {
  for (const file of files) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    // By its name only to tell a box of letters from a letter, which is a ZIP too; either guard looks at the bytes.
    if (/\.zip$/i.test(file.name)) yield* walkZip(bytes, isWordName);
    else yield { name: file.name, bytes };
  }
}

export const archiveUploads = new OpenAPIHono<ApiEnv>()
  .openapi(startRoute, async (c) => {
    const { file, campaign, kind, dryRun, choice } = c.req.valid("form");
    const start = await startArchive(contextOf(c), {
      bytes: new Uint8Array(await file.arrayBuffer()),
      fileName: file.name,
      campaignId: campaign,
      kind,
      dryRun,
      choice,
    });
    return c.json(toArchiveStart(start), 200);
  })
  .openapi(lettersRoute, async (c) => {
    const files = [c.req.valid("form").files].flat();
    const reports = await takeLetters(contextOf(c), {
      archiveId: c.req.valid("param").archive,
      files: toLetters(files),
      store: c.get("deps").files,
    });
    return c.json({ files: reports.map((report) => ({ ...report, findings: [...report.findings] })) }, 200);
  });
