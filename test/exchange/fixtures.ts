import { readFile } from "node:fs/promises";

const ROOT = new URL("../fixtures/", import.meta.url);

export async function readFixture(path: string): Promise<Uint8Array> {
  return new Uint8Array(await readFile(new URL(encodeURI(path), ROOT)));
}

export async function readJsonFixture<T>(path: string): Promise<T> {
  return JSON.parse(new TextDecoder().decode(await readFixture(path))) as T;
}
