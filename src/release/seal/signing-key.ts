import { createHmac } from "node:crypto";
import { chmod, link, mkdir, open, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { SEAL_PATH, type ReleaseSeal } from "#domain/seal/release-seal.ts";
import { KeyLost } from "../errors.ts";

export type SigningKey = {
  /** Raw, base64url. */
  readonly publicKey: string;
  readonly sign: (statement: string) => Promise<string>;
  /**
   * 32 bytes, hex, that nobody without the key can guess; the same for the same words, so that equal sites have equal roots
   * and whoever holds the key can say again what an old root stood for.
   */
  readonly saltFor: (words: string) => string;
};

const FOLDER = "keys";
const FILE = "release-ed25519.json";

async function makeKey(path: string): Promise<JsonWebKey> {
  const pair = await crypto.subtle.generateKey("Ed25519", true, ["sign", "verify"]);
  const jwk = await crypto.subtle.exportKey("jwk", pair.privateKey);
  const own = `${path}.${process.pid}`;
  const file = await open(own, "w", 0o600);
  await file.writeFile(JSON.stringify(jwk));
  await file.sync();
  await file.close();
  // Whoever comes first: a link appears whole or not at all.
  await link(own, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
  await rm(own, { force: true });
  return (await readKey(path)) ?? jwk;
}

async function readKey(path: string): Promise<JsonWebKey | undefined> {
  try {
    return JSON.parse(await readFile(path, "utf8")) as JsonWebKey;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw new KeyLost("Failed to sign: the signing key cannot be read", { cause: error });
  }
}

/** Throws KeyLost where it is there and is none. */
async function importKey(jwk: JsonWebKey): Promise<CryptoKey> {
  return await crypto.subtle.importKey("jwk", jwk, "Ed25519", false, ["sign"]).catch((error: unknown) => {
    throw new KeyLost("Failed to sign: the signing key is damaged", { cause: error });
  });
}

async function readPublicKey(site: string): Promise<string | undefined> {
  try {
    return (JSON.parse(await readFile(join(site, SEAL_PATH), "utf8")) as ReleaseSeal).publicKey;
  } catch {
    return undefined;
  }
}

/**
 * Whoever keeps the public key of this site must be able to go by it: throws KeyLost where the key that signed the release
 * in `site` is gone or was replaced.
 */
export async function assertSameKey(dataFolder: string, site: string): Promise<void> {
  const known = await readPublicKey(site);
  const jwk = known === undefined ? undefined : await readKey(join(dataFolder, FOLDER, FILE));
  if (known !== undefined && jwk?.x !== known)
    throw new KeyLost("Failed to sign: the signing key is not the one before");
}

/** The key by which releases of this data folder are signed; made with the first one, readable by its owner alone. */
export async function openSigningKey(dataFolder: string): Promise<SigningKey> {
  const folder = join(dataFolder, FOLDER);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, FILE);
  const jwk = (await readKey(path)) ?? (await makeKey(path));
  await chmod(path, 0o600);
  const key = await importKey(jwk);
  return {
    publicKey: jwk.x ?? "",
    sign: async (statement) => {
      const signature = await crypto.subtle.sign("Ed25519", key, new TextEncoder().encode(statement));
      return Buffer.from(signature).toString("base64url");
    },
    saltFor: (words) =>
      createHmac("sha256", `huiyin-salt-v1\0${jwk.d ?? ""}`)
        .update(words)
        .digest("hex"),
  };
}
