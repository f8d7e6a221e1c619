/** What a release did; seconds, bytes, numbers of things. */
export type ReleaseReport = {
  /** Why everything was made anew, or null where only what changed was. */
  readonly fullBecause: string | null;
  /** Motions read. */
  readonly read: number;
  readonly rendered: number;
  readonly removed: number;
  /** Parts of the search index written and kept. */
  readonly indexed: number;
  readonly keptShards: number;
  readonly written: number;
  readonly linked: number;
  /** Linked files that were looked into again. */
  readonly reopened: number;
  readonly seconds: Readonly<Record<string, number>>;
};

/** What the live site answered when it was asked after a release. */
export type LiveEvidence = {
  readonly at: string;
  /** The release that the site says it is. */
  readonly release: string | null;
  readonly checks: readonly {
    readonly path: string;
    readonly status: number;
    readonly sha256: string;
    readonly ok: boolean;
  }[];
};
