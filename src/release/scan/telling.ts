/** Signs of a date: every page has dates. */
const DATE_SIGNS = new Set(Array.from("年月日", (sign) => sign.charCodeAt(0)));
export const LEAST_HAN = 4;
export const LEAST_DIGITS = 7;
export const AT_SIGN = 0x40;

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Code units of Han characters; of those beyond the first plane, the first half. */
function isHan(code: number): boolean {
  return (code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff) || (code >= 0xd840 && code <= 0xd8ff);
}

/** For every code unit whether it is one of prose: of these a telling piece has four. */
export const PROSE = Uint8Array.from({ length: 0x10000 }, (_, code) => (isHan(code) && !DATE_SIGNS.has(code) ? 1 : 0));

export function isProse(code: number): boolean {
  return PROSE[code] === 1;
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
    if (isProse(code)) han++;
  }
  return han >= LEAST_HAN;
}
