import { createHash } from "node:crypto";

const sha256 = (...parts: Uint8Array[]): Buffer => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
};

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

/** Largest power of two smaller than n. */
function split(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

function rootOf(leaves: readonly Buffer[]): Buffer {
  const [only] = leaves;
  if (!only) return sha256();
  if (leaves.length === 1) return only;
  const k = split(leaves.length);
  return sha256(NODE, rootOf(leaves.slice(0, k)), rootOf(leaves.slice(k)));
}

/** Merkle tree hash of RFC 6962 §2.1 over "name\0hash" of each, in the order given; hex. */
export function merkleRoot(leaves: readonly (readonly [name: string, hash: string])[]): string {
  return rootOf(leaves.map(([name, hash]) => sha256(LEAF, Buffer.from(`${name}\0${hash}`)))).toString("hex");
}
