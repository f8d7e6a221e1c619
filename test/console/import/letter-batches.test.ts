import fc from "fast-check";
import { expect, test } from "vitest";
import { sendBatches, toBatches } from "../../../src/console/desks/import/letter-batches.ts";

const LIMITS = { bytes: 100, files: 3 };

test("every file goes once and in order, no batch over its bounds but a file that is too large alone", () => {
  fc.assert(
    fc.property(fc.array(fc.record({ size: fc.integer({ min: 1, max: 150 }) }), { maxLength: 30 }), (files) => {
      const batches = toBatches(files, LIMITS);
      expect(batches.flat()).toEqual(files);
      for (const batch of batches) {
        expect(batch.length).toBeLessThanOrEqual(3);
        const weight = batch.reduce((sum, { size }) => sum + size, 0);
        expect(batch.length === 1 || weight <= 100).toBe(true);
      }
    }),
  );
});

test("what was answered before a refusal has been handed over", async () => {
  const files = Array.from({ length: 90 }, (_, at) => ({ size: 1, name: at }));
  const done: number[] = [];
  let calls = 0;
  const sending = sendBatches(
    files,
    async (batch) => {
      calls++;
      if (calls === 3) throw new Error("offline");
      return batch;
    },
    (_, count) => done.push(count),
  );
  await expect(sending).rejects.toThrow("offline");
  expect(done).toEqual([40, 80]);
});
