const B_TREE_PAGES = new Set([2, 5, 10, 13]);
const INTERIOR_PAGES = new Set([2, 5]);
const FILE_HEADER = 100;

function sizeOfPage(view: DataView): number {
  const size = view.getUint16(16);
  return size === 1 ? 65_536 : size;
}

/** As many pages as its header says, and nothing more. */
export function isWhole(bytes: Uint8Array): boolean {
  if (bytes.length < FILE_HEADER) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return bytes.length === sizeOfPage(view) * view.getUint32(28);
}

/** Blocks within a page that hold no cell: the gap before the cells, and the chain of freed ones. */
function* freeBlocks(page: DataView, head: number): Generator<[from: number, to: number]> {
  const cells = page.getUint16(head + 3);
  const pointersEnd = head + (INTERIOR_PAGES.has(page.getUint8(head)) ? 12 : 8) + 2 * cells;
  yield [pointersEnd, page.getUint16(head + 5) || page.byteLength];
  let at = page.getUint16(head + 1);
  while (at > 0 && at + 4 <= page.byteLength) {
    yield [at + 4, at + page.getUint16(at + 2)];
    const next = page.getUint16(at);
    // They stand in rising order (SQLite file format §1.6).
    if (next <= at) return;
    at = next;
  }
}

/** What the pages of a SQLite file hold besides its rows, where something deleted may still stand; whole overflow pages too. */
export function* readFreeSpace(bytes: Uint8Array): Generator<Uint8Array> {
  const size = sizeOfPage(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  for (let start = 0; start < bytes.length; start += size) {
    const end = Math.min(start + size, bytes.length);
    const page = new DataView(bytes.buffer, bytes.byteOffset + start, end - start);
    const head = start === 0 ? FILE_HEADER : 0;
    if (end - start < size || !B_TREE_PAGES.has(page.getUint8(head))) {
      yield bytes.subarray(start, end);
      continue;
    }
    for (const [from, to] of freeBlocks(page, head)) {
      const block = bytes.subarray(start + from, Math.min(start + to, end));
      if (block.some((byte) => byte !== 0)) yield block;
    }
  }
}
