import { z } from "zod";
import { isInHandling } from "#domain/assignment/stages.ts";
import { CONTACT_KINDS, CONTACT_PHASES } from "#domain/contact/contact-kinds.ts";
import { refuse } from "#domain/handling/refusal.ts";
import type { AssignmentChange } from "../assignments/change-assignment.ts";
import { Invalid, Refused } from "../errors.ts";

const PERSONS = "人数应为 1 至 3000";

export const ContactInput = z.strictObject({
  kind: z.enum(CONTACT_KINDS),
  phase: z.enum(CONTACT_PHASES),
  heldOn: z.iso.date("日期应写成 2026-03-01 的格式"),
  place: z.string().trim().min(1).max(100).nullable().default(null),
  /** Persons, the filer and those who joined. */
  invited: z.int().min(1, PERSONS).max(3000, PERSONS),
  met: z.int().min(0, "到场人数不能小于 0").max(3000, PERSONS),
  note: z.string().trim().min(1).max(2000).nullable().default(null),
});
export type ContactInput = z.infer<typeof ContactInput>;

/** Throws Refused before 签收, Invalid for what cannot have been. */
export function checkContact({ assignment, today }: AssignmentChange, { heldOn, invited, met }: ContactInput): void {
  if (!isInHandling(assignment.state)) throw Refused.of(refuse("wrong_state"));
  if (heldOn > today) {
    const message = "沟通日期不能晚于今天";
    throw new Invalid(message, [{ path: "heldOn", message }]);
  }
  if (met > invited) {
    const message = "到场人数不能多于邀请人数，请核对";
    throw new Invalid(message, [{ path: "met", message }]);
  }
}
