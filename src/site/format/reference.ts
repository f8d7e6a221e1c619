import { dayOf } from "./dates.ts";
import type { Cited } from "./citation.ts";

/** What reference managers want to know beside the citation itself. */
export type Reference = Cited & {
  /** Stable name of the very edition: 2026-jianyi-39-szjj-v2. */
  readonly id: string;
  readonly siteName: string;
};
export type ReferenceText = { readonly name: string; readonly text: string };

const BIBTEX_ESCAPES: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

/** Characters that TeX reads as commands; braces are left out, for an escaped one still has to be balanced. */
function toBibtex(text: string): string {
  return text
    .replace(/[{}]/g, "")
    .replace(/[\\~^]/g, (sign) => BIBTEX_ESCAPES[sign] ?? sign)
    .replace(/[&%$#_]/g, "\\$&");
}

function bibtex({ id, author, title, docNumber, edition, publishedAt, siteName, address }: Reference): string {
  const fields = [
    ["author", `{${toBibtex(author)}}`],
    ["title", toBibtex(title)],
    ["date", dayOf(publishedAt)],
    ["year", publishedAt.slice(0, 4)],
    ["version", String(edition)],
    ["organization", toBibtex(siteName)],
    ["note", docNumber && toBibtex(docNumber)],
    ["url", address],
    ["language", "chinese"],
  ].flatMap(([name, value]) => (value ? [`  ${name} = {${value}}`] : []));
  return `@online{${id},\n${fields.join(",\n")}\n}\n`;
}

/** RIS, one tag a line; its lines end with CR LF in files, on a page with LF. */
function ris({ id, author, title, docNumber, edition, publishedAt, siteName, address }: Reference): string {
  const day = dayOf(publishedAt);
  const lines = [
    ["TY", "ELEC"],
    ["ID", id],
    ["AU", author],
    ["TI", title],
    ["PY", day.slice(0, 4)],
    ["DA", day.replaceAll("-", "/")],
    ["ET", String(edition)],
    ["PB", siteName],
    ["N1", docNumber],
    ["UR", address],
    ["LA", "zh-CN"],
  ].flatMap(([tag, value]) => (value ? [`${tag}  - ${value}`] : []));
  return `${[...lines, "ER  - "].join("\n")}\n`;
}

function cslJson({ id, author, title, docNumber, edition, publishedAt, siteName, address }: Reference): string {
  const item = {
    id,
    type: "webpage",
    title,
    author: [{ literal: author }],
    issued: { "date-parts": [dayOf(publishedAt).split("-").map(Number)] },
    version: String(edition),
    "container-title": siteName,
    ...(docNumber && { number: docNumber }),
    ...(address && { URL: address }),
    language: "zh-CN",
  };
  return `${JSON.stringify([item], null, 1)}\n`;
}

/** For reference managers; the day of reading is theirs to add. */
export function toReferences(reference: Reference): ReferenceText[] {
  return [
    { name: "BibTeX", text: bibtex(reference) },
    { name: "RIS", text: ris(reference) },
    { name: "CSL-JSON", text: cslJson(reference) },
  ];
}
