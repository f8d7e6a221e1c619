import type { SiteSettings } from "#domain/settings/site-settings.ts";

/** Identity of the demo city; codes and numbers are invented and follow no assigned range. */
export const DEMO_SETTINGS: SiteSettings = {
  siteName: "云川市建议提案办理公开",
  city: "云川市",
  sponsor: "云川市人民政府办公室",
  operator: "云川市人民政府办公室建议提案办理科",
  contactPhone: "0890-6200000",
  organisationCode: "000000000",
  siteCode: "0000000000",
  icp: null,
  policeRecord: null,
  agencyMarkUrl: null,
  reportErrorUrl: null,
  ipv6: false,
  dataLicence: null,
  registerDetail: "rows",
};
