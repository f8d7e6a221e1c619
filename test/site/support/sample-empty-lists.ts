import type { Page } from "#domain/view/page-view.ts";

/** Lists and records where there is nothing yet. */
export const EMPTY_LISTS: readonly Page[] = [
  { path: "/units/", view: { page: "units", units: [] } },
  { path: "/topics/", view: { page: "topics", topics: [] } },
  { path: "/documents/", view: { page: "documents", documents: [] } },
  { path: "/figures/", view: { page: "trends", years: [], cohorts: [] } },
  { path: "/register/", view: { page: "register_index", years: [], waiting: [] } },
  {
    path: "/follow-ups/",
    view: {
      page: "follow_ups",
      year: null,
      years: [],
      counts: [],
      owed: [],
      done: [],
      owedTotal: 0,
      doneTotal: 0,
      cohorts: [],
    },
  },
  {
    path: "/commitments/",
    view: {
      page: "commitments",
      year: null,
      years: [],
      counts: [],
      open: [],
      kept: [],
      dropped: [],
      openTotal: 0,
      keptTotal: 0,
    },
  },
  { path: "/changes/", view: { page: "changes", changes: [] } },
  { path: "/about/", view: { page: "about", schemes: [] } },
  { path: "/data/", view: { page: "data", files: [], fields: [], feeds: [], licence: null, offer: null } },
];
