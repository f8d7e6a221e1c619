import type { Context } from "hono";
import { z } from "@hono/zod-openapi";
import type { VersionedPasskey } from "#db/reads/passkeys.ts";
import { refuse } from "#domain/handling/refusal.ts";
import { Refused } from "#services/errors.ts";
import type { RelyingParty } from "#services/passkeys/relying-party.ts";
import { findRelyingParty } from "#services/passkeys/relying-party.ts";
import type { ApiEnv } from "../deps.ts";

/** The site as browsers know it: SITE_URL, and without it only the machine itself. Throws Refused where passkeys do not work. */
export function getRelyingParty(c: Context<ApiEnv>): RelyingParty {
  const { origin } = c.get("deps");
  const party = findRelyingParty(origin ?? c.req.url);
  const isOwn = party && (origin !== undefined || party.id === "localhost" || party.id.endsWith(".localhost"));
  if (!isOwn) throw Refused.of(refuse("passkey_unavailable"));
  return party;
}

const Descriptor = z.strictObject({
  id: z.string(),
  type: z.literal("public-key"),
  transports: z.array(z.string()).optional(),
});
const Verification = z.enum(["required", "preferred", "discouraged"]);

/** For navigator.credentials.get, after PublicKeyCredential.parseRequestOptionsFromJSON. */
export const RequestOptions = z
  .strictObject({
    challenge: z.string(),
    timeout: z.int(),
    rpId: z.string(),
    allowCredentials: z.array(Descriptor),
    userVerification: Verification,
  })
  .openapi("PasskeyRequestOptions");

/** For navigator.credentials.create, after PublicKeyCredential.parseCreationOptionsFromJSON. */
export const CreationOptions = z
  .strictObject({
    challenge: z.string(),
    rp: z.strictObject({ id: z.string(), name: z.string() }),
    user: z.strictObject({ id: z.string(), name: z.string(), displayName: z.string() }),
    pubKeyCredParams: z.array(z.strictObject({ alg: z.int(), type: z.literal("public-key") })),
    timeout: z.int(),
    attestation: z.literal("none"),
    excludeCredentials: z.array(Descriptor),
    authenticatorSelection: z.strictObject({
      residentKey: z.enum(["required", "preferred", "discouraged"]),
      requireResidentKey: z.boolean(),
      userVerification: Verification,
    }),
  })
  .openapi("PasskeyCreationOptions");

export const Passkey = z
  .strictObject({
    id: z.string(),
    version: z.int(),
    name: z.string(),
    backedUp: z.boolean().openapi({ description: "是否由厂商账号同步到其他设备" }),
    createdAt: z.string(),
    lastUsedAt: z.string().nullable(),
  })
  .openapi("Passkey");

export const NewPasskey = z
  .strictObject({
    passkey: Passkey,
    recoveryCodes: z
      .array(z.string())
      .openapi({ description: "首次登记第二步验证时给出恢复码，只显示这一次；否则为空" }),
  })
  .openapi("NewPasskey");

/** Field by field: the public key stays here. */
export function toPasskey({ passkey, version }: VersionedPasskey): z.infer<typeof Passkey> {
  const { id, name, backedUp, createdAt, lastUsedAt } = passkey;
  return { id, version, name, backedUp, createdAt, lastUsedAt };
}
