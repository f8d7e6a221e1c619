import { z } from "zod";

/** Credentials as a browser's `toJSON()` gives them (WebAuthn §5.1). Base64url, bounded. */
const Bytes = z
  .string()
  .max(20_000, "通行密钥的数据过大")
  .regex(/^[A-Za-z0-9_-]*$/, "通行密钥的数据格式不对");
const CredentialId = Bytes.min(1).max(1400);
const Transport = z.string().max(20);

const parts = {
  id: CredentialId,
  rawId: CredentialId,
  type: z.literal("public-key"),
  authenticatorAttachment: z.enum(["platform", "cross-platform"]).optional(),
  clientExtensionResults: z.looseObject({}).default({}),
};

export const RegistrationResponse = z.strictObject({
  ...parts,
  response: z.strictObject({
    clientDataJSON: Bytes,
    attestationObject: Bytes,
    authenticatorData: Bytes.optional(),
    transports: z.array(Transport).max(10).default([]),
    publicKey: Bytes.optional(),
    publicKeyAlgorithm: z.int().optional(),
  }),
});
export type RegistrationResponse = z.infer<typeof RegistrationResponse>;

export const AuthenticationResponse = z.strictObject({
  ...parts,
  response: z.strictObject({
    clientDataJSON: Bytes,
    authenticatorData: Bytes,
    signature: Bytes,
    userHandle: Bytes.nullish(),
  }),
});
export type AuthenticationResponse = z.infer<typeof AuthenticationResponse>;

const ClientData = z.object({ challenge: z.string(), crossOrigin: z.boolean().optional() });

/** The challenge that was answered; undefined: none that can be read, or answered in a frame of another site. */
export function findChallenge(clientDataJSON: string): string | undefined {
  try {
    const data = ClientData.parse(JSON.parse(Buffer.from(clientDataJSON, "base64url").toString()));
    return data.crossOrigin === true ? undefined : data.challenge;
  } catch {
    return undefined;
  }
}
