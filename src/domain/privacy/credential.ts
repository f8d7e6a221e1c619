import type { Hit } from "./hit.ts";

// Text comes without blanks, so that 密 码 is one word. No \p{…}: with the flags i and u together it takes a tenth of a second to compile.
const NO_WORD = "[^A-Za-z0-9\\u3400-\\u9fff]";
const GAP = `${NO_WORD}{0,3}`;
const HAN_KEY = `(?:[密蜜宻]${GAP}[码碼]|口${GAP}令|授权码|验证码|校验码|密钥|私钥|秘钥)`;
const LATIN_KEY = String.raw`(?<![A-Za-z])(?:pass(?:word|wd|code)?|pwd|mima|api[-_]?key|access[-_]?key|secret(?:[-_]?key)?|token)`;
const SAYS = String.raw`(?:${NO_WORD}{0,4}(?:均|都|统一|默认|初始|已|改|设|置|重置){0,3}(?:[:=]|为|是|叫)[^A-Za-z0-9\u3400-\u9fff*]{0,3})`;
const VALUE = String.raw`([A-Za-z0-9!@#$%^&*_+=~?./-]{4,64}|[A-Za-z0-9〇零一二三四五六七八九壹贰叁肆伍陆柒捌玖]{6,32})`;
const SAID = new RegExp(`(?:${HAN_KEY}|${LATIN_KEY})(?:号码|号)?${SAYS}${VALUE}`, "giu");
// 密码Ab1234567: nothing between, so the value must look like one.
const ADJACENT = new RegExp(
  String.raw`${HAN_KEY}[(\[]?((?=[A-Za-z0-9!@#$%^&_]{0,20}\d)[A-Za-z0-9!@#$%^&_]{6,64})`,
  "giu",
);
const KEYS =
  /(?<![A-Za-z0-9])(?:(?:AKIA|LTAI)[A-Za-z0-9]{12,40}|sk-[A-Za-z0-9-]{20,100}|gh[pousr]_[A-Za-z0-9]{20,100}|eyJ[A-Za-z0-9_-]{10,200}\.[A-Za-z0-9_-]{10,400})|-----BEGIN[A-Z]{0,20}PRIVATEKEY-----|:\/\/[^/:@]{1,40}:([^/:@]{1,60})@/g;
const LABEL = new RegExp(`^(?:[\\u3400-\\u9fff]{0,6}${HAN_KEY}|${LATIN_KEY})[:]?$`, "iu");
const LONE_SECRET = /^(?=[!-~]*[A-Za-z])(?=[!-~]*\d)[!-~]{6,32}$/;

/** A mask, a blank to fill in, a year or a length is no secret. */
function isSecret(value: string, next: string): boolean {
  if (/\*{3}/.test(value) || /^[xX*?./-]+$/.test(value)) return false;
  if (/^\d+$/.test(value) && /^[年月日位个项万件条次]/.test(next)) return false;
  return /[\p{L}\p{N}]/u.test(value);
}

function toHit(text: string, match: RegExpExecArray): Hit[] {
  const value = (match[1] ?? match[0]).replace(/[.?/]+$/, "");
  const start = match.index + match[0].lastIndexOf(match[1] ?? match[0]);
  const end = start + value.length;
  if (match[1] !== undefined && !isSecret(value, text.slice(end, end + 2))) return [];
  return [{ code: "pii_credential", severity: "block", start, end }];
}

/** Passwords, codes and keys written out. The hit is the secret itself, so that masking leaves the sentence. */
export function findCredentials(text: string): Hit[] {
  return [SAID, ADJACENT, KEYS].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => toHit(text, match)),
  );
}

/** A cell that only says 密码; the secret stands in another cell of the table. */
export function isCredentialLabel(text: string): boolean {
  return text.length <= 16 && LABEL.test(text);
}

export function isLoneSecret(text: string): boolean {
  return LONE_SECRET.test(text) && !text.includes("***") && !text.includes("@");
}
