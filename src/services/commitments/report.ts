import { z } from "zod";
import { insertCommitmentEvent, updateCommitment } from "#db/writes/commitments.ts";
import { COMMITMENT_EVENT_KINDS } from "#domain/commitment/commitment-kinds.ts";
import { refuse } from "#domain/handling/refusal.ts";
import { shanghaiDate } from "../clock.ts";
import type { Context } from "../context.ts";
import { Invalid, Refused } from "../errors.ts";
import type { CommitmentRef } from "./change-commitment.ts";
import { changeCommitment } from "./change-commitment.ts";

const Evidence = z.string().trim().min(2, "请写明依据").max(2000, "依据请控制在 2000 字以内");

export const ReportInput = z
  .strictObject({
    kind: z.enum(COMMITMENT_EVENT_KINDS),
    happenedOn: z.iso.date("日期应为 YYYY-MM-DD"),
    note: z.string().trim().min(2, "请写明情况").max(2000, "情况请控制在 2000 字以内"),
    evidence: Evidence.nullable().default(null),
    newDueOn: z.iso.date("日期应为 YYYY-MM-DD").nullable().default(null),
  })
  .superRefine((report, context) => {
    const add = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    if (report.kind !== "progress" && report.evidence === null) {
      add("evidence", "报告兑现、调整或者不再实施的，应当写明依据的事实和材料");
    }
    if (report.kind === "changed" && report.newDueOn === null) add("newDueOn", "调整承诺的，应当写明新的期限");
    if (report.kind !== "changed" && report.newDueOn !== null) add("newDueOn", "只有调整承诺时才填写新的期限");
  });
export type ReportInput = z.infer<typeof ReportInput>;

/** 报告: what became of a promise. It changes nothing until another person approves; progress needs no approval. */
export async function reportCommitment(ctx: Context, ref: CommitmentRef, input: ReportInput): Promise<void> {
  const roles = ["office", "unit"] as const;
  await changeCommitment(ctx, { action: "commitment.report", roles }, ref, async (tx, { commitment }) => {
    const { state } = commitment;
    if (state === "kept" || state === "dropped") throw Refused.of(refuse("commitment_settled"));
    const now = ctx.now();
    if (input.happenedOn > shanghaiDate(now)) {
      const message = "日期不能晚于今天";
      throw new Invalid(message, [{ path: "happenedOn", message }]);
    }
    const row = { ...input, commitmentId: ref.id, reportedBy: ctx.actor.id, reportedAt: now.toISOString() };
    await insertCommitmentEvent(tx, row);
    await updateCommitment(tx, ref.id, {});
    return row;
  });
}
