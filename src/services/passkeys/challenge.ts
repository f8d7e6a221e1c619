import { randomBytes } from "node:crypto";
import { insertSpentChallenge } from "#db/writes/passkeys.ts";
import type { Transaction } from "#db/open.ts";
import { PENDING_LIFE } from "#domain/account/session-life.ts";
import type { Context } from "../context.ts";
import { sha256 } from "../hash.ts";
import type { Keyring } from "../secrets/keyring.ts";
import { isSameDigest, macWith } from "../secrets/keyring.ts";

/**
 * What a challenge is for, and who alone may answer it: a session or a half signed in one (hash of its token);
 * signing in without a password is nobody's.
 */
export type ChallengeUse = { readonly act: "register" | "sign_in" | "step_up"; readonly holder: string };

const RANDOM_BYTES = 16;
const TIME_BYTES = 6;
const HEAD_BYTES = RANDOM_BYTES + TIME_BYTES;
const MAC_BYTES = 16;

function sign(keyring: Keyring, id: string, head: Buffer, { act, holder }: ChallengeUse): Buffer | undefined {
  const said = Buffer.concat([head, Buffer.from(`${act}:${holder}`)]);
  return macWith(keyring, id, "challenge", said)?.subarray(0, MAC_BYTES);
}

/** 128 random bits, the end of its five minutes, and our sign on both: nothing is kept until it is answered. */
export function makeChallenge({ keyring, now }: Pick<Context, "keyring" | "now">, use: ChallengeUse): string {
  const head = Buffer.alloc(HEAD_BYTES);
  randomBytes(RANDOM_BYTES).copy(head);
  head.writeUIntBE(now().getTime() + PENDING_LIFE, RANDOM_BYTES, TIME_BYTES);
  const mac = sign(keyring, keyring.current.id, head, use) ?? Buffer.alloc(0);
  return Buffer.concat([head, mac]).toString("base64url");
}

/** Ours, for this use, and not too old. */
export function isOpenChallenge(
  { keyring, now }: Pick<Context, "keyring" | "now">,
  challenge: string,
  use: ChallengeUse,
): boolean {
  const bytes = Buffer.from(challenge, "base64url");
  if (bytes.length !== HEAD_BYTES + MAC_BYTES || bytes.toString("base64url") !== challenge) return false;
  const head = bytes.subarray(0, HEAD_BYTES);
  const isOurs = [...keyring.keys.keys()].some((id) => {
    const mac = sign(keyring, id, head, use);
    return mac !== undefined && isSameDigest(mac, bytes.subarray(HEAD_BYTES));
  });
  return isOurs && now().getTime() < head.readUIntBE(RANDOM_BYTES, TIME_BYTES);
}

/** False where it was answered before: each is good once, of two at once for one. */
export async function spendChallenge(
  tx: Transaction,
  { now }: Pick<Context, "now">,
  challenge: string,
): Promise<boolean> {
  const at = now().getTime();
  const expiresAt = new Date(at + PENDING_LIFE).toISOString();
  return await insertSpentChallenge(tx, { hash: sha256(challenge), expiresAt }, new Date(at).toISOString());
}
