import { z } from "zod";
import { listExtensions } from "#db/reads/extensions.ts";
import { updateExtension } from "#db/writes/extensions.ts";
import { refuse } from "#domain/handling/refusal.ts";
import type { AssignmentRef } from "../assignments/change-assignment.ts";
import { changeAssignment } from "../assignments/change-assignment.ts";
import { shanghaiDate } from "../clock.ts";
import type { Context } from "../context.ts";
import { Invalid, NotFound, Refused } from "../errors.ts";

export const TellExtensionInput = z.strictObject({ toldOn: z.iso.date("日期应写成 2026-03-01 的格式") });
export type TellExtensionInput = z.infer<typeof TellExtensionInput>;

/** 已告知代表、委员: the day on which they were told that the answer comes later (青岛 2021). */
export async function tellExtension(
  ctx: Context,
  ref: AssignmentRef,
  seq: number,
  { toldOn }: TellExtensionInput,
): Promise<void> {
  await changeAssignment(ctx, { action: "extension.tell", roles: ["unit", "office"] }, ref, async ({ tx, today }) => {
    const before = (await listExtensions(tx, ref.id)).find((row) => row.seq === seq);
    if (!before) throw new NotFound("这项延期");
    if (before.decision !== "granted" || before.decidedAt === null) throw Refused.of(refuse("extension_not_granted"));
    if (toldOn > today || toldOn < shanghaiDate(new Date(before.decidedAt))) {
      const message = "告知日期应当在批准之日以后，不晚于今天";
      throw new Invalid(message, [{ path: "toldOn", message }]);
    }
    await updateExtension(tx, before, { toldOn });
    return { before, after: { seq, toldOn } };
  });
}
