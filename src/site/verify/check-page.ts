import {
  hasTrueParts,
  isSigned,
  isTrueList,
  partListOf,
  SEAL_PATH,
  type ListedFile,
  type ReleaseSeal,
} from "#domain/seal/release-seal.ts";
import { toHex } from "#domain/seal/merkle-tree.ts";

export type CheckLine = { readonly ok: boolean; readonly text: string };
export type Fetch = (path: string) => Promise<Uint8Array<ArrayBuffer> | undefined>;

/** File of the site that stands at an address; a link with its origin or base path is understood too. */
export function toFilePath(typed: string, base: string): string {
  const path = typed
    .trim()
    .replace(/^https?:\/\/[^/]+/i, "")
    .replace(/[?#].*$/, "");
  const inside = base !== "" && path.startsWith(`${base}/`) ? path.slice(base.length) : path;
  const plain = decodeURI(inside.replace(/^\/+/, ""));
  return plain === "" || plain.endsWith("/") ? `${plain}index.html` : plain;
}

function parse(bytes: Uint8Array | undefined): unknown {
  return bytes && JSON.parse(new TextDecoder().decode(bytes));
}

/** Longest first: a file lies in the innermost part that holds it. */
function findPart(seal: ReleaseSeal, path: string) {
  const holding = seal.parts.filter(({ name }) => name === "" || path.startsWith(`${name}/`));
  return holding.toSorted((a, b) => b.name.length - a.name.length)[0];
}

/** Holds one file against its list, the list against the root, the root against the signature. */
export async function checkPage(path: string, fetchFile: Fetch, subtle: SubtleCrypto): Promise<CheckLine[]> {
  const sha256 = async (bytes: Uint8Array<ArrayBuffer>) => new Uint8Array(await subtle.digest("SHA-256", bytes));
  const seal = parse(await fetchFile(SEAL_PATH)) as ReleaseSeal | undefined;
  if (!seal) return [{ ok: false, text: "没有取到发布说明。" }];
  const part = findPart(seal, path);
  const list = part && ((parse(await fetchFile(partListOf(part.name))) ?? []) as ListedFile[]);
  const entry = list?.find((file) => file.path === path);
  const bytes = await fetchFile(path);
  if (!part || !list || !entry || !bytes) return [{ ok: false, text: `清单中没有 ${path}，或没有取到这个文件。` }];
  const hash = toHex(await sha256(bytes));
  return [
    { ok: hash === entry.sha256, text: `文件的校验值 ${hash}` },
    { ok: await isTrueList(list, part.root, sha256), text: `所在清单共 ${list.length} 个文件，根 ${part.root}` },
    { ok: await hasTrueParts(seal, sha256), text: `总根 ${seal.root}` },
    { ok: await isSigned(seal, subtle), text: `签名，公钥 ${seal.publicKey}，发布 ${seal.id}，${seal.createdAt}` },
  ];
}
