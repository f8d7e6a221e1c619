import { z } from "@hono/zod-openapi";
import {
  COMMITMENT_EVENT_KINDS,
  COMMITMENT_EVENT_LABELS,
  COMMITMENT_STATES,
} from "#domain/commitment/commitment-kinds.ts";
import { STANDINGS, STANDING_LABELS } from "#domain/commitment/commitment-standing.ts";
import type { CommitmentFile, StandingCommitment } from "#services/commitments/list-commitments.ts";
import { Act, toAct, toActOrNull } from "../http/act.ts";
import { PageQuery } from "../http/route-parts.ts";

const line = {
  id: z.string(),
  version: z.int(),
  assignmentId: z.string(),
  motionId: z.string(),
  title: z.string(),
  place: z.strictObject({ edition: z.int(), block: z.int(), start: z.int(), end: z.int() }),
  text: z.string(),
  owner: z.strictObject({ code: z.string(), name: z.string() }),
  dueOn: z.string().nullable(),
  state: z.enum(COMMITMENT_STATES),
  keptOn: z.string().nullable(),
  standing: z.enum(STANDINGS).openapi({ description: "按今天计算，不存储" }),
  standingLabel: z.string(),
};

export const CommitmentLine = z.strictObject(line).openapi("CommitmentLine");

const CommitmentEvent = z.strictObject({
  seq: z.int(),
  kind: z.enum(COMMITMENT_EVENT_KINDS),
  kindLabel: z.string(),
  happenedOn: z.string(),
  note: z.string(),
  evidence: z.string().nullable(),
  newDueOn: z.string().nullable(),
  oldDueOn: z.string().nullable().openapi({ description: "调整获准时替换下来的期限" }),
  reported: Act,
  approved: z.union([Act, z.null()]),
  declined: z.union([Act, z.null()]),
  declineReason: z.string().nullable().openapi({ description: "不予认可的理由" }),
});

export const Commitment = z
  .strictObject({
    ...line,
    firstDueOn: z.string().nullable().openapi({ description: "最初承诺的期限" }),
    firstStanding: z.enum(STANDINGS).openapi({ description: "按最初承诺的期限衡量" }),
    firstStandingLabel: z.string(),
    events: z.array(CommitmentEvent),
  })
  .openapi("Commitment");

export const CommitmentsQuery = z.strictObject({
  ...PageQuery,
  assignment: z.string().max(120).optional(),
  unit: z.string().max(40).optional().openapi({ description: "单位代码：承诺的单位或者落实的单位" }),
  state: z.enum(COMMITMENT_STATES).optional(),
});

export const CommitmentSuggestions = z
  .strictObject({
    edition: z.int().nullable(),
    candidates: z.array(
      z.strictObject({
        block: z.int(),
        start: z.int(),
        end: z.int(),
        text: z.string(),
        dueOn: z.string().nullable().openapi({ description: "按文字推测的期限，须由人核对" }),
      }),
    ),
  })
  .openapi("CommitmentSuggestions");

export function toLine(row: StandingCommitment): z.infer<typeof CommitmentLine> {
  const { id, version, assignmentId, edition, block, start, end, text, ownerUnit, dueOn, state } = row.commitment;
  return {
    id,
    version,
    assignmentId,
    motionId: row.motionId,
    title: row.title,
    place: { edition, block, start, end },
    text,
    owner: { code: ownerUnit, name: row.ownerName },
    dueOn,
    state,
    keptOn: row.keptOn,
    standing: row.standing,
    standingLabel: STANDING_LABELS[row.standing],
  };
}

function toEvent(row: CommitmentFile["events"][number], names: CommitmentFile["names"]) {
  const { seq, kind, happenedOn, note, evidence, newDueOn, oldDueOn, declineReason } = row;
  const acts = {
    reported: toAct(names, row.reportedBy, row.reportedAt),
    approved: toActOrNull(names, row.approvedBy, row.approvedAt),
    declined: toActOrNull(names, row.declinedBy, row.declinedAt),
  };
  const kindLabel = COMMITMENT_EVENT_LABELS[kind];
  return { seq, kind, kindLabel, happenedOn, note, evidence, newDueOn, oldDueOn, ...acts, declineReason };
}

export function toCommitment(file: CommitmentFile): z.infer<typeof Commitment> {
  return {
    ...toLine(file),
    firstDueOn: file.firstDueOn,
    firstStanding: file.firstStanding,
    firstStandingLabel: STANDING_LABELS[file.firstStanding],
    events: file.events.map((row) => toEvent(row, file.names)),
  };
}
