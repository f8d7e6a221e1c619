import { randomBytes, randomUUID } from "node:crypto";
import { z } from "zod";
import { findNamesake } from "#db/reads/accounts.ts";
import { insertActor, insertApiKey } from "#db/writes/accounts.ts";
import { writeTransaction } from "#db/transaction.ts";
import { SCOPE_PATTERN } from "#domain/account/scope.ts";
import type { Actor } from "#domain/handling/actor.ts";
import { ROLES, Role } from "#domain/handling/actor.ts";
import { recordAudit } from "../audit.ts";
import type { Context } from "../context.ts";
import { Forbidden, Invalid } from "../errors.ts";
import { hashOf } from "../hash.ts";
import { digestOf } from "../secrets/keyring.ts";
import { findUnitCode } from "./find-unit-code.ts";
import { requireStepUp } from "./require-step-up.ts";

/** A key that nobody renews ends by itself. */
const LONGEST_DAYS = 365;

/** Characters of a key that stay to be seen: `hy_` and 30 of its 256 bits. */
const SHOWN = 8;

const KeyScope = z.string().regex(SCOPE_PATTERN, "权限范围应写成“资源:read”或“资源:write”，如 motions:read");

export const KeyInput = z.strictObject({
  role: Role,
  /** Short name, full name, alias or code; exactly for role unit. */
  unit: z.string().trim().min(1).optional(),
  name: z.string().trim().min(1).max(60),
  /** Absent: all that the role may. */
  scopes: z.array(KeyScope).min(1, "请至少写明一项权限范围").max(60).optional(),
  days: z.int().min(1).max(LONGEST_DAYS).default(LONGEST_DAYS),
});
export type KeyInput = z.input<typeof KeyInput>;

export type NewKey = {
  readonly id: string;
  readonly actor: Actor;
  /** Shown this once; only its hash is kept. */
  readonly token: string;
  readonly expiresAt: string;
};

function parseKeyInput(raw: KeyInput): z.output<typeof KeyInput> {
  const result = KeyInput.safeParse(raw);
  if (result.success) return result.data;
  const fields = result.error.issues.map((issue) => ({ path: issue.path.join("."), message: "请核对这一项" }));
  throw new Invalid(
    `密钥的角色应为 ${ROLES.join("、")} 之一，名称应为 1 至 60 字，权限范围应如 motions:read，有效期应为 1 至 ${LONGEST_DAYS} 天`,
    fields,
  );
}

/** Makes an actor with its API key. Throws Invalid for an unknown role or unit. */
export async function createKey(ctx: Context, raw: KeyInput): Promise<NewKey> {
  if (ctx.actor.role !== "admin") throw new Forbidden();
  requireStepUp(ctx);
  const input = parseKeyInput(raw);
  const now = ctx.now();
  const createdAt = now.toISOString();
  const expiresAt = new Date(now.getTime() + input.days * 86_400_000).toISOString();
  const token = `hy_${randomBytes(32).toString("base64url")}`;
  return await writeTransaction(ctx.db, async (tx) => {
    const unitCode = await findUnitCode(tx, input.role, input.unit);
    const person = { name: input.name, role: input.role, unitCode };
    // One person is one actor, however many keys: a second key must not make a second person of them.
    const known = await findNamesake(tx, person);
    const actor: Actor = { ...person, id: known?.id ?? randomUUID() };
    const id = randomUUID();
    const scopes = input.scopes ?? null;
    if (!known) await insertActor(tx, { ...actor, createdAt });
    const hash = digestOf(ctx.keyring, "api-key", token);
    const prefix = token.slice(0, SHOWN);
    await insertApiKey(tx, { id, actorId: actor.id, hash, createdAt, expiresAt, scopes, prefix });
    await recordAudit(tx, ctx, {
      action: "key.create",
      object: `key:${id}`,
      beforeHash: null,
      afterHash: hashOf({ ...actor, scopes, expiresAt }),
    });
    return { id, actor, token, expiresAt };
  });
}
