import type { ShardIndex } from "#domain/search/catalogue.ts";
import type { ShownMatter, ShownYear } from "./shown.ts";

export type PlannedMatter = ShownMatter & {
  /** Of its page: the matter and what it is related to. */
  readonly pageKey: string;
};
export type PlannedYear = Omit<ShownYear, "matters"> & { readonly matters: readonly PlannedMatter[] };

/** What a release was made of: the next one makes what differs. Kept beside the site, not in it. */
export type Plan = {
  /** Other code may make other bytes of the same facts. */
  readonly code: string;
  /** Of what is shown on every page. */
  readonly site: string;
  /** Of what stands in many matters: units, topics, classes, campaigns. */
  readonly frame: string;
  /** The last change that it has seen, and the end of the audit then: a database that knows neither is another one. */
  readonly change: number;
  readonly audit: { readonly seq: number; readonly hash: string } | null;
  /** Of everything that is no matter's page: address → key. */
  readonly keys: Readonly<Record<string, string>>;
  /** Folder of the shard → what the reader's side knows of it. */
  readonly shards: Readonly<Record<string, ShardIndex>>;
  readonly years: readonly PlannedYear[];
  /** document:{slug}@{hash} of each. */
  readonly documents: readonly string[];
};
