/** Pairs that together cover a phrase: every second one, and the last. */
export function coverOffsets(length: number): number[] {
  const offsets = Array.from({ length: Math.floor(length / 2) }, (_, place) => place * 2);
  return length % 2 === 1 && length > 1 ? [...offsets, length - 2] : offsets;
}

function keepShifted(starts: Uint32Array<ArrayBuffer>, list: Uint32Array, offset: number): Uint32Array<ArrayBuffer> {
  const kept = new Uint32Array(Math.min(starts.length, list.length));
  let count = 0;
  let at = 0;
  for (const start of starts) {
    const wanted = start + offset;
    while (at < list.length && (list[at] ?? 0) < wanted) at++;
    if (list[at] === wanted) kept[count++] = start;
  }
  return kept.subarray(0, count);
}

/** Positions at which a phrase begins. @param lists positions of the pair at each offset of its cover */
export function findPhrase(
  lists: readonly { readonly offset: number; readonly positions: Uint32Array }[],
): Uint32Array {
  const [first, ...rest] = lists.toSorted((a, b) => a.positions.length - b.positions.length);
  if (!first) return new Uint32Array();
  let starts = first.positions.filter((at) => at >= first.offset).map((at) => at - first.offset);
  for (const { offset, positions } of rest) starts = keepShifted(starts, positions, offset);
  return starts;
}

/** First position of each record, and the end behind the last. */
export function toStarts(lengths: readonly number[]): Uint32Array {
  const starts = new Uint32Array(lengths.length + 1);
  for (const [place, length] of lengths.entries()) starts[place + 1] = (starts[place] ?? 0) + length;
  return starts;
}

/** Calls `visit` with the record and the place in it, for each position in turn. */
export function visitRecords(
  positions: Uint32Array,
  starts: Uint32Array,
  visit: (ordinal: number, inside: number, position: number) => void,
): void {
  let ordinal = 0;
  for (const position of positions) {
    while ((starts[ordinal + 1] ?? Number.POSITIVE_INFINITY) <= position) ordinal++;
    visit(ordinal, position - (starts[ordinal] ?? 0), position);
  }
}
