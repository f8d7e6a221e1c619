import { insertAccount, insertActor, insertApiKey, putActivationCode } from "#db/writes/accounts.ts";
import { insertSession } from "#db/writes/sessions.ts";
import { sessions } from "#db/schema/accounts.ts";
import { insertPasskey } from "#db/writes/passkeys.ts";
import { writeTransaction } from "#db/transaction.ts";
import { sha256 } from "#services/hash.ts";
import { makeChallenge } from "#services/passkeys/challenge.ts";
import { recordAudit } from "#services/audit.ts";
import { digestCode } from "#services/accounts/one-time-code.ts";
import { hashPassword } from "#services/accounts/password-hash.ts";
import { hashSessionToken } from "#services/accounts/session-token.ts";
import { makeTotpCode, toTotpStep } from "#services/accounts/totp.ts";
import { TEST_KEYRING } from "#test/support/app.ts";
import { makeAuthenticator } from "#test/support/authenticator.ts";
import { PASSWORD } from "#test/support/browser-session.ts";
import type { World } from "#test/support/world.ts";

/** One account in use, signed in and half signed in, and one that waits for its holder; all with fixed names. */
export const CLERK = "clerk-1";
export const WAITING = "clerk-2";
export const ACTIVATION = "AAAA-BBBB-CCCC-DDDD-EEEE-FFFF-GGGG-HHHH";
export const PENDING = "p".repeat(43);
const TOKEN = "t".repeat(43);
const SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const NOW = "2026-06-15T01:00:00.000Z";

export const CODE = makeTotpCode(SECRET, toTotpStep(Date.parse(NOW)));
export const COOKIE = { Cookie: `huiyin=${TOKEN}`, "Sec-Fetch-Site": "same-origin" };
/** Must stand in no answer. */
export const SECRETS = [SECRET, "$scrypt$", "passwordHash", "totpSecret"];

let hash: Promise<string> | undefined;

async function insertPerson(world: World, id: string, more: { passwordHash?: string; totpSecret?: string }) {
  await writeTransaction(world.db, async (tx) => {
    await insertActor(tx, { id, name: `陈${id}`, role: "unit", unitCode: "zhujian", createdAt: NOW });
    await insertAccount(tx, { actorId: id, login: id, ...more });
    const event = { action: "account.create", object: `account:${id}`, beforeHash: null, afterHash: null };
    await recordAudit(tx, world.system, event);
  });
}

export async function prepareAccounts(world: World): Promise<void> {
  hash ??= hashPassword(TEST_KEYRING, PASSWORD);
  await insertPerson(world, CLERK, { passwordHash: await hash, totpSecret: SECRET });
  await insertPerson(world, WAITING, {});
  const until = "2026-06-15T02:00:00.000Z";
  await writeTransaction(world.db, async (tx) => {
    await putActivationCode(tx, { actorId: WAITING, hash: digestCode(TEST_KEYRING, ACTIVATION), expiresAt: until });
    const session = { actorId: CLERK, createdAt: NOW, lastSeenAt: NOW, expiresAt: until };
    await insertSession(tx, { ...session, tokenHash: hashSessionToken(TOKEN) });
    await insertSession(tx, { ...session, tokenHash: hashSessionToken(PENDING, "pending"), pending: true });
  });
}

/** The clerk has just shown a second factor. */
export async function prepareSteppedUp(world: World): Promise<void> {
  await prepareAccounts(world);
  await world.db.update(sessions).set({ steppedUpAt: NOW });
}

const authenticator = makeAuthenticator();
const SITE = { id: "localhost", name: "" };
authenticator.create({ challenge: "", rp: SITE });
export const PASSKEY = authenticator.lastId();

/** The clerk has a passkey. */
export async function preparePasskey(world: World): Promise<void> {
  await prepareSteppedUp(world);
  const row = { id: PASSKEY, actorId: CLERK, name: "钥匙", publicKey: authenticator.lastPublicKey() };
  await writeTransaction(world.db, async (tx) => {
    await insertPasskey(tx, { ...row, counter: 0, transports: [], backedUp: false, createdAt: NOW });
    const event = { action: "passkey.register", object: `passkey:${PASSKEY}`, beforeHash: null, afterHash: null };
    await recordAudit(tx, world.system, event);
  });
}

const means = { keyring: TEST_KEYRING, now: () => new Date(NOW) };

/** What the clerk's passkey answers when asked for this. */
export function answerPasskey(act: "sign_in" | "step_up"): object {
  const holder = act === "sign_in" ? "" : hashSessionToken(TOKEN);
  return authenticator.get({ challenge: makeChallenge(means, { act, holder }), rpId: SITE.id });
}

/** What a new passkey answers when the clerk registers it. */
export function answerRegistration(): object {
  const challenge = makeChallenge(means, { act: "register", holder: hashSessionToken(TOKEN) });
  return makeAuthenticator().create({ challenge, rp: SITE });
}

export const SESSION_ID = sha256(`session:${hashSessionToken(TOKEN)}`).slice(0, 24);

/** The key `key-1` of a person of its own. */
export async function prepareKey(world: World): Promise<void> {
  await insertPerson(world, CLERK, {});
  await writeTransaction(world.db, async (tx) => {
    const times = { createdAt: NOW, expiresAt: "2027-06-15T01:00:00.000Z" };
    await insertApiKey(tx, { id: "key-1", actorId: CLERK, hash: "0".repeat(64), ...times });
    const event = { action: "key.create", object: "key:key-1", beforeHash: null, afterHash: null };
    await recordAudit(tx, world.system, event);
  });
}
