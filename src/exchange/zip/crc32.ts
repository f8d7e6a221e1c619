const BYTES = 256;

/** A byte's share in the sum, with none to three bytes of zero behind it: so four bytes are taken in one step. */
const TABLES = [0, 1, 2, 3].map(() => new Uint32Array(BYTES)) as [Uint32Array, Uint32Array, Uint32Array, Uint32Array];
const [LAST, THIRD, SECOND, FIRST] = TABLES;

for (let byte = 0; byte < BYTES; byte++) {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  LAST[byte] = value;
}
for (let byte = 0; byte < BYTES; byte++) {
  let value = LAST[byte] as number;
  for (const table of [THIRD, SECOND, FIRST]) {
    value = (value >>> 8) ^ (LAST[value & 0xff] as number);
    table[byte] = value;
  }
}

/** CRC-32 of ISO 3309, as ZIP stores it. */
export function crc32(bytes: Uint8Array): number {
  let crc = -1;
  let at = 0;
  for (const end = bytes.length - 3; at < end; at += 4) {
    const [one, two, three, four] = [bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]] as number[] as [
      number,
      number,
      number,
      number,
    ];
    crc =
      (FIRST[(crc ^ one) & 0xff] as number) ^
      (SECOND[((crc >>> 8) ^ two) & 0xff] as number) ^
      (THIRD[((crc >>> 16) ^ three) & 0xff] as number) ^
      (LAST[((crc >>> 24) ^ four) & 0xff] as number);
  }
  for (; at < bytes.length; at++) crc = (crc >>> 8) ^ (LAST[(crc ^ (bytes[at] as number)) & 0xff] as number);
  return ~crc >>> 0;
}
