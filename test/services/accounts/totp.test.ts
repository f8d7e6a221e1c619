import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeBase32, encodeBase32 } from "#services/accounts/base32.ts";
import { findTotpStep, makeTotpCode, toTotpStep, toTotpUri } from "#services/accounts/totp.ts";

/** RFC 6238 appendix B, SHA-1: the secret is "12345678901234567890". */
const SECRET = encodeBase32(Buffer.from("12345678901234567890"));

describe("TOTP", () => {
  it.each([
    [59, "94287082"],
    [1111111109, "07081804"],
    [1111111111, "14050471"],
    [1234567890, "89005924"],
    [2000000000, "69279037"],
    [20000000000, "65353130"],
  ])("at %d s is %s as RFC 6238 has it", (seconds, code) => {
    expect(makeTotpCode(SECRET, toTotpStep(seconds * 1000), 8)).toBe(code);
  });

  it.each([755224, 287082, 359152, 969429, 338314, 254676, 287922, 162583, 399871, 520489])(
    "of RFC 4226 appendix D gives %d",
    (code) => {
      const codes = Array.from({ length: 10 }, (_, counter) => Number(makeTotpCode(SECRET, counter)));
      expect(codes).toContain(code);
    },
  );

  const at = 1_781_485_200_000;
  const step = toTotpStep(at);
  it.each([
    [-2, undefined],
    [-1, step - 1],
    [0, step],
    [1, step + 1],
    [2, undefined],
  ])("a code %d steps away belongs to %s", (away, found) => {
    expect(findTotpStep(SECRET, makeTotpCode(SECRET, step + away), at)).toBe(found);
  });

  it.each(["", "12345", "1234567", "abcdef", "１２３４５６"])("%j is no code", (code) => {
    expect(findTotpStep(SECRET, code, at)).toBeUndefined();
  });

  it("tells the app whose it is", () => {
    expect(new URL(toTotpUri(SECRET, "li.na")).searchParams.get("secret")).toBe(SECRET);
    expect(decodeURIComponent(toTotpUri(SECRET, "li.na"))).toContain("回音:li.na");
  });
});

describe("base32", () => {
  it.each([
    ["f", "MY"],
    ["fo", "MZXQ"],
    ["foo", "MZXW6"],
    ["foobar", "MZXW6YTBOI"],
  ])("of %s is %s (RFC 4648 §10)", (text, code) => expect(encodeBase32(Buffer.from(text))).toBe(code));

  it("goes there and back", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        expect(decodeBase32(encodeBase32(bytes))).toEqual(bytes);
      }),
    );
  });

  it("takes nothing else", () => expect(() => decodeBase32("A1")).toThrow(RangeError));
});
