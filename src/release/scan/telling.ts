/** Signs of a date: every page has dates. */
const DATE_SIGNS = new Set(Array.from("年月日", (sign) => sign.charCodeAt(0)));
const LEAST_HAN = 4;
const LEAST_DIGITS = 7;
const AT_SIGN = 0x40;

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Code units of Han characters; of those beyond the first plane, the first half. */
function isHan(code: number): boolean {
  return (code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff) || (code >= 0xd840 && code <= 0xd8ff);
}

/**
 * Does a piece of folded text say something of its own? Dates, figures and Latin words stand on any page;
 * four characters of prose, a long number or an e-mail address do not.
 */
export function isTelling(text: string, from = 0, length: number = text.length): boolean {
  let han = 0;
  let digits = 0;
  for (let at = from; at < from + length; at++) {
    const code = text.charCodeAt(at);
    digits = isDigit(code) ? digits + 1 : 0;
    if (digits >= LEAST_DIGITS || code === AT_SIGN) return true;
    if (isHan(code) && !DATE_SIGNS.has(code)) han++;
  }
  return han >= LEAST_HAN;
}
