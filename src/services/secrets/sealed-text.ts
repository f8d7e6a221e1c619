import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { Keyring } from "./keyring.ts";

/** AES-256-GCM (NIST SP 800-38D): 96-bit nonce, random; as many texts as there are accounts, far below its limit. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A stored text cannot be read: its key is not there, or it was changed or moved to another row. */
export class Unreadable extends Error {
  override name = "Unreadable";
}

/** `{key id}.{base64url of nonce, ciphertext and tag}`; `owner` is bound in, so that it opens in its own row alone. */
export function sealText({ current }: Keyring, owner: string, text: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", current.of.totp, nonce).setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([nonce, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
  return `${current.id}.${sealed.toString("base64url")}`;
}

/** Throws Unreadable. What holds no dot was stored before there were keys, and stands as it is. */
export function openText({ keys }: Keyring, owner: string, stored: string): string {
  const dot = stored.indexOf(".");
  if (dot === -1) return stored;
  const key = keys.get(stored.slice(0, dot));
  const bytes = Buffer.from(stored.slice(dot + 1), "base64url");
  if (!key || bytes.length < NONCE_BYTES + TAG_BYTES) throw new Unreadable("No key opens this text");
  const decipher = createDecipheriv("aes-256-gcm", key.of.totp, bytes.subarray(0, NONCE_BYTES));
  decipher.setAAD(Buffer.from(owner)).setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]).toString();
  } catch (cause) {
    throw new Unreadable("The text was changed", { cause });
  }
}
