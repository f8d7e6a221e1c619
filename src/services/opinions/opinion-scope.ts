import type { Reader } from "#db/open.ts";
import { isLeadOf } from "#db/reads/opinions.ts";
import type { Actor } from "#domain/handling/actor.ts";

/**
 * 会办意见 is process information (条例 Art. 16): for the unit that gives it, the units that lead the matter,
 * the office and the supervisor; for nobody else, the administrator of the system included.
 */
export async function maySeeOpinion(
  reader: Reader,
  actor: Actor,
  { motionId, unitCode }: { readonly motionId: string; readonly unitCode: string },
): Promise<boolean> {
  switch (actor.role) {
    case "office":
    case "supervisor":
      return true;
    case "unit":
      return (
        actor.unitCode === unitCode || (actor.unitCode !== null && (await isLeadOf(reader, motionId, actor.unitCode)))
      );
    case "admin":
    case "machine":
      return false;
  }
}
