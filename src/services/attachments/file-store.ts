/**
 * Where the bytes of attachments and of Word originals lie, under random names: a folder on one machine, a bucket on the edge.
 * Nothing in it is public; a release copies the attachments that the decision of a reply lets out, and no original.
 */
export type FileStore = {
  /** The same id is never written twice. */
  readonly put: (id: string, bytes: Uint8Array) => Promise<void>;
  /** Undefined where nothing lies under this name. */
  readonly get: (id: string) => Promise<Uint8Array | undefined>;
  readonly remove: (id: string) => Promise<void>;
};
