import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { unstable_startWorker as startWorker } from "wrangler";
import { readFixture } from "../fixtures.ts";
import { listHostileFiles } from "../hostile-files.ts";
import { readAsJson } from "./reader.ts";

// The reading code in the runtime of the edge: web APIs alone, so the answer is that of Node, word for word.
let worker: Awaited<ReturnType<typeof startWorker>>;
beforeAll(async () => {
  worker = await startWorker({
    name: "reader",
    config: "",
    entrypoint: fileURLToPath(new URL("reader.ts", import.meta.url)),
    compatibilityDate: "2026-08-04",
    compatibilityFlags: ["nodejs_compat"],
    dev: {
      watch: false,
      inspector: false,
      logLevel: "error",
      persist: false,
      server: { hostname: "127.0.0.1", port: 0 },
    },
  });
  await worker.ready;
});
afterAll(async () => await worker.dispose());

async function readInWorkerd(path: string, bytes: Uint8Array): Promise<string> {
  const url = `http://reader/${encodeURIComponent(path)}`;
  const response = await worker.fetch(url, { method: "POST", body: bytes });
  return await response.text();
}

describe("in workerd", () => {
  it.each([
    "replies/05_建议_65号.docx",
    "allocation/人大代表建议办理分配表.xlsx",
    "allocation/人大代表建议办理分配表.csv",
  ])("%s reads as on Node", async (path) => {
    const bytes = await readFixture(path);
    expect(await readInWorkerd(path, bytes)).toBe(await readAsJson(path, bytes));
  });

  it("every hostile file is refused as on Node, and the isolate lives", async () => {
    const answers = [];
    for (const { id, name, code, make } of listHostileFiles({ large: false })) {
      const { code: given } = JSON.parse(await readInWorkerd(name, make())) as { code?: string };
      answers.push({ id, name, given, code });
    }
    expect(answers.filter(({ given, code }) => given !== code)).toEqual([]);
  });
});
