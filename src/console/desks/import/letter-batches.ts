/** What one request of letters may weigh together, and how many it may hold (functions/imports, functions/archives). */
export const BATCH = { bytes: 11 * 1024 * 1024, files: 40 } as const;

export type Sized = { readonly size: number };

/** Files in as few requests as the bounds allow, in their order; one that is too large alone stands alone. */
export function toBatches<T extends Sized>(
  files: readonly T[],
  { bytes, files: most }: { readonly bytes: number; readonly files: number } = BATCH,
): T[][] {
  const batches: T[][] = [];
  let weight = 0;
  for (const file of files) {
    const last = batches.at(-1);
    if (last && last.length < most && weight + file.size <= bytes) {
      last.push(file);
      weight += file.size;
    } else {
      batches.push([file]);
      weight = file.size;
    }
  }
  return batches;
}

/** One batch after the other; what was answered so far is handed over each time. Throws what `send` throws. */
export async function sendBatches<T extends Sized, R>(
  files: readonly T[],
  send: (batch: readonly T[]) => Promise<readonly R[]>,
  onAnswer: (answers: readonly R[], done: number) => void,
): Promise<void> {
  let done = 0;
  for (const batch of toBatches(files)) {
    const answers = await send(batch);
    done += batch.length;
    onAnswer(answers, done);
  }
}
