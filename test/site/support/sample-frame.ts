import type { SiteFrame } from "#domain/view/page-view.ts";
import type { PublicOutcome, PublicTopic, PublicUnit } from "#domain/view/public-reply.ts";
import type { Scheme } from "#domain/scheme/scheme.ts";
import { SCHEME_PRESETS } from "#domain/scheme/presets.ts";

export const SITE: SiteFrame = {
  siteName: "云川市建议提案办理公开",
  city: "云川市",
  sponsor: "云川市人民政府办公室",
  operator: "云川市政府督查室",
  contactPhone: "0890-6210001",
  siteCode: "0000000000",
  icp: "云ICP备00000000号",
  policeRecord: "云公网安备 00000000000000号",
  agencyMarkUrl: "https://mark.example/certificate",
  reportErrorUrl: "https://mistake.example/form",
  ipv6: true,
  origin: "https://hy.yunchuan.example",
  latestYear: 2026,
};

/** A frame in which the office has set nothing that it may leave out. */
export const BARE_SITE: SiteFrame = {
  siteName: "建议提案办理公开",
  city: "云川市",
  sponsor: "云川市人民政府",
  operator: "",
  contactPhone: "",
  siteCode: null,
  icp: null,
  policeRecord: null,
  agencyMarkUrl: null,
  reportErrorUrl: null,
  ipv6: false,
  origin: "",
  latestYear: null,
};

export const UNITS = {
  housing: { code: "szjj", name: "市住建局", fullName: "云川市住房和城乡建设局" },
  market: { code: "sscjgj", name: "市市场监管局", fullName: "云川市市场监督管理局" },
  finance: { code: "sczj", name: "市财政局", fullName: "云川市财政局" },
  transport: { code: "sjtj", name: "市交通局", fullName: "云川市交通运输局" },
  zone: {
    code: "gxq",
    name: "高新区管委会",
    fullName: "云川市高新技术产业开发区管理委员会社会事务综合服务中心",
  },
} as const satisfies Record<string, PublicUnit>;

export const TOPICS = {
  housing: { slug: "zhufang", name: "住房" },
  transport: { slug: "jiaotong", name: "交通" },
} as const satisfies Record<string, PublicTopic>;

export function getScheme(id: string): Scheme {
  const scheme = SCHEME_PRESETS.find((item) => item.id === id);
  if (!scheme) throw new Error(`no preset ${id}`);
  return scheme;
}

export function toOutcome(schemeId: string, code: string): PublicOutcome {
  const scheme = getScheme(schemeId);
  const found = scheme.classes.find((item) => item.code === code);
  if (!found) throw new Error(`no class ${code} in ${schemeId}`);
  return { code, label: found.label, definition: found.definition, tone: found.tone, schemeName: scheme.name };
}
