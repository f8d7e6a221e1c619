import type { PageView } from "#domain/view/page-view.ts";

export type Section =
  | "replies"
  | "year"
  | "units"
  | "topics"
  | "documents"
  | "data"
  | "search"
  | "about"
  | "register"
  | "follow_ups"
  | "commitments";

const SECTION_OF: Readonly<Record<PageView["page"], Section | null>> = {
  home: null,
  browse: "replies",
  part: "replies",
  matter: "replies",
  tombstone: "replies",
  year: "year",
  units: "units",
  unit: "units",
  topics: "topics",
  topic: "topics",
  documents: "documents",
  document: "documents",
  document_tombstone: "documents",
  data: "data",
  search: "search",
  follow_search: "search",
  about_search: "search",
  about: "about",
  verify: "data",
  not_found: null,
  figures: "year",
  trends: "year",
  register: "register",
  register_parts: "register",
  register_index: "register",
  follow_ups: "follow_ups",
  commitments: "commitments",
  changes: "register",
};

/** The section of the main navigation to which a page belongs; null for none. */
export function sectionOf(page: PageView["page"]): Section | null {
  return SECTION_OF[page];
}
