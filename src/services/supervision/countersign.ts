import { findEmergencyDebt } from "#db/reads/aftercare-lists.ts";
import { findEdition } from "#db/reads/reply-record.ts";
import { countersignEmergencyRow } from "#db/writes/emergencies.ts";
import { updateEdition } from "#db/writes/replies.ts";
import { refuse } from "#domain/handling/refusal.ts";
import { checkSecondPerson } from "#domain/handling/second-person.ts";
import type { Context } from "../context.ts";
import { Refused } from "../errors.ts";
import { changeAftercare } from "../follow-ups/change-aftercare.ts";
import type { ReplyRef } from "../replies/change-reply.ts";

/** 补签: another person of the office stands for an emergency publication, which so gets the approval that it went without. */
export async function countersignEmergency(ctx: Context, ref: ReplyRef): Promise<void> {
  const verb = { action: "emergency.countersign", roles: ["office"] } as const;
  await changeAftercare(ctx, verb, ref, async (tx) => {
    const debt = await findEmergencyDebt(tx, ref.id);
    const edition = debt && (await findEdition(tx, ref.id, debt.edition));
    if (!debt || !edition) throw Refused.of(refuse("emergency_settled"));
    if (debt.publishedBy === ctx.actor.id || checkSecondPerson(ctx.actor.id, edition)) {
      throw Refused.of(refuse("countersign_needs_second_person"));
    }
    const at = ctx.now().toISOString();
    await countersignEmergencyRow(tx, debt, { countersignedBy: ctx.actor.id, countersignedAt: at });
    if (edition.approvedHash !== edition.contentHash) {
      const approval = { approvedBy: ctx.actor.id, approvedAt: at, approvedHash: edition.contentHash };
      await updateEdition(tx, ref.id, debt.edition, approval);
    }
    return { value: undefined, audited: { edition: debt.edition, contentHash: edition.contentHash } };
  });
}
