import type { PageLocals, SearchView } from "#domain/view/page-view.ts";

export const SEARCH_VIEW: SearchView = {
  page: "search",
  years: [2026, 2025, 2024, 2023],
  units: [],
  topics: [
    { slug: "housing", name: "住房" },
    { slug: "transport", name: "交通" },
  ],
};

export const SEARCH_LOCALS: PageLocals = {
  site: {
    siteName: "云川市建议提案办理公开",
    city: "云川市",
    sponsor: "云川市人民政府办公室",
    operator: "云川市人民政府办公室",
    contactPhone: "0000-8120000",
    siteCode: null,
    icp: null,
    policeRecord: null,
    agencyMarkUrl: null,
    reportErrorUrl: null,
    ipv6: false,
    origin: "",
    latestYear: 2026,
  },
  path: "/search/",
  view: SEARCH_VIEW,
};
