import type { LetterToCheck } from "#domain/gate/letter-to-check.ts";

export type LetterMark = { readonly classCode?: string; readonly disclosureMark?: LetterToCheck["disclosureMark"] };

const DISCLOSURE: Readonly<Record<string, "可公开" | "不公开">> = {
  可公开: "可公开",
  可以公开: "可公开",
  同意公开: "可公开",
  公开: "可公开",
  主动公开: "可公开",
  全文公开: "可公开",
  摘要公开: "可公开",
  部分公开: "可公开",
  公开发布: "可公开",
  不公开: "不公开",
  不予公开: "不公开",
  不宜公开: "不公开",
  不同意公开: "不公开",
};

const CLASS = /^(?:办理结果|办理类别|答复类别|结果分类|办理|类别|分类)?(?:([A-Z甲乙丙丁])类|([A-D甲乙丙丁]))(?:件)?/;
const DISCLOSURE_LABEL = /^(?:公开属性|是否同意公开|是否公开|公开方式|信息公开选项|此件)/;

/** Reads a line that holds nothing but the class, the publication mark, or both: A类 可公开, （B）, 公开属性：不公开. */
export function parseLetterMark(line: string): LetterMark | undefined {
  const text = line.normalize("NFKC").replace(/[\s():,、;/|·.【】[\]〔〕“”"]/g, "");
  const found = CLASS.exec(text);
  const rest = (found ? text.slice(found[0].length) : text).replace(DISCLOSURE_LABEL, "");
  const disclosureMark = DISCLOSURE[rest];
  if (rest !== "" && !disclosureMark) return undefined;
  const classCode = found?.[1] ?? found?.[2];
  if (classCode === undefined && !disclosureMark) return undefined;
  return { ...(classCode === undefined ? {} : { classCode }), ...(disclosureMark ? { disclosureMark } : {}) };
}
