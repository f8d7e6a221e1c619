import { randomBytes, randomUUID } from "node:crypto";
import { z } from "zod";
import { listUnitNames } from "#db/reads/units.ts";
import { insertActor, insertApiKey } from "#db/writes/accounts.ts";
import { writeTransaction } from "#db/transaction.ts";
import type { Transaction } from "#db/open.ts";
import type { Actor, Role as ActorRole } from "#domain/handling/actor.ts";
import { ROLES, Role } from "#domain/handling/actor.ts";
import { matchUnit } from "#domain/unit/match-unit.ts";
import { nearestUnits } from "#domain/unit/nearest-units.ts";
import { recordAudit } from "../audit.ts";
import type { Context } from "../context.ts";
import { Forbidden, Invalid } from "../errors.ts";
import { hashOf, sha256 } from "../hash.ts";

export const KeyInput = z.strictObject({
  role: Role,
  /** Short name, full name, alias or code; exactly for role unit. */
  unit: z.string().trim().min(1).optional(),
  name: z.string().trim().min(1).max(60),
});
export type KeyInput = z.input<typeof KeyInput>;

export type NewKey = {
  readonly actor: Actor;
  /** Shown this once; only its hash is kept. */
  readonly token: string;
  readonly expiresAt: string;
};

/** A key that nobody renews ends by itself. */
const LIFE_DAYS = 365;

async function findUnitCode(tx: Transaction, role: ActorRole, name: string | undefined): Promise<string | null> {
  const path = "unit";
  if (role !== "unit") {
    if (name === undefined) return null;
    const message = "只有承办单位的密钥需要写明单位，请去掉单位";
    throw new Invalid(message, [{ path, message }]);
  }
  if (name === undefined) {
    const message = "承办单位的密钥应当写明是哪个单位";
    throw new Invalid(message, [{ path, message }]);
  }
  const units = await listUnitNames(tx);
  const unit = units.find((item) => item.code === name) ?? matchUnit(name, units);
  if (unit) return unit.code;
  const near = nearestUnits(name, units).map((item) => item.shortName);
  const message = `单位“${name}”不在单位名录中。${near.length > 0 ? `是否为${near.join("、")}？` : ""}请改正名称，或先登记该单位`;
  throw new Invalid(message, [{ path, message }], "unknown_unit");
}

function parseKeyInput(raw: KeyInput): z.output<typeof KeyInput> {
  const result = KeyInput.safeParse(raw);
  if (result.success) return result.data;
  const fields = result.error.issues.map((issue) => ({ path: issue.path.join("."), message: "请核对这一项" }));
  throw new Invalid(`密钥的角色应为 ${ROLES.join("、")} 之一，名称应为 1 至 60 字`, fields);
}

/** Makes an actor with its API key. Throws Invalid for an unknown role or unit. */
export async function createKey(ctx: Context, raw: KeyInput): Promise<NewKey> {
  if (ctx.actor.role !== "admin") throw new Forbidden();
  const input = parseKeyInput(raw);
  const now = ctx.now();
  const createdAt = now.toISOString();
  const expiresAt = new Date(now.getTime() + LIFE_DAYS * 86_400_000).toISOString();
  const token = `hy_${randomBytes(32).toString("base64url")}`;
  return await writeTransaction(ctx.db, async (tx) => {
    const unitCode = await findUnitCode(tx, input.role, input.unit);
    const actor: Actor = { id: randomUUID(), name: input.name, role: input.role, unitCode };
    await insertActor(tx, { ...actor, createdAt });
    await insertApiKey(tx, { id: randomUUID(), actorId: actor.id, hash: sha256(token), createdAt, expiresAt });
    await recordAudit(tx, ctx, {
      action: "key.create",
      object: `actor:${actor.id}`,
      beforeHash: null,
      afterHash: hashOf(actor),
    });
    return { actor, token, expiresAt };
  });
}
