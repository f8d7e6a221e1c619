import { strToU8, zipSync } from "fflate";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openZip } from "#exchange/zip/open-zip.ts";
import { OFFICE_LIMITS } from "#exchange/zip/zip-limits.ts";
import { readFixture } from "../fixtures.ts";
import { concat, writeRawZip } from "../raw-zip.ts";
import { refusalOf } from "../refusal.ts";

const text = (value: string): Uint8Array => strToU8(value);
const blanks = (size: number): Uint8Array => new Uint8Array(size).fill(0x20);

describe("what is whole is opened", () => {
  test("what any writer packs comes out byte for byte", async () => {
    const file = fc.tuple(fc.stringMatching(/^[a-z]{1,8}$/), fc.uint8Array({ maxLength: 300 }));
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(file, { selector: ([name]) => name, maxLength: 6 }), async (files) => {
        const parts = await openZip(zipSync(Object.fromEntries(files)));
        expect(Object.fromEntries(parts)).toEqual(Object.fromEntries(files));
      }),
      { numRuns: 50 },
    );
  });

  test("entries with data descriptors, folders and stored entries are read", async () => {
    const workbook = await openZip(await readFixture("allocation/政协提案办理分配表.xlsx"));
    expect(workbook.has("xl/workbook.xml")).toBe(true);
    const parts = await openZip(
      writeRawZip([
        { name: "a/", data: text("") },
        { name: "a/b", data: text("x"), stored: true },
      ]),
    );
    expect([...parts.keys()]).toEqual(["a/b"]);
  });
});

describe("bounds", () => {
  test("a file over 10 MB is refused by size before anything else", async () => {
    const noise = new Uint8Array(12 * 1024 * 1024).map((_, index) => (index * 7919) % 251);
    const refusal = await refusalOf(() => openZip(noise));
    expect(refusal.code).toBe("too_large");
    expect(refusal.message).toContain("12.0 MB");
  });

  test("200 entries are read, 201 are not", async () => {
    const entries = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ name: `p${index}`, data: text("x") }));
    expect((await openZip(writeRawZip(entries(200)))).size).toBe(200);
    expect((await refusalOf(() => openZip(writeRawZip(entries(201))))).code).toBe("too_many_entries");
  });

  test("a small entry may have any ratio, a large one at most 100", async () => {
    const small = writeRawZip([{ name: "a", data: blanks(OFFICE_LIMITS.smallEntryBytes) }]);
    expect((await openZip(small)).get("a")?.length).toBe(OFFICE_LIMITS.smallEntryBytes);
    const bomb = writeRawZip([{ name: "a", data: blanks(OFFICE_LIMITS.smallEntryBytes + 1) }]);
    expect((await refusalOf(() => openZip(bomb))).code).toBe("zip_bomb");
  });

  test("more than 20 MB in all is refused", async () => {
    const half = writeRawZip([
      { name: "a", data: text("x"), declaredSize: 11 * 1024 * 1024 },
      { name: "b", data: text("x"), declaredSize: 11 * 1024 * 1024 },
    ]);
    expect((await refusalOf(() => openZip(half, { ...OFFICE_LIMITS, ratio: Number.MAX_SAFE_INTEGER }))).code).toBe(
      "zip_bomb",
    );
  });
});

describe("lies", () => {
  test("an entry that holds more or less than it declares is refused", async () => {
    const large = writeRawZip([{ name: "a", data: blanks(4 * 1024 * 1024), declaredSize: 100 }]);
    expect((await refusalOf(() => openZip(large))).code).toBe("length_mismatch");
    const small = writeRawZip([{ name: "a", data: text("abc"), declaredSize: 100 }]);
    expect((await refusalOf(() => openZip(small))).code).toBe("length_mismatch");
  });

  test("two directories: a second end record in the comment", async () => {
    const inner = writeRawZip([{ name: "evil", data: text("x") }]);
    const tail = String.fromCharCode(0x50, 0x4b, 5, 6);
    const file = writeRawZip([{ name: "a", data: text("x") }], `${tail}${"\0".repeat(18)}`);
    expect((await refusalOf(() => openZip(file))).code).toBe("two_directories");
    expect((await refusalOf(() => openZip(concat([inner, writeRawZip([{ name: "a", data: text("x") }])])))).code).toBe(
      "broken_zip",
    );
  });

  test("bytes before, between or after the entries are refused", async () => {
    const whole = writeRawZip([{ name: "a", data: text("x") }]);
    expect((await refusalOf(() => openZip(concat([whole, text("tail")])))).code).toBe("broken_zip");
    expect((await refusalOf(() => openZip(whole.subarray(0, whole.length - 5)))).code).toBe("broken_zip");
  });

  test("names that differ between header and directory, or only in case", async () => {
    const differ = writeRawZip([{ name: "a", localName: "b", data: text("x") }]);
    expect((await refusalOf(() => openZip(differ))).code).toBe("broken_zip");
    const twice = writeRawZip([
      { name: "word/Document.xml", data: text("x") },
      { name: "word/document.xml", data: text("y") },
    ]);
    expect((await refusalOf(() => openZip(twice))).code).toBe("duplicate_entry");
  });

  test("a wrong checksum is refused", async () => {
    expect((await refusalOf(() => openZip(writeRawZip([{ name: "a", data: text("x"), crc: 1 }])))).code).toBe(
      "broken_zip",
    );
  });

  test.each(["../../x", "..\\x", "C:\\x", "/etc/x", "a/./b", "a\0b", "\u202egpj.exe", "n".repeat(300)])(
    "name %j",
    async (name) => {
      expect((await refusalOf(() => openZip(writeRawZip([{ name, data: text("x") }])))).code).toBe("odd_entry_name");
    },
  );

  test("an encrypted entry is refused", async () => {
    expect((await refusalOf(() => openZip(writeRawZip([{ name: "a", data: text("x"), flags: 1 }])))).code).toBe(
      "encrypted",
    );
  });
});

describe("other files", () => {
  const compound = (stream: string): Uint8Array =>
    concat([
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
      new Uint8Array(1024),
      Uint8Array.from([...stream].flatMap((char) => [char.charCodeAt(0), 0])),
      new Uint8Array(64),
    ]);
  test.each([
    ["empty_file", new Uint8Array(0)],
    ["old_format_xls", compound("Workbook")],
    ["old_format_doc", compound("WordDocument")],
    ["encrypted", compound("EncryptedPackage")],
    ["wrong_type", text("%PDF-1.7")],
    ["wrong_type", text("<!DOCTYPE html><table>")],
    ["not_a_zip", Uint8Array.of(1, 2, 3, 0)],
    ["broken_zip", concat([Uint8Array.of(0x50, 0x4b, 3, 4), text("junk that only starts like an archive")])],
  ])("%s", async (code, bytes) => {
    expect((await refusalOf(() => openZip(bytes, OFFICE_LIMITS, "xlsx"))).code).toBe(code);
  });

  test("an old workbook is told how to convert", async () => {
    const { message } = await refusalOf(() => openZip(compound("Workbook"), OFFICE_LIMITS, "xlsx"));
    expect(message).toContain("在 Excel 或 WPS 中打开，另存为 .xlsx");
  });

  test("any bytes end in parts or in a refusal, never in another error", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.boolean(), async (bytes, signed) => {
        const file = signed ? concat([Uint8Array.of(0x50, 0x4b, 3, 4), bytes]) : bytes;
        expect((await refusalOf(() => openZip(file))).code).not.toBe("");
      }),
      { numRuns: 200 },
    );
  });
});
