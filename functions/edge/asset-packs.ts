import type { Assets } from "./bindings.ts";

/** Folder of the packs among the assets; nothing in it is served as it is. */
export const PACKS = "_packs/";
/** Holds how many there are. */
export const PACK_COUNT = `${PACKS}count`;
export const packName = (number: number): string => `${PACKS}${number}`;
export const pieceName = (path: string, piece: number): string => `${PACKS}pieces/${path}.${piece}`;

/** In which of `count` packs a file lies (FNV-1a), so that no list of all files has to be read to find one. */
export function packNumber(path: string, count: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < path.length; at++) hash = Math.imul(hash ^ path.charCodeAt(at), 0x01000193);
  return (hash >>> 0) % count;
}

/** A file in a pack, or one too large for the platform: no bytes, and in how many pieces it lies beside the packs. */
export type PackedFile = {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly etag: string;
  readonly pieces: number;
};
type Line = readonly [path: string, from: number, length: number, etag: string, pieces: number];

const HEAD_LENGTH = 4;

/** Length of the head in four bytes, the head as JSON, the files one after the other. */
export function writePack(files: readonly PackedFile[]): Uint8Array {
  let end = 0;
  const lines = files.map(({ path, bytes, etag, pieces }): Line => {
    end += bytes.length;
    return [path, end - bytes.length, bytes.length, etag, pieces];
  });
  const head = new TextEncoder().encode(JSON.stringify(lines));
  const start = HEAD_LENGTH + head.length;
  const pack = new Uint8Array(start + end);
  new DataView(pack.buffer).setUint32(0, head.length);
  pack.set(head, HEAD_LENGTH);
  for (const [index, { bytes }] of files.entries()) pack.set(bytes, start + (lines[index]?.[1] ?? 0));
  return pack;
}

export function findInPack(pack: Uint8Array, path: string): PackedFile | undefined {
  const start = HEAD_LENGTH + new DataView(pack.buffer, pack.byteOffset).getUint32(0);
  const lines = JSON.parse(new TextDecoder().decode(pack.subarray(HEAD_LENGTH, start))) as Line[];
  const line = lines.find(([name]) => name === path);
  if (!line) return undefined;
  const [, from, length, etag, pieces] = line;
  return { path, bytes: pack.subarray(start + from, start + from + length), etag, pieces };
}

type OpenPiece = (piece: number) => Promise<Response | undefined>;

/** One piece after the other, as fast as the reader takes them; nothing is opened before the first is asked for. */
function joinPieces(open: OpenPiece, pieces: number): ReadableStream<Uint8Array> {
  let next = 0;
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  const openNext = async () => {
    const answer = await open(next++);
    if (!answer?.body) throw new Error("Failed to serve: a piece of a large file is not there");
    return answer.body.getReader();
  };
  const pull = async (controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> => {
    if (!reader && next === pieces) return controller.close();
    reader ??= await openNext();
    const { done, value } = await reader.read();
    if (!done) return controller.enqueue(value);
    reader = undefined;
    return await pull(controller);
  };
  return new ReadableStream({ pull, cancel: async () => await reader?.cancel() }, { highWaterMark: 0 });
}

/** Assets of which some lie in packs (pack-assets.ts): the same answers under the same addresses. One for each isolate. */
export function withPacks(assets: Assets): Assets {
  let count: number | undefined;

  const read = async (name: string, request: Request): Promise<Response | undefined> => {
    const answer = await assets.fetch(new Request(new URL(`/${name}`, request.url)));
    if (answer.ok) return answer;
    await answer.body?.cancel();
    return undefined;
  };

  async function findPacked(request: Request): Promise<PackedFile | undefined> {
    // The assets of a version never change.
    count ??= Number((await (await read(PACK_COUNT, request))?.text()) ?? 0);
    if (count === 0) return undefined;
    const path = decodeURI(new URL(request.url).pathname.slice(1));
    const pack = await read(packName(packNumber(path, count)), request);
    return pack && findInPack(new Uint8Array(await pack.arrayBuffer()), path);
  }

  return {
    fetch: async (request) => {
      const answer = await assets.fetch(request);
      if (answer.status !== 404) return answer;
      const found = await findPacked(request);
      if (!found) return answer;
      const headers = { ETag: found.etag };
      if (request.headers.get("If-None-Match")?.includes(found.etag))
        return new Response(null, { status: 304, headers });
      const { path, bytes, pieces } = found;
      const open: OpenPiece = async (piece) => await read(encodeURI(pieceName(path, piece)), request);
      return new Response(pieces > 0 ? joinPieces(open, pieces) : (bytes as Uint8Array<ArrayBuffer>), { headers });
    },
  };
}
