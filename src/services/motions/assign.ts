import { z } from "zod";
import { Part } from "#domain/assignment/parts.ts";
import { replyDue } from "#domain/campaign/clocks.ts";
import type { Context } from "../context.ts";
import { Invalid } from "../errors.ts";
import type { MotionChange, MotionRef } from "./change-motion.ts";
import { changeMotion } from "./change-motion.ts";
import { dealParts, startOpinion } from "./deal-parts.ts";

export const AssignInput = z.strictObject({
  /** Left out: the units proposed in 预交办. */
  parts: z.array(Part).min(1, "请选择承办单位").max(60, "承办单位不能多于 60 个").optional(),
  /** Left out: today. */
  assignedOn: z.iso.date("日期应写成 2026-03-01 的格式").optional(),
  /** Left out: by the rules of the campaign. */
  dueOn: z.iso.date("日期应写成 2026-03-01 的格式").optional(),
});
export type AssignInput = z.infer<typeof AssignInput>;

function fail(path: string, message: string): never {
  throw new Invalid(message, [{ path, message }]);
}

function toDates({ today, rules }: MotionChange, input: AssignInput) {
  const assignedOn = input.assignedOn ?? today;
  if (assignedOn > today) fail("assignedOn", "交办日期不能晚于今天");
  if (input.dueOn !== undefined && input.dueOn <= assignedOn) fail("dueOn", "答复期限应当晚于交办日期");
  if (input.dueOn !== undefined) return { assignedOn, dueOn: input.dueOn };
  const due = replyDue(assignedOn, rules);
  // Beyond the calendar nobody guesses: the office says the day itself.
  return { assignedOn, dueOn: due.covered ? due.value : fail("dueOn", `${due.message}；也可以直接填写答复期限`) };
}

function toParts({ parts }: MotionChange, input: AssignInput): readonly Part[] {
  if (input.parts) return input.parts;
  const proposed = parts.filter((part) => part.state === "pre_assigned");
  if (proposed.length === 0) fail("parts", "请选择承办单位");
  return proposed.map(({ unitCode, role }) => ({ unit: unitCode, role }));
}

/** 正式交办: from today on (or the day given) the clocks run. Throws Refused, Invalid. */
export async function assignMotion(ctx: Context, ref: MotionRef, input: AssignInput): Promise<void> {
  await changeMotion(ctx, "assign", ref, async (change) => {
    const dates = toDates(change, input);
    const parts = toParts(change, input);
    await dealParts(change, parts, { state: "assigned", ...dates });
    for (const part of parts) {
      if (part.role !== "joint") continue;
      const assignmentId = `${ref.id}.${part.unit}`;
      await startOpinion(change.tx, ctx, change.rules, { assignmentId, handedOn: dates.assignedOn });
    }
    return { patch: dates, facts: parts };
  });
}
