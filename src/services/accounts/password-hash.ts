import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import { normalisePassword } from "#domain/account/password.ts";

type Parameters = { readonly ln: number; readonly r: number; readonly p: number };

/** ASVS 5.0 appendix C; 32 MiB, so that it runs on an edge isolate too (security reference §2.1). */
export const PARAMETERS: Parameters = { ln: 15, r: 8, p: 3 };
const SALT_BYTES = 16;
const HASH_BYTES = 32;

async function derive(password: string, salt: Buffer, { ln, r, p }: Parameters): Promise<Buffer> {
  const options = { N: 2 ** ln, r, p, maxmem: 2 * 128 * r * 2 ** ln };
  return await new Promise((resolve, reject) => {
    scrypt(normalisePassword(password), salt, HASH_BYTES, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

const encode = (bytes: Buffer) => bytes.toString("base64").replace(/=+$/, "");

/** `$scrypt$ln=15,r=8,p=3$salt$hash`: parameters travel with the hash, so they can grow. */
function format({ ln, r, p }: Parameters, salt: Buffer, hash: Buffer): string {
  return `$scrypt$ln=${ln},r=${r},p=${p}$${encode(salt)}$${encode(hash)}`;
}

function parse(stored: string): { parameters: Parameters; salt: Buffer; hash: Buffer } | undefined {
  const match = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(stored);
  if (!match) return undefined;
  const [, ln, r, p, salt = "", hash = ""] = match;
  const parameters = { ln: Number(ln), r: Number(r), p: Number(p) };
  return { parameters, salt: Buffer.from(salt, "base64"), hash: Buffer.from(hash, "base64") };
}

export async function hashPassword(password: string, parameters: Parameters = PARAMETERS): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  return format(parameters, salt, await derive(password, salt, parameters));
}

/** Stands in where there is no account, so that the answer takes as long (ASVS 6.3.8). No password has this hash. */
const NOBODY = format(PARAMETERS, Buffer.alloc(SALT_BYTES), Buffer.alloc(HASH_BYTES));

export async function verifyPassword(password: string, stored: string | null | undefined): Promise<boolean> {
  const known = parse(stored ?? NOBODY);
  if (!known) return false;
  const hash = await derive(password, known.salt, known.parameters);
  return known.hash.length === hash.length && timingSafeEqual(known.hash, hash) && typeof stored === "string";
}

/** The stored hash was made with other parameters than today's. */
export function isOutdatedHash(stored: string): boolean {
  const { ln, r, p } = parse(stored)?.parameters ?? { ln: 0, r: 0, p: 0 };
  return ln !== PARAMETERS.ln || r !== PARAMETERS.r || p !== PARAMETERS.p;
}
