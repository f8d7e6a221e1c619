import { randomUUID } from "node:crypto";
import { z } from "zod";
import { writeTransaction } from "#db/transaction.ts";
import { findReplyRecord } from "#db/reads/reply-record.ts";
import { listLiaisons } from "#db/reads/reminders.ts";
import { insertOutbox } from "#db/writes/outbox.ts";
import { insertReminder } from "#db/writes/reminders.ts";
import { CLOCKS } from "#domain/supervision/clock.ts";
import type { ReminderChannel } from "#domain/supervision/reminder-kinds.ts";
import { REMINDER_CHANNELS } from "#domain/supervision/reminder-kinds.ts";
import { recordAudit } from "../audit.ts";
import type { Context } from "../context.ts";
import { Forbidden, NotFound } from "../errors.ts";
import { hashOf } from "../hash.ts";

/** Channels on which the gateway sends; on the others a person did, and writes down the result. */
const BY_GATEWAY: readonly ReminderChannel[] = ["sms", "email"];
const BY_PERSON: readonly ReminderChannel[] = ["phone", "paper"];

export const ReminderInput = z
  .strictObject({
    assignmentId: z.string().min(1).max(120),
    /** Which clock it is about. */
    clock: z.enum(CLOCKS),
    channel: z.enum(REMINDER_CHANNELS),
    text: z.string().trim().min(2, "请写明催办内容").max(500, "催办内容请控制在 500 字以内"),
    /** What came of it, where a person called or wrote. */
    result: z.string().trim().min(2, "请写明催办结果").max(500, "催办结果请控制在 500 字以内").nullable().default(null),
  })
  .superRefine((reminder, context) => {
    if (reminder.result !== null && !BY_PERSON.includes(reminder.channel)) {
      const message = "只有电话、书面催办才登记结果";
      context.addIssue({ code: "custom", path: ["result"], message });
    }
  });
export type ReminderInput = z.infer<typeof ReminderInput>;

/** 催办: records a call or a letter, shows it in the unit's inbox, or leaves it for the gateway. Returns its id. */
export async function sendReminder(ctx: Context, input: ReminderInput): Promise<string> {
  if (ctx.actor.role !== "office") throw new Forbidden();
  return await writeTransaction(ctx.db, async (tx) => {
    const record = await findReplyRecord(tx, input.assignmentId);
    if (!record) throw new NotFound("这项交办");
    const { assignmentId, clock, channel, text, result } = input;
    const id = randomUUID();
    const sentAt = ctx.now().toISOString();
    const row = { id, assignmentId, deadline: clock, channel, text, result, sentBy: ctx.actor.id, sentAt };
    await insertReminder(tx, row);
    if (BY_GATEWAY.includes(channel)) {
      const { code, shortName } = record.unit;
      const recipients = await listLiaisons(tx, code);
      const payload = JSON.stringify({ id, channel, unit: { code, name: shortName }, recipients, assignmentId, text });
      await insertOutbox(tx, { id, topic: `reminder.${channel}`, payload, createdAt: sentAt, nextAt: sentAt });
    }
    const event = { action: "reminder.send", object: `assignment:${assignmentId}`, beforeHash: null };
    await recordAudit(tx, ctx, { ...event, afterHash: hashOf(row) });
    return id;
  });
}
