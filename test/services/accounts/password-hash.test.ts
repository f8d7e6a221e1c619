import { expect, it } from "vitest";
import { PARAMETERS, hashPassword, isOutdatedHash, verifyPassword } from "#services/accounts/password-hash.ts";

const SMALL = { ln: 10, r: 8, p: 1 };
const PASSWORD = "梧桐树下三把旧藤椅真凉快";

it("is made as ASVS appendix C asks, with a salt each", async () => {
  expect(PARAMETERS).toEqual({ ln: 15, r: 8, p: 3 });
  const [one, two] = [await hashPassword(PASSWORD), await hashPassword(PASSWORD)];
  expect(one).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
  expect(one).not.toBe(two);
  expect(await verifyPassword(PASSWORD, two)).toBe(true);
  expect(await verifyPassword(`${PASSWORD} `, two)).toBe(false);
});

it("opens with what the same keys compose elsewhere", async () => {
  const stored = await hashPassword("caf\u00E9 au lait 7 tasses", SMALL);
  expect(await verifyPassword("cafe\u0301 au lait 7 tasses", stored)).toBe(true);
});

it("made with other parameters still opens, and is outdated", async () => {
  const old = await hashPassword(PASSWORD, SMALL);
  expect(await verifyPassword(PASSWORD, old)).toBe(true);
  expect(isOutdatedHash(old)).toBe(true);
  expect(isOutdatedHash(await hashPassword(PASSWORD))).toBe(false);
});

it.each([null, undefined, "", "plain", "$scrypt$ln=15,r=8,p=3$x", "$argon2id$v=19$m=1$a$b"])(
  "%j opens to nobody",
  async (stored) => {
    expect(await verifyPassword(PASSWORD, stored)).toBe(false);
    expect(await verifyPassword("", stored)).toBe(false);
  },
);
