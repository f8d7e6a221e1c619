import { expect, it } from "vitest";
import { TEST_KEYRING } from "#test/support/app.ts";
import { PARAMETERS, hashPassword, isOutdatedHash, verifyPassword } from "#services/accounts/password-hash.ts";

const SMALL = { ln: 10, r: 8, p: 1 };
const PASSWORD = "梧桐树下三把旧藤椅真凉快";

it("is made as ASVS appendix C asks, with a salt each", async () => {
  expect(PARAMETERS).toEqual({ ln: 15, r: 8, p: 3 });
  const [one, two] = [await hashPassword(TEST_KEYRING, PASSWORD), await hashPassword(TEST_KEYRING, PASSWORD)];
  expect(one).toMatch(/^\$scrypt\$ln=15,r=8,p=3,k=test\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
  expect(one).not.toBe(two);
  expect(await verifyPassword(TEST_KEYRING, PASSWORD, two)).toBe(true);
  expect(await verifyPassword(TEST_KEYRING, `${PASSWORD} `, two)).toBe(false);
});

it("opens with what the same keys compose elsewhere", async () => {
  const stored = await hashPassword(TEST_KEYRING, "caf\u00E9 au lait 7 tasses", SMALL);
  expect(await verifyPassword(TEST_KEYRING, "cafe\u0301 au lait 7 tasses", stored)).toBe(true);
});

it("made with other parameters still opens, and is outdated", async () => {
  const old = await hashPassword(TEST_KEYRING, PASSWORD, SMALL);
  expect(await verifyPassword(TEST_KEYRING, PASSWORD, old)).toBe(true);
  expect(isOutdatedHash(TEST_KEYRING, old)).toBe(true);
  expect(isOutdatedHash(TEST_KEYRING, await hashPassword(TEST_KEYRING, PASSWORD))).toBe(false);
});

it.each([null, undefined, "", "plain", "$scrypt$ln=15,r=8,p=3$x", "$argon2id$v=19$m=1$a$b"])(
  "%j opens to nobody",
  async (stored) => {
    expect(await verifyPassword(TEST_KEYRING, PASSWORD, stored)).toBe(false);
    expect(await verifyPassword(TEST_KEYRING, "", stored)).toBe(false);
  },
);
