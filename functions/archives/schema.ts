import { z } from "@hono/zod-openapi";
import { ARCHIVE_FILE_STATES, ARCHIVE_STATES, MATCHED_BY } from "#domain/archive/archive-kinds.ts";
import { Finding, Verdict } from "#domain/gate/finding.ts";
import { MOTION_KINDS } from "#domain/motion/kind.ts";
import type { ArchiveFileRow, ArchiveRow } from "#db/reads/archives.ts";
import type { ArchiveReport } from "#services/archives/read.ts";
import type { ArchiveStart } from "#services/archives/start.ts";
import { CountsSchema, DifferenceSchema, TableSchema, toDifference, toTable } from "../imports/allocation-schema.ts";
import { RowFindings } from "../imports/table-fields.ts";

export const ArchiveSchema = z
  .strictObject({
    id: z.string(),
    campaign: z.string(),
    kind: z.enum(MOTION_KINDS),
    ledgerName: z.string(),
    state: z.enum(ARCHIVE_STATES),
    startedBy: z.string(),
    startedAt: z.string(),
    approvedBy: z.string().nullable(),
    approvedAt: z.string().nullable(),
  })
  .openapi("Archive");

export function toArchive(row: ArchiveRow): z.infer<typeof ArchiveSchema> {
  const { id, campaignId, kind, ledgerName, state, startedBy, startedAt, approvedBy, approvedAt } = row;
  return { id, campaign: campaignId, kind, ledgerName, state, startedBy, startedAt, approvedBy, approvedAt };
}

const Counts = z.strictObject(
  Object.fromEntries(ARCHIVE_FILE_STATES.map((state) => [state, z.int()])) as Record<
    (typeof ARCHIVE_FILE_STATES)[number],
    z.ZodInt
  >,
);

const answered = { id: z.string(), label: z.string(), title: z.string(), unit: z.string() };

export const ArchiveReportSchema = z
  .strictObject({
    archive: ArchiveSchema,
    letters: Counts.openapi({ description: "各种处理结果的份数" }),
    owed: z.int().openapi({ description: "台账应答复的件次" }),
    unanswered: z.array(z.strictObject(answered)).openapi({ description: "还没有答复文件的" }),
  })
  .openapi("ArchiveReport");

export function toArchiveReport(report: ArchiveReport): z.infer<typeof ArchiveReportSchema> {
  const { archive, letters, owed, unanswered } = report;
  return {
    archive: toArchive(archive),
    letters: { ...letters },
    owed,
    unanswered: unanswered.map((item) => ({ ...item })),
  };
}

export const ArchiveFileSchema = z
  .strictObject({
    fileHash: z.string(),
    file: z.string(),
    state: z.enum(ARCHIVE_FILE_STATES),
    matchedBy: z.enum(MATCHED_BY).nullable(),
    assignment: z.string().nullable(),
    verdict: Verdict,
    findings: z.array(Finding),
    doneAt: z.string(),
  })
  .openapi("ArchiveFile");

export function toArchiveFile(row: ArchiveFileRow): z.infer<typeof ArchiveFileSchema> {
  const { fileHash, fileName, state, matchedBy, assignmentId, verdict, findings, doneAt } = row;
  return {
    fileHash,
    file: fileName,
    state,
    matchedBy,
    assignment: assignmentId,
    verdict,
    findings: [...findings],
    doneAt,
  };
}

export const LetterReportSchema = z
  .strictObject({
    file: z.string(),
    state: z.enum([...ARCHIVE_FILE_STATES, "skipped"]),
    answers: z.strictObject(answered).nullable(),
    matchedBy: z.enum(MATCHED_BY).nullable(),
    verdict: Verdict,
    findings: z.array(Finding),
  })
  .openapi("ArchiveLetterReport");

export const ArchiveStartSchema = z
  .strictObject({
    id: z.string().nullable().openapi({ description: "档案编号，答复文件传到这里；没有写入时为 null" }),
    rejected: RowFindings,
    notices: z.array(z.string()),
    table: TableSchema,
    counts: CountsSchema,
    difference: DifferenceSchema,
    results: z.int().openapi({ description: "台账写明办理结果的件次" }),
  })
  .openapi("ArchiveStart");

export function toArchiveStart(start: ArchiveStart): z.infer<typeof ArchiveStartSchema> {
  const { id, rejected, notices, table, counts, difference, results } = start;
  return {
    id,
    rejected: rejected.map((finding) => ({ ...finding })),
    notices: [...notices],
    table: toTable(table),
    counts: { ...counts },
    difference: toDifference(difference),
    results,
  };
}
