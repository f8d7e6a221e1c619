import type { KeyObject } from "node:crypto";
import { createHmac, createSecretKey, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";
import { sha256 } from "../hash.ts";

/** What a key is used for: each use has a key of its own, derived by HKDF (RFC 5869), so that one says nothing of another. */
const PURPOSES = ["password", "code", "api-key", "totp", "challenge", "check"] as const;
export type Purpose = (typeof PURPOSES)[number];

type Of<Key> = Readonly<Record<Purpose, Key>>;
/** `mac`: the same keys made ready; an HMAC under plain bytes costs seven times as much, at every request. */
type Keys = { readonly id: string; readonly of: Of<Buffer>; readonly mac: Of<KeyObject> };

/** Kept outside the database: what is stolen with the database alone opens nothing (NIST SP 800-63B §3.1.1.2). */
export type Keyring = {
  /** What new rows are made with. */
  readonly current: Keys;
  /** By id: those of older rows too. */
  readonly keys: ReadonlyMap<string, Keys>;
};

const SECRET_BYTES = 32;
const ENTRY = /^([a-z0-9]{1,16}):([A-Za-z0-9_-]{43})$/;

/** The text holds no keys that can be used: a sentence for whoever runs the machine. */
export class KeyringFault extends Error {
  override name = "KeyringFault";
}

function derive(id: string, secret: Buffer): Keys {
  const ofPurpose = (purpose: Purpose) =>
    Buffer.from(hkdfSync("sha256", secret, "", `huiyin ${purpose}`, SECRET_BYTES));
  const of = Object.fromEntries(PURPOSES.map((purpose) => [purpose, ofPurpose(purpose)])) as Of<Buffer>;
  const mac = Object.fromEntries(PURPOSES.map((purpose) => [purpose, createSecretKey(of[purpose])])) as Of<KeyObject>;
  return { id, of, mac };
}

/** `id:secret`, 256 bits in base64url: as it stands in the file or in HUIYIN_SECRET. */
export function makeKeyEntry(): string {
  return `${randomBytes(4).toString("hex")}:${randomBytes(SECRET_BYTES).toString("base64url")}`;
}

/** Entries apart by commas, spaces or lines; the first is the current one. Throws KeyringFault. */
export function parseKeyring(text: string): Keyring {
  const entries = text.split(/[\s,]+/).filter((entry) => entry !== "");
  const keys = new Map<string, Keys>();
  for (const [index, entry] of entries.entries()) {
    const [, id = "", secret = ""] = ENTRY.exec(entry) ?? [];
    if (id === "") throw new KeyringFault(`第 ${index + 1} 个密钥的格式不对，应为“编号:43 位密钥”`);
    if (keys.has(id)) throw new KeyringFault(`密钥编号“${id}”重复`);
    keys.set(id, derive(id, Buffer.from(secret, "base64url")));
  }
  const [current] = keys.values();
  if (!current) throw new KeyringFault("其中没有密钥");
  return { current, keys };
}

function hmac(keys: Keys, purpose: Purpose, data: string | Uint8Array): Buffer {
  return createHmac("sha256", keys.mac[purpose]).update(data).digest();
}

const format = (keys: Keys, purpose: Purpose, data: string) =>
  `${keys.id}.${hmac(keys, purpose, data).toString("hex")}`;

/** `{key id}.{hex}` of the current key: what is stored of a long random text instead of it. */
export function digestOf({ current }: Keyring, purpose: Purpose, text: string): string {
  return format(current, purpose, sha256(text));
}

/** Every form in which the text may stand in a row: of each key, and the plain SHA-256 of rows from before there were keys. */
export function listDigests({ keys }: Keyring, purpose: Purpose, text: string): string[] {
  const plain = sha256(text);
  return [...[...keys.values()].map((key) => format(key, purpose, plain)), plain];
}

/** A plain SHA-256 as it would stand today: possible without the text, because the keyed form is made of it. */
export function toKeyedDigest({ current }: Keyring, purpose: Purpose, plain: string): string {
  return format(current, purpose, plain);
}

/** Of the current key. */
export function isCurrent({ current }: Keyring, stored: string): boolean {
  return stored.startsWith(`${current.id}.`);
}

/** The bytes under the key of this id; undefined: there is no such key. */
export function macWith({ keys }: Keyring, id: string, purpose: Purpose, data: Uint8Array): Buffer | undefined {
  const found = keys.get(id);
  return found && hmac(found, purpose, data);
}

/** Shows that a key is the one it says it is, and nothing more of it. */
export function checkValueOf(keyring: Keyring, id: string): string | undefined {
  return macWith(keyring, id, "check", Buffer.from("huiyin"))?.toString("hex");
}

export function isSameDigest(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}
