import { PostingWriter } from "./postings.ts";
import { zoneAt, type Stream } from "./stream.ts";

/** Two characters side by side and where they stand, or (second = 0) one character and the records that hold it. */
export type Gram = { readonly first: number; readonly second: number; readonly postings: Uint8Array };

const SPACE = 0x20;

function numberPoints(streams: readonly Stream[]): { points: number[]; places: Uint32Array } {
  const places = new Uint32Array(0x11_0000);
  const points: number[] = [0];
  for (const { pieces } of streams) {
    for (const piece of pieces) {
      for (const point of piece.points) if (places[point] === 0) places[point] = points.push(point) - 1;
    }
  }
  return { points, places };
}

function countPairs(streams: readonly Stream[]): number {
  return streams.reduce(
    (sum, { pieces }) => sum + pieces.reduce((inside, { points }) => inside + Math.max(0, points.length - 1), 0),
    0,
  );
}

/** Each pair with its place as one number: sorting them is sorting by pair, then by place. */
function packPairs(streams: readonly Stream[], places: Uint32Array, size: number, end: number): Float64Array {
  if (size * size * end > Number.MAX_SAFE_INTEGER) throw new Error("The shard is too large to be indexed");
  const packed = new Float64Array(countPairs(streams));
  let count = 0;
  let start = 0;
  for (const { pieces, length } of streams) {
    for (const { at, points } of pieces) {
      for (let index = 1; index < points.length; index++) {
        const pair = (places[points[index - 1] ?? 0] ?? 0) * size + (places[points[index] ?? 0] ?? 0);
        packed[count++] = pair * end + start + at + index - 1;
      }
    }
    start += length;
  }
  return packed.sort();
}

/** Every two characters that stand side by side in a text, with their positions over all records. */
export function findPairs(streams: readonly Stream[]): Gram[] {
  const { points, places } = numberPoints(streams);
  const end = streams.reduce((sum, { length }) => sum + length, 0) + 1;
  const writer = new PostingWriter();
  const grams: Gram[] = [];
  let current = -1;
  const close = (): void => {
    if (current < 0) return;
    const first = points[Math.floor(current / points.length)] ?? 0;
    grams.push({ first, second: points[current % points.length] ?? 0, postings: writer.take() });
  };
  for (const value of packPairs(streams, places, points.length, end)) {
    const pair = Math.floor(value / end);
    if (pair !== current) {
      close();
      current = pair;
    }
    writer.add(value - pair * end);
  }
  close();
  return grams.toSorted((a, b) => a.first - b.first || a.second - b.second);
}

/** The best zone of each character of a record. */
function bestZones({ pieces }: Stream): Map<number, number> {
  const zones = new Map<number, number>();
  for (const { at, points } of pieces) {
    const zone = zoneAt(at);
    for (const point of points) if (zone < (zones.get(point) ?? 4)) zones.set(point, zone);
  }
  zones.delete(SPACE);
  return zones;
}

/** For a query of one character: the place of each record that holds it, times four, plus its best zone. */
export function findSingles(streams: readonly Stream[]): Gram[] {
  const lists = new Map<number, PostingWriter>();
  for (const [ordinal, stream] of streams.entries()) {
    for (const [point, zone] of bestZones(stream)) {
      const list = lists.get(point) ?? new PostingWriter();
      if (!lists.has(point)) lists.set(point, list);
      list.add(ordinal * 4 + zone);
    }
  }
  return [...lists]
    .map(([first, list]) => ({ first, second: 0, postings: list.take() }))
    .toSorted((a, b) => a.first - b.first);
}
