import { z } from "@hono/zod-openapi";
import { MOTION_STATES, MOTION_STATE_LABELS } from "#domain/assignment/motion-state.ts";
import { ASSIGNMENT_STATES, STATE_LABELS } from "#domain/handling/states.ts";
import { ASSIGNMENT_ROLES, ROLE_LABELS } from "#domain/motion/campaign.ts";
import { motionNumberLabel } from "#domain/motion/number.ts";
import type { MotionFile as File } from "#services/motions/read-motion-file.ts";
import { Objection } from "../assignments/handling-schema.ts";
import { toObjection } from "../assignments/to-handling.ts";
import { Act, toAct } from "../http/act.ts";

/** How the motion was dealt out: its own state, its parts and what became of them. Internal. */
export const MotionFile = z
  .strictObject({
    id: z.string(),
    version: z.int(),
    numberLabel: z.string(),
    title: z.string(),
    state: z.enum(MOTION_STATES),
    stateLabel: z.string(),
    assignedOn: z.string().openapi({ description: "交办日期；尚未交办的，为登记或者预交办日期" }),
    dueOn: z.string().nullable(),
    confidential: z.boolean().openapi({ description: "代表、委员要求保密" }),
    mergedInto: z.string().nullable(),
    closedReason: z.string().nullable(),
    parts: z.array(
      z.strictObject({
        assignmentId: z.string(),
        version: z.int(),
        unitCode: z.string(),
        role: z.enum(ASSIGNMENT_ROLES),
        roleLabel: z.string(),
        state: z.enum(ASSIGNMENT_STATES),
        stateLabel: z.string(),
        dueOn: z.string().nullable(),
      }),
    ),
    objections: z.array(Objection.extend({ unitCode: z.string() }).strict()),
    reassignments: z.array(
      z.strictObject({
        seq: z.int(),
        fromUnit: z.string().nullable(),
        toUnit: z.string().nullable(),
        reason: z.string(),
        reassigned: Act,
      }),
    ),
    keyItem: z
      .strictObject({
        leader: z.string().nullable(),
        meetingOn: z.string().nullable().openapi({ description: "专题面商会日期" }),
        chair: z.string().nullable(),
        guests: z.array(z.string()),
        note: z.string().nullable(),
      })
      .nullable(),
    isKeyItem: z.boolean(),
  })
  .openapi("MotionFile");

function toParts({ parts }: File) {
  return parts.map(({ id, version, unitCode, role, state, dueOn }) => ({
    assignmentId: id,
    version,
    unitCode,
    role,
    roleLabel: ROLE_LABELS[role],
    state,
    stateLabel: STATE_LABELS[state],
    dueOn,
  }));
}

function toKeyItem({ keyItem }: File) {
  if (!keyItem) return null;
  const { leader, meetingOn, chair, guests, note } = keyItem;
  return { leader, meetingOn, chair, guests, note };
}

export function toMotionFile(file: File): z.infer<typeof MotionFile> {
  const { motion, objections, reassignments, names } = file;
  const { id, version, title, state, assignedOn, dueOn, confidential, mergedInto, closedReason } = motion;
  return {
    id,
    version,
    numberLabel: motionNumberLabel(motion),
    title,
    state,
    stateLabel: MOTION_STATE_LABELS[state],
    assignedOn,
    dueOn,
    confidential,
    mergedInto,
    closedReason,
    parts: toParts(file),
    objections: objections.map(({ unitCode, objection }) => ({ unitCode, ...toObjection(objection, names) })),
    reassignments: reassignments.map(({ seq, fromUnit, toUnit, reason, reassignedBy, reassignedAt }) => ({
      seq,
      fromUnit,
      toUnit,
      reason,
      reassigned: toAct(names, reassignedBy, reassignedAt),
    })),
    keyItem: toKeyItem(file),
    isKeyItem: motion.keyItem,
  };
}
