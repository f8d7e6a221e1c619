import { strToU8, zipSync } from "fflate";
import { expect, it } from "vitest";
import { readArtefact } from "#release/scan/scan-release.ts";

const TEXT = "拟将临江路地块收储后转让给某企业";
const NAME = "a.txt";
const plain = Buffer.from(zipSync({ [NAME]: [strToU8(TEXT), { level: 0 }] }));
const END = plain.length - 22;
const START = plain.readUInt32LE(END + 16);
const BIG = 0xffffffff;

const u64 = (value: number) => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
};

/** End of the directory as ZIP64 has it (APPNOTE 4.3.14, 4.3.15), and the old one behind it, which may refer to it. */
function withFarEnd(bytes: Buffer, refers: boolean): Buffer {
  const end = Buffer.from(bytes.subarray(END));
  const far = Buffer.alloc(24);
  far.writeUInt32LE(0x06064b50, 0);
  far.writeBigUInt64LE(44n, 4);
  far.writeUInt16LE(45, 12);
  far.writeUInt16LE(45, 14);
  const record = Buffer.concat([far, u64(1), u64(1), u64(END - START), u64(START)]);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(END), 8);
  locator.writeUInt32LE(1, 16);
  if (refers) {
    end.writeUInt16LE(0xffff, 8);
    end.writeUInt16LE(0xffff, 10);
    end.writeUInt32LE(BIG, 12);
    end.writeUInt32LE(BIG, 16);
  }
  return Buffer.concat([bytes.subarray(0, END), record, locator, end]);
}

/** Lengths or place of the entry in a ZIP64 extra field (APPNOTE 4.5.3). */
function withFarEntry(fields: readonly number[], values: readonly number[]): Buffer {
  const extra = Buffer.concat([Buffer.from([1, 0, values.length * 8, 0]), ...values.map(u64)]);
  const central = Buffer.from(plain.subarray(START, END));
  for (const field of fields) central.writeUInt32LE(BIG, field);
  central.writeUInt16LE(extra.length, 30);
  const end = Buffer.from(plain.subarray(END));
  end.writeUInt32LE(central.length + extra.length, 12);
  return Buffer.concat([plain.subarray(0, START), central, extra, end]);
}

async function readAll(bytes: Uint8Array): Promise<string> {
  let all = "";
  for await (const reading of readArtefact("data/a.zip", bytes)) all += reading;
  return all;
}

const size = Buffer.byteLength(TEXT);

it.each([
  ["an end that refers to it", withFarEnd(plain, true)],
  ["an end of its own, beside one that does not refer to it", withFarEnd(plain, false)],
  ["an entry with far lengths", withFarEntry([20, 24], [size, size])],
  ["an entry with one far length", withFarEntry([24], [size])],
  ["an entry at a far place", withFarEntry([42], [0])],
])("an archive that uses ZIP64 ends the release: %s", async (_, bytes) => {
  await expect(readAll(bytes)).rejects.toThrow("文件");
});

it("the same archive without it is read", async () => {
  expect(await readAll(plain)).toContain(TEXT);
});
