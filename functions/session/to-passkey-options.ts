import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/server";
import type { z } from "@hono/zod-openapi";
import type { CreationOptions, RequestOptions } from "./passkey-schema.ts";

const TIMEOUT = 300_000;

const toDescriptors = (keys: readonly { readonly id: string }[] | undefined) =>
  (keys ?? []).map(({ id }) => ({ id, type: "public-key" as const }));

export function toRequestOptions(options: PublicKeyCredentialRequestOptionsJSON): z.infer<typeof RequestOptions> {
  const { challenge, rpId = "", allowCredentials } = options;
  const keys = toDescriptors(allowCredentials);
  return { challenge, timeout: TIMEOUT, rpId, allowCredentials: keys, userVerification: "required" };
}

export function toCreationOptions(options: PublicKeyCredentialCreationOptionsJSON): z.infer<typeof CreationOptions> {
  const { challenge, rp, user, pubKeyCredParams, excludeCredentials } = options;
  return {
    challenge,
    rp: { id: rp.id ?? "", name: rp.name },
    user: { id: user.id, name: user.name, displayName: user.displayName },
    pubKeyCredParams: pubKeyCredParams.map(({ alg }) => ({ alg, type: "public-key" as const })),
    timeout: TIMEOUT,
    attestation: "none",
    excludeCredentials: toDescriptors(excludeCredentials),
    authenticatorSelection: { residentKey: "preferred", requireResidentKey: false, userVerification: "required" },
  };
}
