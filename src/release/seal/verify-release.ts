import { readFile, readdir, stat } from "node:fs/promises";
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
      readonly createdAt: string;
      readonly previous: string | null;
      readonly root: string;
      readonly publicKey: string;
      readonly files: number;
    }
  | Broken;

type Broken = { readonly ok: false; readonly broken: string; readonly why: string };

/** The site does not answer, so nobody can tell. Says the address and what came of it. */
export class Unreachable extends Error {
  override name = "Unreachable";
  readonly url: string;
  readonly status: number | undefined;

  constructor(url: string, status?: number, cause?: unknown) {
    super(`Failed to fetch ${url}: ${status ?? "no answer"}`, { cause });
    this.url = url;
    this.status = status;
  }
}

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

/** Every file below a folder, by path; links to folders are followed, as in a release. */
export async function listFolder(folder: string, below = ""): Promise<string[]> {
  const files: string[] = [];
  for (const name of await readdir(join(folder, below))) {
    const path = below === "" ? name : `${below}/${name}`;
    const info = await stat(join(folder, path)).catch(() => undefined);
    if (info?.isDirectory()) files.push(...(await listFolder(folder, path)));
    else files.push(path);
  }
  return files;
}

/** @param url address of the site, with its base path. What it gives throws Unreachable */
export function fetchFromSite(url: string): FetchFile {
  const base = url.endsWith("/") ? url : `${url}/`;
  return async (path) => {
    // A path of the list is a path, whatever it looks like.
    const address = new URL(`./${encodeURI(path)}`, base).href;
    const response = await fetch(address, { redirect: "follow" }).catch((error: unknown) => {
      throw new Unreachable(address, undefined, error);
    });
    // Also what was taken down and waits for the next release.
    if (response.status >= 500) throw new Unreachable(address, response.status);
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

/** Why the receipts are not those of this release; undefined where they are. */
async function findReceiptFault(bytes: Uint8Array | undefined, seal: ReleaseSeal): Promise<string | undefined> {
  const list = parse(bytes) as ReceiptList | undefined;
  if (!Array.isArray(list?.receipts)) return "没有取到更正和撤回记录，或内容不完整";
  if (!(await isSaidBy(seal.publicKey, list.signature, toReceiptStatement(list), crypto.subtle)))
    return "更正和撤回记录的签名与内容不符";
  return list.root === seal.root ? undefined : "更正和撤回记录不是这一次发布的";
}

function isList(read: unknown): read is ListedFile[] {
  const isEntry = (item: unknown) =>
    typeof item === "object" && item !== null && "path" in item && typeof item.path === "string" && "sha256" in item;
  return Array.isArray(read) && read.every(isEntry);
}

async function readSeal(fetchFile: FetchFile): Promise<ReleaseSeal | Broken> {
  const broken = (why: string): Broken => ({ ok: false, broken: SEAL_PATH, why });
  const seal = parse(await fetchFile(SEAL_PATH)) as ReleaseSeal | undefined;
  if (!Array.isArray(seal?.parts)) return broken("没有取到发布说明，或内容不完整");
  if (!(await isSigned(seal, crypto.subtle))) return broken("签名与内容不符");
  if (!(await hasTrueParts(seal, sha256))) return broken("各部分的根与总根不符");
  return seal;
}

/** The files of a part, each as its list says; or the first that is not. */
async function readPart({ name, root, files }: ReleaseSeal["parts"][number], fetchFile: FetchFile) {
  const path = partListOf(name);
  const list = parse(await fetchFile(path));
  if (!isList(list) || !(await isTrueList(list, root, sha256)))
    return { ok: false, broken: path, why: "文件清单与根不符" } as const;
  if (list.length !== files) return { ok: false, broken: SEAL_PATH, why: `文件数与清单 ${path} 不符` } as const;
  const broken = await findBroken(list, fetchFile);
  if (broken !== undefined) return { ok: false, broken, why: "文件缺少，或内容与清单不符" } as const;
  return list;
}

/**
 * Reads a whole site as an outsider can, and holds it against what it says of itself. Names the first broken file.
 * @param listPresent every file that is there, where that can be known: one that no list names is broken too
 */
export async function verifyRelease(fetchFile: FetchFile, listPresent?: () => Promise<string[]>): Promise<Verdict> {
  const seal = await readSeal(fetchFile);
  if ("broken" in seal) return seal;
  const fault = await findReceiptFault(await fetchFile(RECEIPTS_PATH), seal);
  if (fault !== undefined) return { ok: false, broken: RECEIPTS_PATH, why: fault };
  const listed = new Set([SEAL_PATH, RECEIPTS_PATH]);
  let count = 0;
  for (const part of seal.parts) {
    const list = await readPart(part, fetchFile);
    if (!Array.isArray(list)) return list;
    listed.add(partListOf(part.name));
    for (const { path } of list) listed.add(path);
    count += list.length;
  }
  const added = (await listPresent?.())?.find((path) => !listed.has(path));
  if (added !== undefined) return { ok: false, broken: added, why: "不在任何清单里，不是这次发布的文件" };
  const { id, createdAt, previous, root, publicKey } = seal;
  return { ok: true, id, createdAt, previous, root, publicKey, files: count };
}
