import { readDate } from "../../parts/chinese-date.ts";
import type { Addressee } from "../../parts/remind.ts";
import type { LedgerRow } from "./ledger-rows.ts";

/** What a unit owes in each state; undefined: nothing that one would remind it of. */
function findClock({ role, state, publication }: LedgerRow): Addressee["clock"] | undefined {
  if (state === "assigned") return "sign";
  if (role === "joint") return state === "signed" || state === "handling" ? "joint_opinion" : undefined;
  if (state === "signed" || state === "handling" || state === "unit_review") return "reply_campaign";
  if (state === "replied" && publication === "unpublished") return "publish";
  return undefined;
}

/** Those of the chosen rows that wait for their unit; the others have nothing to be reminded of. */
export function toAddressees(rows: readonly LedgerRow[]): Addressee[] {
  return rows.flatMap((row) => {
    const clock = findClock(row);
    if (!clock) return [];
    const { id, motion, unit, dueOn, overdue } = row;
    const dueWords = dueOn && clock !== "publish" ? `期限${readDate(dueOn)}${overdue ? "，已超期" : ""}` : "";
    const { numberLabel, title } = motion;
    return [{ assignmentId: id, clock, numberLabel, title, unitName: unit.name, dueWords }];
  });
}
