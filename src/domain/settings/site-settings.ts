import { z } from "zod";

const text = (max: number) => z.string().trim().min(1).max(max);

/** Opened by whoever reads the page: nothing but https. */
const httpsAddress = z.url({ protocol: /^https$/ }).max(300);

/** Identity of the site: what every page shows and the head of every 索引号. */
export const SiteSettings = z.strictObject({
  siteName: text(60),
  city: text(20),
  sponsor: text(60),
  operator: text(60),
  contactPhone: text(40),
  /** 机构代码, first part of the 索引号. */
  organisationCode: z.string().regex(/^[0-9A-Z]{9,18}$/),
  siteCode: text(40).nullable(),
  icp: text(60).nullable(),
  policeRecord: text(60).nullable(),
  /** 党政机关网站标识: address of its certificate. */
  agencyMarkUrl: httpsAddress.nullable().default(null),
  /** 我为政府网站找错: address of the form. */
  reportErrorUrl: httpsAddress.nullable().default(null),
  /** The site answers over IPv6. */
  ipv6: z.boolean().default(false),
  /** Terms under which the data may be used; null: the page asks for the source to be named. */
  dataLicence: z
    .strictObject({ name: text(60), url: httpsAddress })
    .nullable()
    .default(null),
  /** A withheld reply as a line of the register, or in the totals of its year only (design §5). */
  registerDetail: z.enum(["rows", "totals"]).default("rows"),
});
export type SiteSettings = z.infer<typeof SiteSettings>;

/** A start before anything was set; the office fills in its own. */
export const DEFAULT_SITE_SETTINGS: SiteSettings = {
  siteName: "建议提案办理公开",
  city: "本市",
  sponsor: "市人民政府办公室",
  operator: "市人民政府办公室",
  contactPhone: "12345",
  organisationCode: "000000000",
  siteCode: null,
  icp: null,
  policeRecord: null,
  agencyMarkUrl: null,
  reportErrorUrl: null,
  ipv6: false,
  dataLicence: null,
  registerDetail: "rows",
};
