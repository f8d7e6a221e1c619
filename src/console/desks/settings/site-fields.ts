import type { SiteSettings } from "#domain/settings/site-settings.ts";
import type { FieldName } from "../../parts/merge-fields.ts";

type SiteField = {
  readonly key: {
    [K in keyof SiteSettings]: SiteSettings[K] extends string | null ? K : never;
  }[keyof SiteSettings];
  readonly label: string;
  readonly optional?: boolean;
  readonly help?: string;
};

/** The lines of text on every public page, in the order of the form. */
export const SITE_FIELDS: readonly SiteField[] = [
  { key: "siteName", label: "网站名称" },
  { key: "city", label: "地名", help: "如“云川市”；用于会议名称和页面文字。" },
  { key: "sponsor", label: "主办单位" },
  { key: "operator", label: "承办单位" },
  { key: "contactPhone", label: "联系电话" },
  {
    key: "organisationCode",
    label: "机构代码",
    help: "索引号的第一段，9 至 18 位数字或大写字母；已编的索引号不变。",
  },
  { key: "siteCode", label: "网站标识码", optional: true },
  { key: "icp", label: "ICP 备案号", optional: true },
  { key: "policeRecord", label: "公安备案号", optional: true },
  { key: "agencyMarkUrl", label: "党政机关网站标识的地址", optional: true, help: "以 https:// 开头。" },
  { key: "reportErrorUrl", label: "“我为政府网站找错”的地址", optional: true, help: "以 https:// 开头。" },
];

/** Every setting by its name, for whoever meets another's change. */
export const SITE_NAMES: readonly FieldName<SiteSettings>[] = [
  ...SITE_FIELDS.map(({ key, label }) => ({ key, label })),
  {
    key: "dataLicence",
    label: "数据使用许可",
    show: ({ dataLicence }) => (dataLicence ? `${dataLicence.name} ${dataLicence.url}` : ""),
  },
  {
    key: "registerDetail",
    label: "不公开的答复在登记簿中",
    show: ({ registerDetail }) => (registerDetail === "rows" ? "逐件列出" : "只列件数"),
  },
  { key: "ipv6", label: "IPv6", show: ({ ipv6 }) => (ipv6 ? "支持" : "不支持") },
];
