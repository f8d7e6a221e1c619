import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { buildPdfReader, buildWorker } from "#functions/edge/build-worker.ts";
import { clientOf } from "#test/support/client.ts";
import type { EdgeHome } from "#test/support/homes/edge-home.ts";

/** Of the free plan; of the paid one 10,000 (platform reference §6). */
const FREE_SUBREQUESTS = 50;
/** Of the paid plan, in milliseconds of computing. */
const MOST_BUSY_MS = 30_000;

/** Issue of the edge: a Worker is at most 1 MB, packed as it is uploaded. */
const MOST_PACKED = 1_000_000;

/** Every case before ran within limits.mjs: rounds of PBKDF2, a clock that stands, a thousand subrequests. */
export function limitCases(home: () => EdgeHome): void {
  describe("the limits of production", () => {
    it.each([
      "/api/assignments?limit=100",
      "/api/motions/2026-jianyi-39/file",
      "/api/replies/2026-jianyi-39.zhujian",
      "/api/statistics/2026/indicators",
      "/api/exports/ledger?campaign=2026",
    ])("%s asks the database no more often than the smallest plan lets it", async (path) => {
      const { headers, status } = await clientOf(home(), home().people.office)(path);
      expect(status).toBe(200);
      expect(Number(headers.get("x-subrequests"))).toBeLessThan(FREE_SUBREQUESTS);
      expect(Number(headers.get("x-busy-ms"))).toBeLessThan(MOST_BUSY_MS);
    });

    it("each Worker is small enough to begin at once", async () => {
      for (const [folder, file] of [
        [await buildWorker(""), "worker.js"],
        [await buildPdfReader(), "pdf-reader.js"],
      ] as const) {
        expect(gzipSync(await readFile(new URL(file, folder))).length, file).toBeLessThan(MOST_PACKED);
      }
    });

    it("a page of the portal asks it once at most", async () => {
      const counts: number[] = [];
      for (let at = 0; at < 3; at++) counts.push(Number((await home().request("/2026/")).headers.get("x-subrequests")));
      expect(Math.max(...counts)).toBeLessThanOrEqual(3);
    });

    it("bytes that claim to be small and are not are refused, and the Worker goes on", async () => {
      const ask = clientOf(home(), home().people.office);
      const form = new FormData();
      form.set("file", new File([new Uint8Array(12 * 1024 * 1024 + 1)], "大.xlsx"));
      form.set("campaign", "2026");
      form.set("kind", "suggestion");
      const answer = await ask("/api/imports/allocation", {
        method: "POST",
        headers: { "Idempotency-Key": "large", Connection: "close" },
        body: form,
      });
      expect(answer.status).toBe(413);
      expect((await ask("/api/units")).status).toBe(200);
    });
  });
}
