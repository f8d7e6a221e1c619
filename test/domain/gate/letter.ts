import type { LetterContext } from "#domain/gate/check-letter.ts";
import { checkLetter } from "#domain/gate/check-letter.ts";
import type { Finding } from "#domain/gate/finding.ts";
import type { LetterToCheck } from "#domain/gate/letter-to-check.ts";
import { richTextOf } from "#domain/reply/rich-text.ts";
import { findPreset } from "#domain/scheme/presets.ts";
import type { Scheme } from "#domain/scheme/scheme.ts";

export function preset(id: string): Scheme {
  const scheme = findPreset(id);
  if (!scheme) throw new Error(`no preset ${id}`);
  return scheme;
}

const OPENING = "您提出的《关于整治占用盲道问题的建议》收悉。接到交办后，我局进行了认真研究，现答复如下：";

/** A letter with nothing wrong; `body` follows the opening paragraph. */
export function letterOf(
  changes: Partial<Omit<LetterToCheck, "body">> & { body?: readonly string[] } = {},
): LetterToCheck {
  const { body = ["目前，您所提意见已经采纳，有关问题已经解决。"], ...rest } = changes;
  return {
    classCode: "A",
    disclosureMark: "可公开",
    docNumber: "云建议字〔2026〕21号",
    title: "关于市四届人大五次会议第44号建议的答复",
    addressee: "卢子代表：",
    body: richTextOf([OPENING, ...body]),
    signatory: "云川市住房和城乡建设局",
    signedOn: "2026-05-14",
    contactName: "冉云芳",
    contactPhone: "0890-6220781",
    copyTo: "市人大常委会代表工作委员会，市人民政府办公室",
    ...rest,
  };
}

export function check(changes: Parameters<typeof letterOf>[0], context: Partial<LetterContext> = {}): Finding[] {
  return checkLetter(letterOf(changes), { scheme: preset("zhanyi-2023"), ...context });
}

/** code, severity and place: what a test compares. */
export function brief(findings: readonly Finding[]): string[] {
  return findings.map(({ code, severity, where, text }) => `${code} ${severity} ${where} ${text}`.trim());
}
