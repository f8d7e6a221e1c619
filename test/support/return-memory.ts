import { returnMemory } from "#db/return-memory.ts";

declare global {
  var returnsMemory: boolean | undefined;
}

// Once for each worker, which stays from file to file.
if (!globalThis.returnsMemory) {
  globalThis.returnsMemory = true;
  returnMemory();
}
