import { z } from "zod";
import { listUnits } from "#db/reads/units.ts";
import { findEdition } from "#db/reads/reply-record.ts";
import { insertCommitment } from "#db/writes/commitments.ts";
import { findSpanText } from "#domain/commitment/find-span.ts";
import { refuse } from "#domain/handling/refusal.ts";
import type { Context } from "../context.ts";
import { Invalid, Refused } from "../errors.ts";
import { changeAftercare } from "../follow-ups/change-aftercare.ts";
import type { ReplyRef } from "../replies/change-reply.ts";

export const TakeCommitmentInput = z.strictObject({
  edition: z.int().min(1),
  block: z.int().min(0),
  start: z.int().min(0),
  end: z.int().min(1),
  /** Unit code; the unit of the letter where it is left out. */
  ownerUnit: z.string().min(1).max(40).optional(),
  dueOn: z.iso.date("日期应为 YYYY-MM-DD").nullable(),
});
export type TakeCommitmentInput = z.infer<typeof TakeCommitmentInput>;

/** 登记承诺事项: the very words at a place of a final letter, whose they are and by when. Returns the commitment's id. */
export async function takeCommitment(ctx: Context, ref: ReplyRef, input: TakeCommitmentInput): Promise<string> {
  return await changeAftercare(
    ctx,
    { action: "commitment.take", roles: ["office", "unit"] },
    ref,
    async (tx, reply) => {
      const edition = await findEdition(tx, ref.id, input.edition);
      const text = edition?.state === "final" ? findSpanText(edition.body, input) : undefined;
      if (text === undefined) throw Refused.of(refuse("span_not_found"));
      const ownerUnit = input.ownerUnit ?? reply.unit.code;
      if (!(await listUnits(tx)).some((unit) => unit.code === ownerUnit)) {
        const message = "没有这个单位，请从承办单位名录中选择";
        throw new Invalid(message, [{ path: "ownerUnit", message }]);
      }
      const createdAt = ctx.now().toISOString();
      const row = { ...input, ownerUnit, text, assignmentId: ref.id, createdBy: ctx.actor.id, createdAt };
      return { value: await insertCommitment(tx, row), audited: row };
    },
  );
}
