import { randomBytes, scrypt } from "node:crypto";
import { normalisePassword } from "#domain/account/password.ts";
import type { Keyring } from "../secrets/keyring.ts";
import { isSameDigest, macWith } from "../secrets/keyring.ts";

type Parameters = { readonly ln: number; readonly r: number; readonly p: number };

/** ASVS 5.0 appendix C; 32 MiB, so that it runs on an edge isolate too (security reference §2.1: PBKDF2 is capped there). */
export const PARAMETERS: Parameters = { ln: 15, r: 8, p: 3 };
const SALT_BYTES = 16;
const HASH_BYTES = 32;

type Stored = {
  readonly parameters: Parameters;
  /** Whose pepper it was made with; undefined: from before there were keys. */
  readonly keyId: string | undefined;
  readonly salt: Buffer;
  readonly hash: Buffer;
};

async function derive(password: string, salt: Buffer, { ln, r, p }: Parameters): Promise<Buffer> {
  const options = { N: 2 ** ln, r, p, maxmem: 2 * 128 * r * 2 ** ln };
  return await new Promise((resolve, reject) => {
    scrypt(normalisePassword(password), salt, HASH_BYTES, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

const encode = (bytes: Buffer) => bytes.toString("base64").replace(/=+$/, "");

/** `$scrypt$ln=15,r=8,p=3,k=id$salt$hash`: parameters travel with the hash, so they can grow. */
function format({ parameters: { ln, r, p }, keyId, salt, hash }: Stored): string {
  const key = keyId === undefined ? "" : `,k=${keyId}`;
  return `$scrypt$ln=${ln},r=${r},p=${p}${key}$${encode(salt)}$${encode(hash)}`;
}

const STORED =
  /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})(?:,k=([a-z0-9]{1,16}))?\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

function parse(stored: string): Stored | undefined {
  const match = STORED.exec(stored);
  if (!match) return undefined;
  const [, ln, r, p, keyId, salt = "", hash = ""] = match;
  const parameters = { ln: Number(ln), r: Number(r), p: Number(p) };
  return { parameters, keyId, salt: Buffer.from(salt, "base64"), hash: Buffer.from(hash, "base64") };
}

/** The pepper comes last, over what scrypt made: so older rows can take it without their password. */
function pepper(keyring: Keyring, keyId: string, derived: Buffer): Buffer | undefined {
  return macWith(keyring, keyId, "password", derived);
}

export async function hashPassword(
  keyring: Keyring,
  password: string,
  parameters: Parameters = PARAMETERS,
): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const plain = { parameters, keyId: undefined, salt, hash: await derive(password, salt, parameters) };
  return addPepper(keyring, format(plain));
}

/** The same hash with today's pepper; unchanged where it has one or is none. */
export function addPepper(keyring: Keyring, stored: string): string {
  const known = parse(stored);
  if (!known || known.keyId !== undefined) return stored;
  const keyId = keyring.current.id;
  const hash = pepper(keyring, keyId, known.hash);
  return hash ? format({ ...known, keyId, hash }) : stored;
}

/** Stands in where there is no account, so that the answer takes as long (ASVS 6.3.8). No password has this hash. */
const NOBODY: Stored = {
  parameters: PARAMETERS,
  keyId: undefined,
  salt: Buffer.alloc(SALT_BYTES),
  hash: Buffer.alloc(HASH_BYTES),
};

export async function verifyPassword(
  keyring: Keyring,
  password: string,
  stored: string | null | undefined,
): Promise<boolean> {
  const known = typeof stored === "string" ? parse(stored) : NOBODY;
  if (!known) return false;
  const { salt, parameters, keyId } = known;
  const derived = await derive(password, salt, parameters);
  const hash = keyId === undefined ? derived : pepper(keyring, keyId, derived);
  return hash !== undefined && isSameDigest(known.hash, hash) && known !== NOBODY;
}

/** The stored hash was made with other parameters, or another pepper, than today's. */
export function isOutdatedHash(keyring: Keyring, stored: string): boolean {
  const { parameters, keyId } = parse(stored) ?? NOBODY;
  const { ln, r, p } = parameters;
  return keyId !== keyring.current.id || ln !== PARAMETERS.ln || r !== PARAMETERS.r || p !== PARAMETERS.p;
}
