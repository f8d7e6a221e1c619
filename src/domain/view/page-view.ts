import type { YearStatistics } from "../statistics/year-statistics.ts";
import type { MotionKind } from "../motion/kind.ts";
import type { DisclosureMode } from "../disclosure/disclosure.ts";
import type { UnitKind } from "../unit/unit.ts";
import type { Scheme } from "../scheme/scheme.ts";
import type {
  PublicDocument,
  PublicDocumentTombstone,
  PublicMatter,
  PublicOutcome,
  PublicTombstone,
  PublicTopic,
  PublicUnit,
} from "./public-reply.ts";
import type { CommitmentRow, FollowUpRow, RecordView } from "./record-views.ts";

/**
 * One view object per page: a page is a function of its view and the code, of nothing else (design §1.2).
 * So no view carries a release id or the time of the build: facts only.
 */

/** What every page shows; settings, hence part of every key. */
export type SiteFrame = {
  readonly siteName: string;
  readonly city: string;
  readonly sponsor: string;
  readonly operator: string;
  readonly contactPhone: string;
  /** 政府网站标识码, ICP 备案, 公安备案: printed where set. */
  readonly siteCode: string | null;
  readonly icp: string | null;
  readonly policeRecord: string | null;
  /** Certificate of the 党政机关网站标识, form of 我为政府网站找错. */
  readonly agencyMarkUrl: string | null;
  readonly reportErrorUrl: string | null;
  readonly ipv6: boolean;
  /** Origin for canonical addresses, without a slash at the end; "" where unknown. */
  readonly origin: string;
  /** The newest year that has a page, for the link 统计; null before the first. */
  readonly latestYear: number | null;
};

export type Crumb = { readonly name: string; readonly path: string };

/** A matter as one line of a list. */
export type MatterLine = {
  readonly path: string;
  readonly year: number;
  readonly kind: MotionKind;
  readonly numberLabel: string;
  readonly title: string;
  readonly units: readonly PublicUnit[];
  /** The class of each public reply, in the order of units. */
  readonly outcomes: readonly PublicOutcome[];
  readonly mode: Exclude<DisclosureMode, "none">;
  readonly keyItem: boolean;
  readonly topic: PublicTopic | null;
  readonly publishedOn: string;
};

/**
 * A list by day of publication. It grows at its newest end only, so it is cut into full parts counted from the oldest:
 * a part keeps its address and its bytes whatever is published after it.
 */
export type LongList = {
  /** Those that fill no part yet and the part before them, newest first. */
  readonly lines: readonly MatterLine[];
  readonly total: number;
  /** Part n stands at `${first}${n}/`; 0: there is none. */
  readonly parts: number;
  readonly first: string;
};

export type DocumentLine = Pick<PublicDocument, "path" | "title" | "kind" | "issuer" | "docNumber" | "publishedAt">;
export type CountedLink = { readonly name: string; readonly path: string; readonly count: number };

export type HomeView = {
  readonly page: "home";
  readonly statistics: YearStatistics | null;
  readonly latest: readonly MatterLine[];
  /** Promises: due first, and kept last. */
  readonly promises: {
    readonly open: readonly CommitmentRow[];
    readonly openTotal: number;
    readonly kept: readonly CommitmentRow[];
    readonly keptTotal: number;
  };
  /** 续办续复: owed longest first, and classes that were changed by one, the last first. */
  readonly followUps: {
    readonly owed: readonly FollowUpRow[];
    readonly owedTotal: number;
    readonly turned: readonly FollowUpRow[];
    readonly turnedTotal: number;
  };
  readonly topics: readonly CountedLink[];
  readonly years: readonly CountedLink[];
  readonly documents: readonly DocumentLine[];
};
export type BrowseView = {
  readonly page: "browse";
  readonly title: string;
  readonly path: string;
  readonly note: string | null;
  readonly list: LongList;
  /** Facets with a link for each value that has a page. */
  readonly groups: readonly { readonly name: string; readonly links: readonly CountedLink[] }[];
};
/** One part of a long list. */
export type PartView = {
  readonly page: "part";
  readonly name: string;
  /** Address of the page with the newest. */
  readonly home: string;
  readonly first: string;
  readonly number: number;
  /** The next part, or null where the newest follow. */
  readonly newer: number | null;
  readonly lines: readonly MatterLine[];
};
/** A matter that belongs to the same thread, and how that is known. */
export type ThreadLine = {
  readonly line: MatterLine;
  /** A letter here names it, its letter names this one, or the titles of two years share words. */
  readonly why: "cited" | "citing" | "words";
  readonly words: string | null;
};
export type MatterView = {
  readonly page: "matter";
  readonly matter: PublicMatter;
  /** The same matter in other years, newest first. */
  readonly thread: readonly ThreadLine[];
  /** Other public matters of the same topic, nearest first, five at most. */
  readonly related: readonly MatterLine[];
  /** Documents of this site that its letters name. */
  readonly documents: readonly DocumentLine[];
};
export type TombstoneView = { readonly page: "tombstone"; readonly tombstone: PublicTombstone };
export type YearView = {
  readonly page: "year";
  readonly year: number;
  readonly years: readonly number[];
  /** All kinds together, then each kind that the year has. */
  readonly total: YearStatistics;
  readonly kinds: readonly YearStatistics[];
  readonly schemes: readonly Scheme[];
  readonly lists: readonly { readonly kind: MotionKind; readonly list: LongList }[];
};
export type UnitsView = {
  readonly page: "units";
  readonly units: readonly (CountedLink & { readonly kind: UnitKind })[];
};
export type UnitView = {
  readonly page: "unit";
  readonly unit: PublicUnit;
  readonly phone: string | null;
  readonly counts: readonly YearCount[];
  readonly list: LongList;
};
export type OutcomeCount = { readonly outcome: PublicOutcome; readonly count: number };
/** Public matters of a year, and the classes of their replies as they stand today. */
export type YearCount = {
  readonly year: number;
  readonly published: number;
  readonly outcomes: readonly OutcomeCount[];
};
export type TopicsView = {
  readonly page: "topics";
  readonly topics: readonly (CountedLink & { readonly description: string })[];
};
export type TopicView = {
  readonly page: "topic";
  readonly topic: PublicTopic;
  readonly description: string;
  readonly counts: readonly YearCount[];
  readonly list: LongList;
};
export type DocumentsView = { readonly page: "documents"; readonly documents: readonly DocumentLine[] };
export type DocumentView = { readonly page: "document"; readonly document: PublicDocument };
export type DocumentTombstoneView = {
  readonly page: "document_tombstone";
  readonly tombstone: PublicDocumentTombstone;
};
export type SearchView = {
  readonly page: "search";
  /** Newest first. */
  readonly years: readonly number[];
  readonly units: readonly PublicUnit[];
  readonly topics: readonly PublicTopic[];
};
/** The searches that a reader keeps; what they find is looked up in the browser. */
export type FollowSearchView = Omit<SearchView, "page"> & { readonly page: "follow_search" };
export type AboutSearchView = { readonly page: "about_search" };
export type AboutView = {
  readonly page: "about";
  readonly schemes: readonly { readonly years: string; readonly scheme: Scheme }[];
};
export type DataFile = {
  /** Table or year that it holds. */
  readonly group: string;
  readonly path: string;
  readonly name: string;
  /** Null where it holds several tables. */
  readonly rows: number | null;
};
/** One column of one table, under both of its names. */
export type DataField = {
  readonly table: string;
  readonly title: string;
  readonly name: string;
  readonly key: string;
  readonly type: string;
  readonly meaning: string;
};
/** The site of one release as a ZIP that opens without a server. */
export type PublicOffer = {
  readonly path: string;
  readonly release: string;
  /** Of the release, in Shanghai. */
  readonly day: string;
  readonly bytes: number;
  readonly sha256: string;
};
export type DataView = {
  readonly page: "data";
  readonly files: readonly DataFile[];
  readonly fields: readonly DataField[];
  /** Without ending: each as .xml and as .json. */
  readonly feeds: readonly { readonly name: string; readonly path: string }[];
  readonly licence: { readonly name: string; readonly url: string } | null;
  readonly offer: PublicOffer | null;
};
export type VerifyView = { readonly page: "verify" };
export type NotFoundView = { readonly page: "not_found" };

export type PageView =
  | HomeView
  | BrowseView
  | PartView
  | MatterView
  | TombstoneView
  | YearView
  | UnitsView
  | UnitView
  | TopicsView
  | TopicView
  | DocumentsView
  | DocumentView
  | DocumentTombstoneView
  | SearchView
  | FollowSearchView
  | AboutSearchView
  | AboutView
  | DataView
  | VerifyView
  | NotFoundView
  | RecordView;

/** What the renderer is given: the address decides the page file, the view everything on it. */
export type Page = { readonly path: string; readonly view: PageView };
/** `Astro.locals` of every page. */
export type PageLocals = { readonly site: SiteFrame; readonly path: string; readonly view: PageView };
