import { richTextOf } from "#domain/reply/rich-text.ts";
import type { DocumentLine, PublicOffer } from "#domain/view/page-view.ts";
import type { PublicDocument, PublicDocumentTombstone } from "#domain/view/public-reply.ts";

export const NOTICE: PublicDocument = {
  slug: "2026-banli-tongzhi",
  path: "/documents/2026-banli-tongzhi/",
  kind: "notice",
  title: "云川市人民政府关于办理市四届人大五次会议代表建议和市政协四届五次会议提案的通知",
  issuer: "云川市人民政府",
  docNumber: "云政发〔2026〕10号",
  indexNumber: "00000000X/202603-00010",
  category: "建议提案办理",
  writtenOn: "2026-03-09",
  publishedAt: "2026-03-10 10:49",
  validity: "in_force",
  source: "云川市人民政府办公室",
  addressee: "各区人民政府，高新区管委会，市直各部门：",
  body: richTextOf([
    "市四届人大五次会议和市政协四届五次会议期间，代表、委员提出的建议126件、提案148件，现交由你们办理，并就有关事项通知如下：",
    "一、明确责任",
    "各承办单位主要负责同志为第一责任人，逐件明确分管领导和承办人。",
    "二、按时答复",
    "自交办之日起三个月内答复；确需延长的，最迟不超过六个月。",
  ]),
  attachments: ["代表建议办理分配表", "委员提案办理分配表"],
};

export const EXPIRED_RULES: PublicDocument = {
  ...NOTICE,
  slug: "banli-banfa",
  path: "/documents/banli-banfa/",
  kind: "rules",
  title: "建议提案办理办法（试行）",
  docNumber: null,
  indexNumber: "00000000X/201901-00002",
  category: null,
  writtenOn: null,
  validity: "expired",
  source: null,
  addressee: null,
  attachments: [],
};

export function toDocumentLine(document: PublicDocument): DocumentLine {
  const { path, title, kind, issuer, docNumber, publishedAt } = document;
  return { path, title, kind, issuer, docNumber, publishedAt };
}

export const GONE_DOCUMENT: PublicDocumentTombstone = {
  path: "/documents/2024-tongbao/",
  withdrawnAt: "2025-12-03 16:20",
  reason: "误公开，已撤回",
};

export const SAMPLE_OFFER: PublicOffer = {
  path: "/offline/huiyin-2026-11-20-r000012.zip",
  release: "r000012",
  day: "2026-11-20",
  bytes: 10_326_314,
  sha256: "5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef",
};
