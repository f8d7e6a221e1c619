import type { Scheme } from "../scheme/scheme.ts";
import type { YearTally } from "../statistics/year-figures.ts";
import type { SiteFrame } from "./page-view.ts";
import type { PublicDocument, PublicMatter, PublicTombstone, PublicTopic, PublicUnit } from "./public-reply.ts";

/** One year as the public may know it. */
export type PublicYear = {
  readonly year: number;
  readonly tallies: readonly YearTally[];
  readonly matters: readonly PublicMatter[];
  readonly tombstones: readonly PublicTombstone[];
};

/** Everything public, and nothing else: all pages, feeds, records and figures are made of this. */
export type PublicCity = {
  readonly site: SiteFrame;
  readonly schemes: readonly Scheme[];
  readonly units: readonly (PublicUnit & { readonly kind: string; readonly phone: string | null })[];
  readonly topics: readonly (PublicTopic & { readonly description: string })[];
  readonly documents: readonly PublicDocument[];
  /** Newest first. */
  readonly years: readonly PublicYear[];
};
