import { z } from "@hono/zod-openapi";
import type { SecurityEventRow } from "#db/reads/security-events.ts";
import { SECURITY_EVENTS, SECURITY_EVENT_NAMES } from "#domain/account/security-event.ts";

export const SecurityEvent = z
  .strictObject({
    id: z.int(),
    kind: z.enum(SECURITY_EVENTS),
    kindName: z.string(),
    actorId: z.string().nullable().openapi({ description: "涉及的账号或密钥；null 为无法确认身份的人" }),
    actorName: z.string().nullable(),
    network: z
      .string()
      .nullable()
      .openapi({ description: "来源地址，IPv6 只记网段；null 为本机、未知，或数量过多合并计数" }),
    target: z.string().nullable().openapi({ description: "请求的方法和地址" }),
    count: z.int().openapi({ description: "一小时内相同情形的次数" }),
    firstAt: z.string(),
    lastAt: z.string(),
  })
  .openapi("SecurityEvent");

const orNull = (text: string) => (text === "" ? null : text);

export function toSecurityEvent(row: SecurityEventRow): z.infer<typeof SecurityEvent> {
  const { id, kind, actorId, actorName, network, target, count, firstAt, lastAt } = row;
  const what = { id, kind, kindName: SECURITY_EVENT_NAMES[kind] };
  const who = { actorId: orNull(actorId), actorName, network: orNull(network), target: orNull(target) };
  return { ...what, ...who, count, firstAt, lastAt };
}
