import { createHash, createPublicKey, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import type { KeyObject } from "node:crypto";

/** A security key in software: ES256, attestation none (W3C WebAuthn Level 3 §6). Each fault makes one answer wrong. */
export type Fault = {
  readonly origin?: string;
  readonly type?: string;
  readonly rpId?: string;
  readonly challenge?: string;
  readonly crossOrigin?: boolean;
  /** Without a finger or PIN. */
  readonly unverified?: boolean;
  readonly absent?: boolean;
  readonly signature?: string;
  readonly userHandle?: string;
};

type Credential = { readonly id: string; readonly key: KeyObject; readonly rpId: string; counter: number };

const FLAGS = { present: 0x01, verified: 0x04, attested: 0x40 };
const ORIGIN = "http://localhost";

const sha256 = (data: string | Uint8Array) => createHash("sha256").update(data).digest();
const encode = (data: string | Uint8Array) => Buffer.from(data).toString("base64url");

/** CBOR (RFC 8949) of what is needed here. */
function cbor(value: unknown): Buffer {
  const head = (major: number, size: number) => {
    if (size < 24) return Buffer.from([(major << 5) | size]);
    return Buffer.from(size < 256 ? [(major << 5) | 24, size] : [(major << 5) | 25, size >> 8, size & 255]);
  };
  if (typeof value === "number") return value >= 0 ? head(0, value) : head(1, -1 - value);
  if (value instanceof Uint8Array) return Buffer.concat([head(2, value.length), value]);
  if (typeof value === "string") return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (!(value instanceof Map)) throw new TypeError("Not needed here");
  return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, item]) => [cbor(key), cbor(item)])]);
}

function toCoseKey(key: KeyObject): Buffer {
  const { x = "", y = "" } = key.export({ format: "jwk" });
  const point = (text: string) => Buffer.from(text, "base64url");
  return cbor(
    new Map<number, unknown>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, point(x)],
      [-3, point(y)],
    ]),
  );
}

function toClientData(type: string, challenge: string, fault: Fault): string {
  const { origin = ORIGIN, crossOrigin = false } = fault;
  return JSON.stringify({ type: fault.type ?? type, challenge: fault.challenge ?? challenge, origin, crossOrigin });
}

function toHead(rpId: string, counter: number, more: number, fault: Fault): Buffer {
  const flags = (fault.absent ? 0 : FLAGS.present) | (fault.unverified ? 0 : FLAGS.verified) | more;
  const count = Buffer.alloc(4);
  count.writeUInt32BE(counter);
  return Buffer.concat([sha256(fault.rpId ?? rpId), Buffer.from([flags]), count]);
}

export type Authenticator = {
  /** The answer to PasskeyCreationOptions. */
  readonly create: (options: CreationLike, fault?: Fault) => object;
  /** The answer to PasskeyRequestOptions, by the last credential made for that site. */
  readonly get: (options: RequestLike, fault?: Fault) => object;
  /** Sets the count back, as in a copy made earlier. */
  readonly setCounter: (counter: number) => void;
  readonly lastId: () => string;
  /** COSE, base64url. */
  readonly lastPublicKey: () => string;
};
type CreationLike = { readonly challenge: string; readonly rp: { readonly id: string } };
type RequestLike = { readonly challenge: string; readonly rpId: string };

/** `counts`: whether it counts its uses; keys that are synchronised do not. */
export function makeAuthenticator({ counts = true } = {}): Authenticator {
  const made: Credential[] = [];
  const last = (): Credential => {
    const credential = made.at(-1);
    if (!credential) throw new Error("Nothing is registered");
    return credential;
  };
  const frame = (id: string, response: object) => ({ id, rawId: id, type: "public-key", response });
  return {
    lastId: () => last().id,
    lastPublicKey: () => encode(toCoseKey(createPublicKey(last().key))),
    setCounter: (counter) => {
      last().counter = counter;
    },
    create: ({ challenge, rp }, fault = {}) => {
      const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
      const rawId = randomBytes(32);
      const credential: Credential = { id: encode(rawId), key: privateKey, rpId: rp.id, counter: 0 };
      made.push(credential);
      const length = Buffer.from([0, rawId.length]);
      const attested = Buffer.concat([Buffer.alloc(16), length, rawId, toCoseKey(publicKey)]);
      const authData = Buffer.concat([toHead(rp.id, 0, FLAGS.attested, fault), attested]);
      const attestation = new Map<string, unknown>([
        ["fmt", "none"],
        ["attStmt", new Map()],
        ["authData", authData],
      ]);
      return frame(credential.id, {
        clientDataJSON: encode(toClientData("webauthn.create", challenge, fault)),
        attestationObject: encode(cbor(attestation)),
        transports: ["usb"],
      });
    },
    get: ({ challenge, rpId }, fault = {}) => {
      const credential = last();
      if (counts) credential.counter++;
      const authenticatorData = toHead(rpId, credential.counter, 0, fault);
      const clientData = toClientData("webauthn.get", challenge, fault);
      const signature = sign("sha256", Buffer.concat([authenticatorData, sha256(clientData)]), credential.key);
      return frame(credential.id, {
        clientDataJSON: encode(clientData),
        authenticatorData: encode(authenticatorData),
        signature: fault.signature ?? encode(signature),
        ...(fault.userHandle === undefined ? {} : { userHandle: encode(fault.userHandle) }),
      });
    },
  };
}
