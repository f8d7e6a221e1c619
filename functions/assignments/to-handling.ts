import type { Context } from "hono";
import type { z } from "@hono/zod-openapi";
import type { ObjectionRow } from "#db/reads/assignments.ts";
import type { ContactRow } from "#db/reads/contacts.ts";
import type { ExtensionRow } from "#db/reads/extensions.ts";
import { hasMeeting, toFiveContacts } from "#domain/contact/contact-figures.ts";
import { CONTACT_LABELS, PHASE_LABELS } from "#domain/contact/contact-kinds.ts";
import { STATE_LABELS } from "#domain/handling/states.ts";
import { ROLE_LABELS } from "#domain/motion/campaign.ts";
import type { HandlingFile } from "#services/assignments/read-handling.ts";
import { readHandling } from "#services/assignments/read-handling.ts";
import type { ApiEnv } from "../deps.ts";
import { toAct, toActOrNull } from "../http/act.ts";
import { contextOf } from "../http/authentication.ts";
import { etagOf } from "../http/etag.ts";
import type { Handling, Objection } from "./handling-schema.ts";

type Names = ReadonlyMap<string, string>;

export function toObjection(row: ObjectionRow, names: Names): z.infer<typeof Objection> {
  const { seq, kind, reason, suggestedUnit, decision, decisionReason } = row;
  const raised = toAct(names, row.raisedBy, row.raisedAt);
  const decided = toActOrNull(names, row.decidedBy, row.decidedAt);
  return { seq, kind, reason, suggestedUnit, raised, decision, decisionReason, decided };
}

function toExtension(row: ExtensionRow, names: Names) {
  const { seq, reason, newDueOn, decision, decisionReason, toldOn } = row;
  const requested = toAct(names, row.requestedBy, row.requestedAt);
  return {
    seq,
    reason,
    newDueOn,
    requested,
    decision,
    decisionReason,
    decided: toActOrNull(names, row.decidedBy, row.decidedAt),
    toldOn,
  };
}

function toContact(row: ContactRow, names: Names) {
  const { seq, kind, phase, heldOn, place, invited, met, note } = row;
  const labels = { kindLabel: CONTACT_LABELS[kind], phaseLabel: PHASE_LABELS[phase] };
  const recorded = toAct(names, row.recordedBy, row.recordedAt);
  return { seq, kind, phase, ...labels, heldOn, place, invited, met, note, recorded };
}

function toHandling(file: HandlingFile): z.infer<typeof Handling> {
  const { assignment, unit, names, waiver, contacts, clocks } = file;
  const { id, version, motionId, role, state } = assignment;
  const { sign, objectUntil, replyDueOn, replyAtMost, notes } = clocks;
  return {
    id,
    version,
    motionId,
    unit: { code: unit.code, name: unit.shortName },
    role,
    roleLabel: ROLE_LABELS[role],
    state,
    stateLabel: STATE_LABELS[state],
    handedOn: file.handedOn,
    sign: { dueOn: sign.dueOn, doneOn: sign.doneOn, late: sign.late },
    objectUntil,
    replyDueOn,
    replyAtMost,
    notes: [...notes],
    objections: file.objections.map((row) => ({ ...toObjection(row, names), decideBy: row.decideBy })),
    extensions: file.extensions.map((row) => toExtension(row, names)),
    closings: file.closings.map(({ seq, reason, closedBy, closedAt }) => ({
      seq,
      reason,
      closed: toAct(names, closedBy, closedAt),
    })),
    contacts: contacts.map((row) => toContact(row, names)),
    fiveContacts: toFiveContacts(contacts),
    meeting: {
      held: hasMeeting(contacts),
      waiver: waiver && { reason: waiver.reason, waived: toAct(names, waiver.waivedBy, waiver.waivedAt) },
    },
  };
}

/** The answer of every verb of this kind: the assignment's handling as it now stands, with its ETag. */
export async function answerHandling(c: Context<ApiEnv>, id: string) {
  const file = await readHandling(contextOf(c), id);
  c.header("ETag", etagOf(file.assignment.version));
  return c.json(toHandling(file), 200);
}
