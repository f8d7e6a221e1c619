import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from "node:crypto";

/** OWASP's least for scrypt (2024): N = 2^17, r = 8, p = 1. */
const COST = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };
const MAGIC = Buffer.from("huiyin-keys-v1\n");
const [SALT, NONCE, TAG] = [16, 12, 16];

/** The passphrase is not the one, or the file was changed. */
export class WrongPassphrase extends Error {
  override name = "WrongPassphrase";
}

/** AES-256-GCM under a key made of the passphrase: header, salt, nonce, tag, words. */
export function sealKeys(plain: Uint8Array, passphrase: string): Uint8Array {
  const salt = randomBytes(SALT);
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", scryptSync(passphrase, salt, 32, COST), nonce);
  cipher.setAAD(MAGIC);
  const words = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([MAGIC, salt, nonce, cipher.getAuthTag(), words]);
}

/** Throws WrongPassphrase. */
export function openKeys(sealed: Uint8Array, passphrase: string): Uint8Array {
  const bytes = Buffer.from(sealed);
  const at = MAGIC.length;
  if (!bytes.subarray(0, at).equals(MAGIC)) throw new WrongPassphrase("Failed to open keys: no sealed keys");
  const salt = bytes.subarray(at, at + SALT);
  const nonce = bytes.subarray(at + SALT, at + SALT + NONCE);
  const tag = bytes.subarray(at + SALT + NONCE, at + SALT + NONCE + TAG);
  const decipher = createDecipheriv("aes-256-gcm", scryptSync(passphrase, salt, 32, COST), nonce);
  decipher.setAAD(MAGIC);
  decipher.setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(bytes.subarray(at + SALT + NONCE + TAG)), decipher.final()]);
  } catch {
    throw new WrongPassphrase("Failed to open keys: another passphrase, or another file");
  }
}
