import { textBlocks } from "../reply/plain-text.ts";
import type { Outcome } from "../scheme/outcome.ts";
import type { Scheme, SchemeClass } from "../scheme/scheme.ts";
import { findClass } from "../scheme/scheme.ts";
import type { ClassWording } from "./class-wording.ts";
import { readClassWording } from "./class-wording.ts";
import type { Finding } from "./finding.ts";
import type { LetterToCheck } from "./letter-to-check.ts";
import { blockFinding, reviewFinding } from "./quote-words.ts";

const CODE = "class_text_mismatch";
const BOTH = "mark and body";

function isInScheme(outcome: Outcome, scheme: Scheme): boolean {
  return scheme.classes.some((item) => item.canonical.includes(outcome));
}

type Said = { readonly outcome: Outcome; readonly words: string; readonly fits: boolean };

function saidIn({ outcomes }: ClassWording, marked: SchemeClass, scheme: Scheme): Said[] {
  return [...outcomes]
    .filter(([outcome]) => isInScheme(outcome, scheme))
    .map(([outcome, words]) => ({ outcome, words, fits: marked.canonical.includes(outcome) }));
}

function listClasses(scheme: Scheme): string {
  return scheme.classes.map(({ code, label }) => `${code}类（${label}）`).join("、");
}

/** 已经解决, and the letter only tells what will be done. */
function checkPlan({ outcomes, plan }: ClassWording, marked: SchemeClass): Finding[] {
  if (!marked.countsAsResolved || plan === undefined || outcomes.has("resolved") || outcomes.has("adopted")) return [];
  const message = `首页标注${marked.code}类（${marked.label}），正文写的却是打算（“${plan}”）。请核对分类，或者写明已经做到了什么。`;
  return [reviewFinding(CODE, { where: BOTH, text: `${marked.code}类；${plan}` }, message)];
}

function checkWording(wording: ClassWording, marked: SchemeClass, scheme: Scheme): Finding[] {
  const said = saidIn(wording, marked, scheme);
  const otherCodes = wording.codes.filter((code) => code !== marked.code).map((code) => `${code}类`);
  const against = said.filter(({ fits }) => !fits);
  const fitting = said.length - against.length;
  const words = [...otherCodes, ...against.map((item) => item.words)];
  if (words.length === 0) return checkPlan(wording, marked);
  const text = `${marked.code}类；${words.join("；")}`;
  const message = `首页标注${marked.code}类（${marked.label}），正文却写“${words.join("”“")}”。请核对后改为一致。`;
  if (otherCodes.length > 0) return [blockFinding(CODE, { where: BOTH, text }, message)];
  // A letter may speak of several points with different results: some must fit, and the best class must hold for all.
  if (fitting > 0 && !marked.countsAsResolved) return [];
  const clear = fitting === 0 && (marked.countsAsResolved || against.some(({ outcome }) => outcome !== "resolved"));
  const unsettled = against.some(({ outcome }) => outcome !== "adopted" && outcome !== "resolved");
  if (clear) return unsettled ? [blockFinding(CODE, { where: BOTH, text }, message)] : [];
  return unsettled ? [reviewFinding(CODE, { where: BOTH, text }, message)] : [];
}

/** The mark at the top right of the first page (class, 可公开/不公开), and the class against the words of the letter. */
export function checkMark(letter: LetterToCheck, scheme: Scheme): Finding[] {
  const { classCode, disclosureMark } = letter;
  const findings: Finding[] = [];
  const marked = classCode === null ? undefined : findClass(scheme, classCode);
  if (classCode === null) {
    const message = `首页右上角没有标明办理结果分类。请标明${listClasses(scheme)}之一。`;
    findings.push(blockFinding("class_missing", { where: "mark", text: disclosureMark ?? "" }, message));
  } else if (!marked) {
    const message = `本年度的办理结果分类中没有${classCode}类。请改为${listClasses(scheme)}之一。`;
    findings.push(blockFinding("class_unknown", { where: "mark", text: `${classCode}类` }, message));
  }
  if (disclosureMark === null) {
    const message = "首页右上角没有标明是否公开。请标明“可公开”或者“不公开”。";
    findings.push(
      blockFinding("disclosure_missing", { where: "mark", text: classCode === null ? "" : `${classCode}类` }, message),
    );
  }
  if (!marked) return findings;
  const codes = scheme.classes.map(({ code }) => code);
  return [...findings, ...checkWording(readClassWording(textBlocks(letter.body), codes), marked, scheme)];
}
