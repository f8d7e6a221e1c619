import { z } from "@hono/zod-openapi";
import { DUTIES } from "#domain/account/duty.ts";
import { Role } from "#domain/handling/actor.ts";

export const Session = z
  .strictObject({
    id: z.string(),
    login: z.string(),
    name: z.string(),
    role: Role,
    roleName: z.string(),
    unitCode: z.string().nullable(),
    duty: z.enum(DUTIES).nullable(),
    startedAt: z.string(),
    idleEndsAt: z.string().openapi({ description: "此前没有操作的，到时退出" }),
    expiresAt: z.string().openapi({ description: "无论有无操作，到时退出" }),
    steppedUpUntil: z.string().nullable().openapi({ description: "此前公开、撤回和管理账号不再要求验证码" }),
    secondFactor: z.boolean().openapi({ description: "是否登记了动态口令或通行密钥" }),
    passkeys: z.int().openapi({ description: "登记了几个通行密钥" }),
    recoveryCodesLeft: z.int(),
    previousSignIn: z
      .union([z.strictObject({ at: z.string(), network: z.string().nullable() }), z.null()])
      .openapi({ description: "上一次登录的时间和来源，请本人核对；null 为第一次登录" }),
    refusedSince: z.int().openapi({ description: "上一次登录以来，登录这个账号被拒绝的次数" }),
    otherSessions: z.int().openapi({ description: "除当前登录外，还有几处登录没有退出" }),
  })
  .openapi("Session");

export const SignIn = z
  .strictObject({
    status: z.enum(["signed_in", "second_factor_required"]),
    pending: z.string().nullable().openapi({ description: "需要第二步时，连同验证码一并提交；5 分钟内有效" }),
    methods: z
      .array(z.enum(["code", "passkey"]))
      .openapi({ description: "第二步可用的方式：验证码或恢复码、通行密钥；已经登录时为空" }),
    session: z.union([Session, z.null()]).openapi({ description: "已经登录时的会话" }),
  })
  .openapi("SignIn");

export const Enrolment = z
  .strictObject({
    login: z.string(),
    name: z.string(),
    role: Role,
    secondFactorRequired: z.boolean(),
    secret: z.string().openapi({ description: "动态口令密钥，手工录入验证器时使用" }),
    uri: z.string().openapi({ description: "生成二维码的内容" }),
    expiresAt: z.string().openapi({ description: "激活码失效的时间" }),
  })
  .openapi("Enrolment");

export const Activated = z
  .strictObject({
    session: Session,
    recoveryCodes: z.array(z.string()).openapi({ description: "恢复码，只显示这一次，每个只能用一次" }),
  })
  .openapi("Activated");
