import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { RECEIPTS_PATH, toReceiptStatement, type ReceiptList } from "#domain/seal/receipt.ts";
import {
  hasTrueParts,
  isSaidBy,
  isSigned,
  isTrueList,
  partListOf,
  SEAL_PATH,
  type ListedFile,
  type ReleaseSeal,
} from "#domain/seal/release-seal.ts";

/** Gives a file of the site; undefined where there is none. */
export type FetchFile = (path: string) => Promise<Uint8Array<ArrayBuffer> | undefined>;

export type Verdict =
  | {
      readonly ok: true;
      readonly id: string;
      readonly root: string;
      readonly publicKey: string;
      readonly files: number;
    }
  | { readonly ok: false; readonly broken: string; readonly why: string };

const AT_ONCE = 8;

const sha256 = async (bytes: Uint8Array<ArrayBuffer>) => new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
const toHex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

export function fetchFromFolder(folder: string): FetchFile {
  return async (path) =>
    await readFile(join(folder, path)).then(
      (bytes) => new Uint8Array(bytes),
      () => undefined,
    );
}

/** @param url address of the site, with its base path */
export function fetchFromSite(url: string): FetchFile {
  const base = url.endsWith("/") ? url : `${url}/`;
  return async (path) => {
    const response = await fetch(new URL(encodeURI(path), base), { redirect: "follow" });
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
  };
}

/** Undefined where it is no JSON: then nothing in it can be true. */
function parse(bytes: Uint8Array | undefined): unknown {
  try {
    return bytes && JSON.parse(Buffer.from(bytes).toString());
  } catch {
    return undefined;
  }
}

/** The first file that is not as its list says, by path. */
async function findBroken(files: readonly ListedFile[], fetchFile: FetchFile): Promise<string | undefined> {
  for (let at = 0; at < files.length; at += AT_ONCE) {
    const batch = files.slice(at, at + AT_ONCE);
    const isTrue = await Promise.all(
      batch.map(async ({ path, sha256: hash }) => {
        const bytes = await fetchFile(path);
        return bytes !== undefined && toHex(await sha256(bytes)) === hash;
      }),
    );
    const broken = batch.find((_, index) => !isTrue[index]);
    if (broken) return broken.path;
  }
  return undefined;
}

async function areReceiptsTrue(list: ReceiptList | undefined, { publicKey }: ReleaseSeal): Promise<boolean> {
  if (!list?.receipts) return false;
  return await isSaidBy(publicKey, list.signature, toReceiptStatement(list.receipts), crypto.subtle);
}

/** Reads a whole site as an outsider can, and holds it against what it says of itself. Names the first broken file. */
export async function verifyRelease(fetchFile: FetchFile): Promise<Verdict> {
  const seal = parse(await fetchFile(SEAL_PATH)) as ReleaseSeal | undefined;
  if (!seal) return { ok: false, broken: SEAL_PATH, why: "没有取到发布说明，或内容不完整" };
  if (!(await isSigned(seal, crypto.subtle))) return { ok: false, broken: SEAL_PATH, why: "签名与内容不符" };
  if (!(await hasTrueParts(seal, sha256))) return { ok: false, broken: SEAL_PATH, why: "各部分的根与总根不符" };
  const receipts = await fetchFile(RECEIPTS_PATH);
  if (receipts && !(await areReceiptsTrue(parse(receipts) as ReceiptList | undefined, seal)))
    return { ok: false, broken: RECEIPTS_PATH, why: "更正和撤回记录的签名与内容不符" };
  let count = 0;
  for (const { name, root } of seal.parts) {
    const list = partListOf(name);
    const files = parse(await fetchFile(list)) as ListedFile[] | undefined;
    if (!files || !(await isTrueList(files, root, sha256))) return { ok: false, broken: list, why: "文件清单与根不符" };
    const broken = await findBroken(files, fetchFile);
    if (broken !== undefined) return { ok: false, broken, why: "文件缺少，或内容与清单不符" };
    count += files.length;
  }
  return { ok: true, id: seal.id, root: seal.root, publicKey: seal.publicKey, files: count };
}
