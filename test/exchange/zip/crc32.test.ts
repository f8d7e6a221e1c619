import { crc32 as crcOfNode } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { crc32 } from "#exchange/zip/crc32.ts";

test("the sum is the one that Node has, whatever the bytes and wherever they begin", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), fc.nat(7), (bytes, from) => {
      const some = bytes.subarray(from);
      expect(crc32(some)).toBe(crcOfNode(some));
    }),
  );
});

test("the check value of the algorithm (ISO 3309, “123456789”)", () => {
  expect(crc32(new TextEncoder().encode("123456789"))).toBe(0xcbf43926);
});
