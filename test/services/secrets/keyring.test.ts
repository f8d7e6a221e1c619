import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  KeyringFault,
  checkValueOf,
  digestOf,
  isCurrent,
  listDigests,
  makeKeyEntry,
  parseKeyring,
  toKeyedDigest,
} from "#services/secrets/keyring.ts";
import { Unreadable, openText, sealText } from "#services/secrets/sealed-text.ts";
import { addPepper, hashPassword, isOutdatedHash, verifyPassword } from "#services/accounts/password-hash.ts";
import { sha256 } from "#services/hash.ts";

const entry = (id: string, letter: string) => `${id}:${letter.repeat(43)}`;
const ONE = parseKeyring(entry("one", "A"));
const TWO = parseKeyring(`${entry("two", "B")}\n${entry("one", "A")}\n`);
const OTHER = parseKeyring(entry("one", "C"));

describe("a keyring", () => {
  it("has the first key as its present one, and the others for older rows", () => {
    expect([TWO.current.id, [...TWO.keys.keys()]]).toEqual(["two", ["two", "one"]]);
    expect(parseKeyring(makeKeyEntry()).keys.size).toBe(1);
    expect(makeKeyEntry()).not.toBe(makeKeyEntry());
  });

  it.each([
    ["", "没有密钥"],
    [" \n", "没有密钥"],
    ["one", "第 1 个密钥的格式不对"],
    [`one:${"A".repeat(42)}`, "第 1 个密钥的格式不对"],
    [`one:${"A".repeat(44)}`, "第 1 个密钥的格式不对"],
    [`${entry("one", "A")},Two:${"A".repeat(43)}`, "第 2 个密钥的格式不对"],
    [`${entry("one", "A")},${entry("one", "B")}`, "重复"],
  ])("is none of %j", (text, sentence) => {
    expect(() => parseKeyring(text)).toThrow(KeyringFault);
    expect(() => parseKeyring(text)).toThrow(sentence);
  });

  it("never says what it holds when it refuses", () => {
    expect(() => parseKeyring(`one:${"S".repeat(42)}`)).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining("SSS") as string }),
    );
  });

  it("shows by a value which key it is, and another key of that name is another", () => {
    expect(checkValueOf(ONE, "one")).toBe(checkValueOf(TWO, "one"));
    expect(checkValueOf(ONE, "one")).not.toBe(checkValueOf(OTHER, "one"));
    expect(checkValueOf(ONE, "two")).toBeUndefined();
  });
});

describe("a digest", () => {
  it("is of one key and one purpose, and found again under a newer keyring", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const stored = digestOf(ONE, "code", text);
        expect(stored).not.toBe(digestOf(ONE, "api-key", text));
        expect(stored).not.toBe(digestOf(OTHER, "code", text));
        expect(listDigests(TWO, "code", text)).toContain(stored);
        expect([isCurrent(ONE, stored), isCurrent(TWO, stored)]).toEqual([true, false]);
      }),
      { numRuns: 50 },
    );
  });

  it("of before there were keys is found, and made into a keyed one without the text", () => {
    expect(listDigests(ONE, "api-key", "hy_x")).toContain(sha256("hy_x"));
    expect(toKeyedDigest(ONE, "api-key", sha256("hy_x"))).toBe(digestOf(ONE, "api-key", "hy_x"));
  });
});

describe("a sealed text", () => {
  it("opens for its owner alone, with its key alone, and only as it was", () => {
    const sealed = sealText(ONE, "actor-1", "GEZDGNBV");
    expect(sealed).not.toContain("GEZDGNBV");
    expect(sealText(ONE, "actor-1", "GEZDGNBV")).not.toBe(sealed);
    expect([openText(ONE, "actor-1", sealed), openText(TWO, "actor-1", sealed)]).toEqual(["GEZDGNBV", "GEZDGNBV"]);
    const spoilt = `${sealed.slice(0, -3)}${sealed.endsWith("AAA") ? "BBB" : "AAA"}`;
    for (const open of [
      () => openText(ONE, "actor-2", sealed),
      () => openText(OTHER, "actor-1", sealed),
      () => openText(ONE, "actor-1", sealText(TWO, "actor-1", "x")),
      () => openText(ONE, "actor-1", spoilt),
      () => openText(ONE, "actor-1", "one."),
    ])
      expect(open).toThrow(Unreadable);
  });

  it("of before there were keys stands as it is", () => expect(openText(ONE, "actor-1", "GEZDGNBV")).toBe("GEZDGNBV"));
});

describe("a password's pepper", () => {
  const SMALL = { ln: 10, r: 8, p: 1 };
  const PASSWORD = "梧桐树下三把旧藤椅真凉快";
  /** As it was stored before there were keys. */
  const OLD = "$scrypt$ln=10,r=8,p=1$AAAAAAAAAAAAAAAAAAAAAA$";

  it("is needed to compare it", async () => {
    const stored = await hashPassword(ONE, PASSWORD, SMALL);
    expect(await verifyPassword(ONE, PASSWORD, stored)).toBe(true);
    expect(await verifyPassword(TWO, PASSWORD, stored)).toBe(true);
    expect(await verifyPassword(OTHER, PASSWORD, stored)).toBe(false);
    expect(await verifyPassword(parseKeyring(entry("two", "B")), PASSWORD, stored)).toBe(false);
  });

  it("makes a hash outdated when it is no longer the present one", async () => {
    const stored = await hashPassword(ONE, PASSWORD);
    expect([isOutdatedHash(ONE, stored), isOutdatedHash(TWO, stored)]).toEqual([false, true]);
  });

  it("is added to an old hash without the password, once", async () => {
    const { scryptSync } = await import("node:crypto");
    const hash = scryptSync(PASSWORD, Buffer.alloc(16), 32, { N: 1024, r: 8, p: 1 });
    const old = `${OLD}${hash.toString("base64").replace(/=+$/, "")}`;
    expect([await verifyPassword(ONE, PASSWORD, old), isOutdatedHash(ONE, old)]).toEqual([true, true]);
    const peppered = addPepper(ONE, old);
    expect(peppered).toContain(",k=one$");
    expect(addPepper(ONE, peppered)).toBe(peppered);
    expect(await verifyPassword(ONE, PASSWORD, peppered)).toBe(true);
    expect(await verifyPassword(OTHER, PASSWORD, peppered)).toBe(false);
  });
});
