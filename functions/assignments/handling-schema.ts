import { z } from "@hono/zod-openapi";
import { OBJECTION_DECISIONS, OBJECTION_KINDS } from "#domain/assignment/motion-state.ts";
import { CONTACT_KINDS, CONTACT_PHASES, DECISIONS } from "#domain/contact/contact-kinds.ts";
import { ASSIGNMENT_STATES } from "#domain/handling/states.ts";
import { ASSIGNMENT_ROLES } from "#domain/motion/campaign.ts";
import { Act } from "../http/act.ts";

export const Objection = z
  .strictObject({
    seq: z.int(),
    kind: z.enum(OBJECTION_KINDS).openapi({ description: "comment 为对预交办的意见，objection 为异议" }),
    reason: z.string(),
    suggestedUnit: z.string().nullable(),
    raised: Act,
    decision: z.enum(OBJECTION_DECISIONS).nullable(),
    decisionReason: z.string().nullable(),
    decided: z.union([Act, z.null()]),
  })
  .openapi("Objection");

const Extension = z.strictObject({
  seq: z.int(),
  reason: z.string(),
  newDueOn: z.string(),
  requested: Act,
  decision: z.enum(DECISIONS).nullable(),
  decisionReason: z.string().nullable().openapi({ description: "不批准的理由" }),
  decided: z.union([Act, z.null()]),
  toldOn: z.string().nullable().openapi({ description: "告知代表、委员的日期" }),
});

const Contact = z.strictObject({
  seq: z.int(),
  kind: z.enum(CONTACT_KINDS),
  kindLabel: z.string(),
  phase: z.enum(CONTACT_PHASES),
  phaseLabel: z.string(),
  heldOn: z.string(),
  place: z.string().nullable(),
  invited: z.int(),
  met: z.int(),
  note: z.string().nullable(),
  recorded: Act,
});

/** Everything of an assignment beside its letter: clocks, objections, extensions, contacts. */
export const Handling = z
  .strictObject({
    id: z.string(),
    version: z.int(),
    motionId: z.string(),
    unit: z.strictObject({ code: z.string(), name: z.string() }),
    role: z.enum(ASSIGNMENT_ROLES),
    roleLabel: z.string(),
    state: z.enum(ASSIGNMENT_STATES),
    stateLabel: z.string(),
    handedOn: z.string().openapi({ description: "交到这个单位的日期：交办日期，或者最近一次改派日期" }),
    sign: z.strictObject({
      dueOn: z.string().nullable(),
      doneOn: z.string().nullable(),
      late: z.boolean().openapi({ description: "逾期签收，或者已过期限仍未签收" }),
    }),
    objectUntil: z.string().nullable().openapi({ description: "可以提出异议的最后一天；没有规定的为 null" }),
    replyDueOn: z.string().nullable(),
    replyAtMost: z.string().nullable().openapi({ description: "延期后也不得超过的日期" }),
    notes: z.array(z.string()).openapi({ description: "不能推算期限的原因，如节假日安排尚未公布" }),
    objections: z.array(
      Objection.extend({
        decideBy: z.string().nullable().openapi({ description: "政府办公室答复异议的期限" }),
      }).strict(),
    ),
    extensions: z.array(Extension),
    closings: z
      .array(z.strictObject({ seq: z.int(), reason: z.string().nullable(), closed: Act }))
      .openapi({ description: "办结；代表、委员不满意而重新办理的，可有多次" }),
    contacts: z.array(Contact),
    fiveContacts: z
      .strictObject({
        done: z.array(z.enum(CONTACT_KINDS)),
        missing: z.array(z.enum(CONTACT_KINDS)),
        complete: z.boolean(),
      })
      .openapi({ description: "五个一：电话、信函邮件、面商、走访现场、座谈会议是否都有" }),
    meeting: z.strictObject({
      held: z.boolean().openapi({ description: "是否已面商，并至少见到一人" }),
      waiver: z.strictObject({ reason: z.string(), waived: Act }).nullable(),
    }),
  })
  .openapi("Handling");
