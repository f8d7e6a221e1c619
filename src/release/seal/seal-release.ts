import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { SEAL_PATH, toStatement, type ReleaseSeal } from "#domain/seal/release-seal.ts";
import { SITE } from "../folders.ts";
import type { Manifest } from "./manifest.ts";
import { openSigningKey } from "./signing-key.ts";

/** Writes what the public reads of the release, signed. */
export async function sealRelease(dataFolder: string, folder: string, manifest: Manifest): Promise<void> {
  const { publicKey, sign } = await openSigningKey(dataFolder);
  const { id, createdAt, previous, previousRoot, auditHead, root, salt, pages, files } = manifest;
  const facts = { id, createdAt, previous, previousRoot, auditHead, root, pages, files, publicKey };
  const parts = manifest.parts.map((part) => ({ name: part.name, root: part.root, files: part.files }));
  const seal: ReleaseSeal = { ...facts, salt, parts, signature: await sign(toStatement(facts)) };
  const path = join(folder, SITE, SEAL_PATH);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `${JSON.stringify(seal, null, 2)}\n`);
}
