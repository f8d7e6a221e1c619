import { OpenAPIHono, createRoute, z } from "@hono/zod-openapi";
import type { ReminderRow } from "#db/reads/reminders.ts";
import { REMINDER_CHANNELS, REMINDER_LABELS } from "#domain/supervision/reminder-kinds.ts";
import { ReadRemindersInput, listReminders, markRead } from "#services/supervision/read-reminders.ts";
import { ReminderInput, sendReminder } from "#services/supervision/send-reminder.ts";
import type { ApiEnv } from "../deps.ts";
import { contextOf } from "../http/authentication.ts";
import { IDEMPOTENCY_KEY, idempotent } from "../http/idempotency.ts";
import {
  CREATE_PROBLEMS,
  Flag,
  LIST_PROBLEMS,
  NoQuery,
  PEOPLE,
  PageQuery,
  access,
  input,
  json,
  pageOf,
  problems,
} from "../http/route-parts.ts";

const Reminder = z
  .strictObject({
    id: z.string(),
    assignmentId: z.string(),
    title: z.string(),
    unitCode: z.string(),
    clock: z.string(),
    channel: z.enum(REMINDER_CHANNELS),
    channelLabel: z.string(),
    text: z.string(),
    result: z.string().nullable(),
    sentAt: z.string(),
    readAt: z.string().nullable(),
  })
  .openapi("Reminder");
const ReminderSent = z.strictObject({ id: z.string() }).openapi("ReminderSent");
const RemindersRead = z.strictObject({ read: z.int() }).openapi("RemindersRead");
const tags = ["督办"];

const listRoute = createRoute({
  ...access(PEOPLE),
  method: "get",
  path: "/api/reminders",
  operationId: "listReminders",
  summary: "催办记录，新的在前；承办单位看到自己收到的",
  tags,
  request: {
    query: z.strictObject({
      ...PageQuery,
      assignment: z.string().max(120).optional(),
      unit: z.string().max(40).optional(),
      unread: Flag.optional(),
    }),
  },
  responses: { 200: json(pageOf(Reminder), "一页催办记录"), ...LIST_PROBLEMS },
});

const sendRoute = createRoute({
  ...access(["office"], idempotent),
  method: "post",
  path: "/api/reminders",
  operationId: "sendReminder",
  summary: "催办：登记电话、书面催办，或者发站内消息、短信、邮件",
  tags,
  parameters: [IDEMPOTENCY_KEY],
  request: { query: NoQuery, body: input(ReminderInput) },
  responses: { 201: json(ReminderSent, "已登记或已发出"), ...CREATE_PROBLEMS, ...problems(404) },
});

const readRoute = createRoute({
  ...access(["unit"]),
  method: "post",
  path: "/api/reminders/read",
  operationId: "markRemindersRead",
  summary: "承办单位标明已阅",
  tags,
  request: { query: NoQuery, body: input(ReadRemindersInput) },
  responses: { 200: json(RemindersRead, "本次新阅的条数"), ...CREATE_PROBLEMS },
});

function toReminder({ reminder, unitCode, title }: ReminderRow): z.infer<typeof Reminder> {
  const { id, assignmentId, deadline, channel, text, result, sentAt, readAt } = reminder;
  const channelLabel = REMINDER_LABELS[channel];
  return { id, assignmentId, title, unitCode, clock: deadline, channel, channelLabel, text, result, sentAt, readAt };
}

export const reminders = new OpenAPIHono<ApiEnv>()
  .openapi(listRoute, async (c) => {
    const page = await listReminders(contextOf(c), c.req.valid("query"));
    return c.json({ ...page, items: page.items.map(toReminder) }, 200);
  })
  .openapi(sendRoute, async (c) => c.json({ id: await sendReminder(contextOf(c), c.req.valid("json")) }, 201))
  .openapi(readRoute, async (c) => c.json({ read: await markRead(contextOf(c), c.req.valid("json")) }, 200));
