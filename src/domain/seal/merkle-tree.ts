/** SHA-256 of bytes: the browser's and Node's WebCrypto are the same. */
export type Sha256 = (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>;

function join(prefix: number, ...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(1 + parts.reduce((sum, part) => sum + part.length, 0));
  bytes[0] = prefix;
  let at = 1;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

export function toHex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function rootOf(leaves: readonly Uint8Array<ArrayBuffer>[], sha256: Sha256): Promise<Uint8Array<ArrayBuffer>> {
  const [only] = leaves;
  if (!only) return await sha256(new Uint8Array());
  if (leaves.length === 1) return only;
  let half = 1;
  while (half * 2 < leaves.length) half *= 2;
  const left = await rootOf(leaves.slice(0, half), sha256);
  return await sha256(join(1, left, await rootOf(leaves.slice(half), sha256)));
}

/** Merkle tree hash of RFC 6962 §2.1 over "name\0hash" of each, in the order given; hex. */
export async function findRoot(
  leaves: readonly (readonly [name: string, hash: string])[],
  sha256: Sha256,
): Promise<string> {
  const encoder = new TextEncoder();
  const hashed = leaves.map(async ([name, hash]) => await sha256(join(0, encoder.encode(`${name}\0${hash}`))));
  return toHex(await rootOf(await Promise.all(hashed), sha256));
}
