import { KIND_WORDS, MOTION_KINDS } from "../motion/kind.ts";
import { parseDocNumber } from "../reply/doc-number.ts";
import type { Finding } from "./finding.ts";
import type { LetterToCheck } from "./letter-to-check.ts";
import { findPlaceholders } from "./placeholder.ts";
import { parsePrintedMotion } from "./printed-motion.ts";
import { blockFinding } from "./quote-words.ts";

function checkDocNumber(docNumber: string | null): Finding[] {
  // An unfilled blank is reported as such; a draft has no number yet.
  if (docNumber === null || docNumber.trim() === "" || findPlaceholders(docNumber).length > 0) return [];
  if (parseDocNumber(docNumber)) return [];
  const message = `文号“${docNumber}”不合格式。请写成“机关代字〔年份〕序号号”，如“云建议字〔2026〕21号”。`;
  return [blockFinding("doc_number_invalid", { where: "head", text: docNumber }, message)];
}

function checkAddressee(letter: LetterToCheck): Finding[] {
  const addressee = letter.addressee?.trim() ?? "";
  if (addressee === "") {
    return [
      blockFinding(
        "addressee_missing",
        { where: "head", text: "" },
        "没有主送对象。请写明答复哪位代表、委员或者哪个单位。",
      ),
    ];
  }
  const printed = parsePrintedMotion(letter.title ?? "");
  const wrong = MOTION_KINDS.filter((kind) => printed && kind !== printed.kind)
    .map((kind) => KIND_WORDS[kind].filer)
    .find((filer) => addressee.replace(/[：:]$/, "").endsWith(filer));
  if (!printed || wrong === undefined) return [];
  const { label, filer } = KIND_WORDS[printed.kind];
  const message = `答复的是${label}，主送却称“${wrong}”。请改为“${filer}”，并核对是否送错对象。`;
  return [blockFinding("addressee_mismatch", { where: "head", text: addressee }, message)];
}

/** 文号 and 主送 of a letter. */
export function checkHead(letter: LetterToCheck): Finding[] {
  const title: Finding[] =
    (letter.title?.trim() ?? "") === ""
      ? [blockFinding("title_missing", { where: "title", text: "" }, "没有标题。请写明答复的是哪一件建议或者提案。")]
      : [];
  return [...title, ...checkDocNumber(letter.docNumber), ...checkAddressee(letter)];
}
