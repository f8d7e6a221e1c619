import type { Gram } from "./grams.ts";
import { PostingWriter, readPostings } from "./postings.ts";

/** How the grams of a shard lie in files: what takes much room has a file of its own, the rest shares. */
export type GramLayout = {
  /** Files shared: a gram lies in the one that its characters give. */
  readonly buckets: number;
  /** First and second character of each gram with a file of its own, in the order of the files. */
  readonly own: readonly number[];
};

/** Bytes of a shared file, about: what a reader loads for a pair that is rare. */
const BUCKET = 2048;
/** From here on a gram would make others pay. */
const OWN = 1536;
const HEADER = 8;

export function bucketOf(first: number, second: number, buckets: number): number {
  const mixed = (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> 0;
  return mixed % buckets;
}

const widths = (values: readonly number[]): Uint8Array => {
  const writer = new PostingWriter();
  let sum = 0;
  for (const value of values) writer.add((sum += value));
  return writer.take();
};

/** Numbers of seven bits to the byte: how many grams, for each its characters and length; then the postings. */
export function encodeGrams(grams: readonly Gram[]): Uint8Array {
  const head = widths([
    grams.length,
    ...grams.flatMap(({ first, second, postings }) => [first, second, postings.length]),
  ]);
  const bytes = new Uint8Array(head.length + grams.reduce((sum, { postings }) => sum + postings.length, 0));
  bytes.set(head);
  let at = head.length;
  for (const { postings } of grams) {
    bytes.set(postings, at);
    at += postings.length;
  }
  return bytes;
}

/** Bytes that the first `count` numbers take. */
function lengthOf(bytes: Uint8Array, count: number): number {
  let at = 0;
  for (let left = count; left > 0; at++) if ((bytes[at] ?? 0) < 0x80) left--;
  return at;
}

/** @throws where the file is not whole: nothing but grams can lie in it */
export function decodeGrams(bytes: Uint8Array): Gram[] {
  const [count = 0] = readPostings(bytes.subarray(0, lengthOf(bytes, 1)));
  const length = lengthOf(bytes, 1 + 3 * count);
  const sums = readPostings(bytes.subarray(0, length));
  const valueAt = (index: number): number => (sums[index] ?? 0) - (sums[index - 1] ?? 0);
  let at = length;
  const grams = Array.from({ length: count }, (_, place): Gram => {
    const from = at;
    at += valueAt(3 * place + 3);
    return { first: valueAt(3 * place + 1), second: valueAt(3 * place + 2), postings: bytes.subarray(from, at) };
  });
  if (at !== bytes.length) throw new Error("A file of the search index is not whole");
  return grams;
}

const nameOfOwn = (place: number): string => `own-${place}`;
const nameOfBucket = (bucket: number): string => `b-${bucket}`;

/** Name of the file that holds the gram, if any file does. */
export function fileOfGram(layout: GramLayout, first: number, second: number): string {
  for (let at = 0; at < layout.own.length; at += 2) {
    if (layout.own[at] === first && layout.own[at + 1] === second) return nameOfOwn(at / 2);
  }
  return nameOfBucket(bucketOf(first, second, layout.buckets));
}

export function layGrams(grams: readonly Gram[]): { layout: GramLayout; files: ReadonlyMap<string, Uint8Array> } {
  const own = grams.filter(({ postings }) => postings.length > OWN);
  const rest = grams.filter(({ postings }) => postings.length <= OWN);
  const bytes = rest.reduce((sum, { postings }) => sum + postings.length + HEADER, 0);
  const buckets = Math.max(1, Math.ceil(bytes / BUCKET));
  const shared = Map.groupBy(rest, ({ first, second }) => bucketOf(first, second, buckets));
  const files = new Map(own.map((gram, place) => [nameOfOwn(place), encodeGrams([gram])]));
  for (let bucket = 0; bucket < buckets; bucket++)
    files.set(nameOfBucket(bucket), encodeGrams(shared.get(bucket) ?? []));
  return { layout: { buckets, own: own.flatMap(({ first, second }) => [first, second]) }, files };
}
