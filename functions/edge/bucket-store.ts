import type { FileStore } from "#services/attachments/file-store.ts";
import type { Bucket } from "./bindings.ts";

/** Name of the object that holds a file. */
export const keyOf = (id: string) => `files/${id}`;

/** Attachments in a bucket that nobody reads from outside; an object is there as a whole or not at all. */
export function openBucketStore(bucket: Bucket): FileStore {
  return {
    put: async (id, bytes) => void (await bucket.put(keyOf(id), bytes)),
    get: async (id) => {
      const found = await bucket.get(keyOf(id));
      return found ? new Uint8Array(await found.arrayBuffer()) : undefined;
    },
    remove: async (id) => await bucket.delete(keyOf(id)),
  };
}
